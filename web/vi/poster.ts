/** Words of the poster and the table card (the words of the sheet at the desk). U+00A0 keeps compounds whole. */
export const posterWords = {
  question: ['Ông/Bà hài\u00a0lòng chưa?', 'Xin cho biết ý\u00a0kiến.'],
  steps: (minutes: number) => [
    'Mở máy ảnh hoặc Zalo, quét mã\u00a0này',
    'Chạm vào đường\u00a0dẫn hiện\u00a0ra',
    `Trả lời trong khoảng ${minutes}\u00a0phút`,
  ],
  privacy: 'Không hỏi tên. Cán\u00a0bộ tại quầy không xem được phiếu của Ông/Bà.',
  otherWay: (link: string) =>
    `Không cần cài ứng\u00a0dụng. Không quét được? Vào ${link} hoặc lấy phiếu giấy tại\u00a0bàn.`,
  hours: (hours: string) => `Giờ mở: ${hours.replace(/\b(T[2-7]|CN) /g, '$1\u00a0')}`,
  tent: 'Ông/Bà hài\u00a0lòng chưa? Xin cho biết ý\u00a0kiến.',
  tentHow: (minutes: number) =>
    `Quét mã, trả\u00a0lời trong khoảng ${minutes}\u00a0phút. Không hỏi tên. Cán\u00a0bộ tại quầy không xem được phiếu.`,
  fold: 'gấp ở đây',
  tentTitle: (point: string, office: string) => `Thẻ để bàn: ${point}, ${office}`,
  manyPosters: 'Áp phích khảo sát',
  manyTents: 'Thẻ để bàn',
  title: (point: string, office: string) => `Áp phích khảo sát: ${point}, ${office}`,
  code: (url: string) => `Mã QR mở ${url}`,
} as const
