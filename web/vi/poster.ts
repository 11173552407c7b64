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
  title: (point: string, office: string) => `Áp phích khảo sát: ${point}, ${office}`,
  code: (url: string) => `Mã QR mở ${url}`,
} as const
