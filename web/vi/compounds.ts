/** Words of two syllables that a line must not part; those of the surveys, of offices and of headings. */
const compounds = [
  'hài lòng|người dân|tổ chức|khảo sát|phục vụ|thủ tục|hành chính|giải quyết|phản ánh|kiến nghị|góp ý|ý kiến|kịp thời',
  'thời gian|dễ dàng|dễ thấy|dễ hiểu|quy định|đầy đủ|hồ sơ|trung tâm|giáo dục|đào tạo|sạch sẽ|rõ ràng|tích cực',
  'chính xác|sử dụng|thiết bị|cơ quan|cán bộ|công chức|kết quả|xã hội|văn hóa|nhà trường|quý [ivx]+|tháng \\d+',
].join('|')

const pattern = new RegExp(`(?<!\\p{L})(?:${compounds})(?!\\p{L})`, 'giu')

/** The same text with a no-break space inside its compounds; for headings and labels, where a parted word is seen. */
export function keepWords(text: string): string {
  return text.replace(pattern, (compound) => compound.replace(' ', '\u00a0'))
}
