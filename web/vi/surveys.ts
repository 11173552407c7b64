import { formatCount, formatDay, formatMoment } from './format'

/** Words of publishing a version. */
export const publishWords = {
  title: (version: number) => `Công bố bản ${version}`,
  noEdit: (version: number) => `Công bố bản ${version} không sửa phiếu đã trả lời.`,
  forms: 'Người đang mở phiếu bản cũ vẫn gửi được; phiếu đó tính cho bản cũ.',
  day: 'Ngày có hiệu lực',
  dayHint: 'Hôm nay hoặc một ngày sau. Từ 0 giờ ngày đó, mọi điểm khảo sát của phiếu này hỏi theo bản mới.',
  confirm: 'Công bố',
  cancel: 'Chưa công bố, về trang soạn',
  problems: {
    'bad-day': 'Xin ghi ngày có hiệu lực, ví dụ 14/9/2026.',
    'past-day': 'Ngày có hiệu lực không được trước hôm nay.',
    'before-coming':
      'Đã có bản khác công bố cho ngày sau ngày này. Xin chọn ngày muộn hơn, hoặc rút bản kia lại trước.',
    unchanged: 'Bản nháp không khác bản đã công bố nên không cần công bố.',
    'scale-fixed': 'Đổi thang đo sẽ thành một phiếu khác, không cộng chung được. Xin sao chép thành phiếu mới.',
    conflict: 'Có người vừa sửa bản nháp này. Xin xem lại khác biệt rồi công bố.',
  },
}

/** Words of the list of surveys. */
export const surveyListWords = {
  title: 'Mẫu phiếu',
  about:
    'Bản đã công bố không sửa được nữa, vì phiếu đã trả lời theo bản đó. Muốn đổi câu hỏi thì soạn bản mới, xem khác biệt rồi công bố từ một ngày.',
  version: (n: number) => `Bản ${n}`,
  state: {
    inForce: 'Đang dùng',
    coming: (day: string) => `Dùng từ ${formatDay(day)}`,
    earlier: 'Bản trước',
    withdrawn: 'Đã rút lại',
  },
  columns: { version: 'Bản', state: 'Tình trạng', questions: 'Số câu', published: 'Công bố', answers: 'Phiếu hợp lệ' },
  published: (at: string, by: string | null) => formatMoment(at) + (by ? `, ${by}` : ''),
  questions: (n: number) => `${n} câu`,
  count: formatCount,
  draft: (version: number) => `Bản nháp ${version}`,
  open: 'Soạn tiếp',
  start: 'Soạn bản mới',
  startOf: (title: string) => `Soạn bản mới: ${title}`,
  view: 'Xem khác biệt với bản trước',
  languages: 'có tiếng Anh',
  copy: 'Sao chép thành phiếu mới',
  copyOf: (title: string) => `Sao chép thành phiếu mới: ${title}`,
  cancel: 'Thôi, về danh sách',
  copyAbout: 'Phiếu mới có kết quả riêng, không cộng với phiếu gốc. Dùng khi cần thang đo khác hoặc bộ câu hỏi khác.',
  key: 'Mã phiếu mới',
  keyHint: 'Chữ thường không dấu, số, gạch ngang; bắt đầu bằng chữ. Ví dụ: mam-non-20',
  name: 'Tên phiếu mới',
  copyProblems: {
    'bad-key': 'Mã phiếu cần bắt đầu bằng chữ, chỉ gồm chữ thường không dấu, số và gạch ngang, tối đa 40 ký tự.',
    taken: 'Mã này đã có phiếu dùng. Xin chọn mã khác.',
    'missing-title': 'Xin ghi tên phiếu, tối đa 600 ký tự.',
  },
  templates: 'Mẫu soạn sẵn, chưa công bố',
  useTemplate: 'Soạn phiếu này',
  withdraw: 'Rút lại',
  withdrawOf: (id: string) => `Rút lại ${id}`,
  withdrawConfirm: 'Rút bản này lại? Nội dung trở về bản nháp; bản đang dùng vẫn dùng tiếp.',
  withdrawn: 'Đã rút bản công bố. Nội dung trở về bản nháp.',
  publishedNow: (version: number, day: string) => `Đã công bố bản ${version}, dùng từ ${formatDay(day)}.`,
  discarded: 'Đã bỏ bản nháp.',
}
