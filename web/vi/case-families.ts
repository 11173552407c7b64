/** Splitting a case and merging duplicates. */
export const splitWords = {
  link: 'Tách thành nhiều phiếu',
  title: 'Tách phiếu',
  about:
    'Mỗi việc thành một phiếu riêng, giữ ngày gửi và thời hạn của phiếu này. Người gửi mở từng phiếu bằng chính mã tra cứu đang có.',
  part: (n: number) => `Phần ${n}`,
  more: 'Thêm phần thứ ba đến thứ sáu',
  partOptional: (n: number) => `Phần ${n} (nếu có)`,
  name: 'Tóm tắt',
  content: 'Nội dung phần này',
  kind: 'Đây là',
  restricted: 'Hạn chế người xem phần này',
  submit: 'Tách phiếu',
  confirm: 'Phiếu gốc kết thúc sau khi tách; việc này không hoàn tác được.',
  faults: {
    'too-few': 'Xin ghi ít nhất hai phần, mỗi phần có tóm tắt và nội dung.',
    title: (n: number) => `Phần ${n} chưa có tóm tắt.`,
    content: (n: number) => `Phần ${n} chưa có nội dung.`,
    'too-long': (n: number) => `Phần ${n} quá dài. Xin ghi ngắn hơn.`,
  },
  told: (codes: string) =>
    `Phiếu của Ông/Bà có nhiều nội dung. Cơ quan đã tách thành các phiếu: ${codes}; mỗi phiếu có hạn trả lời riêng.`,
} as const

export const mergeWords = {
  link: 'Gộp phiếu trùng',
  title: 'Gộp phiếu trùng',
  about: 'Phiếu này kết thúc và theo phiếu kia; người gửi vẫn dùng mã cũ và nhận cùng câu trả lời.',
  code: 'Mã của phiếu nhận gộp',
  codeHint: 'Ví dụ: SGDDT-26-000123',
  look: 'Xem hai phiếu cạnh nhau',
  unknown: 'Không có phiếu mang mã này trong phần việc của Ông/Bà. Xin xem lại mã.',
  changed: 'Phiếu kia vừa thay đổi. Xin xem lại hai phiếu rồi gộp.',
  this: 'Phiếu này, sẽ được gộp',
  other: 'Phiếu nhận gộp',
  senders: (count: number) => `${count} người gửi`,
  submit: 'Gộp vào phiếu kia',
  confirm: 'Việc này không hoàn tác được.',
  told: 'Báo người gửi',
  toldHint: 'Người gửi phiếu này đọc đúng câu này.',
  toldText: (code: string) =>
    `Nội dung này trùng với phiếu ${code} đang được xử lý. Cơ quan đã gộp lại; Ông/Bà sẽ nhận được cùng câu trả lời.`,
} as const
