import type { ContactField, ContactSwitch } from '../../server/domain/contacts'

/** Words of how offices are reached about feedback, and of the notice board. */
export const contactWords = {
  title: 'Liên hệ, bảng niêm yết',
  about:
    'Thông tin này hiện trên trang gửi và tra cứu phản ánh, kiến nghị và in trên bảng niêm yết. Mục để trống thì theo đơn vị cấp trên gần nhất (chữ nhạt).',
  columns: {
    office: 'Đơn vị',
    phone: 'Điện thoại',
    online: 'Zalo, email',
    reception: 'Nơi tiếp trực tiếp',
    board: 'Bảng niêm yết',
  },
  change: (office: string) => `Sửa liên hệ của ${office}`,
  formTitle: (office: string) => `Liên hệ của ${office}`,
  none: 'chưa có',
  from: (office: string) => `theo ${office}`,
  saved: (office: string) => `Đã lưu liên hệ của ${office}.`,
  /** `office` null: the number in the list of offices. */
  inherited: (text: string, office: string | null) =>
    office === null
      ? `Đang dùng số ghi ở trang Đơn vị: ${text}. Để trống thì tiếp tục dùng.`
      : `Đang theo ${office}: ${text}. Để trống thì tiếp tục theo.`,
  nobody: 'Chưa có đơn vị cấp trên nào ghi mục này.',
  labels: {
    phone: 'Điện thoại tiếp nhận',
    zalo: 'Zalo',
    email: 'Email',
    website: 'Trang thông tin điện tử',
    reception: 'Nơi tiếp trực tiếp, nhận thư: địa chỉ, giờ',
    dataContact: 'Đầu mối về dữ liệu cá nhân',
    retention: 'Thời hạn lưu giữ thông tin người gửi',
  } satisfies Record<ContactField, string>,
  hints: {
    phone: 'Ví dụ 0234 3822 168; ghi được nhiều số, cách nhau bằng dấu chấm phẩy.',
    zalo: 'Tên tài khoản Zalo chính thức hoặc số Zalo.',
    email: 'Ví dụ phananh@so.gov.vn.',
    website: 'Ví dụ https://so.gov.vn.',
    reception: 'Ví dụ: Phòng Tiếp công dân, 22 Lê Lợi; thứ Hai đến thứ Sáu, 7:30–11:30, 13:30–17:00.',
    dataContact: 'Người hoặc bộ phận trả lời yêu cầu xem, sửa, xóa dữ liệu cá nhân, và cách liên hệ.',
    retention: 'Ví dụ: 24 tháng kể từ ngày trả lời.',
  } satisfies Record<ContactField, string>,
  wrong: {
    phone: 'Số điện thoại chỉ gồm chữ số và dấu + ( ) . / ; - và dài không quá 80 ký tự.',
    zalo: 'Tên Zalo dài quá 120 ký tự.',
    email: 'Email chưa đúng, ví dụ đúng: phananh@so.gov.vn.',
    website: 'Địa chỉ trang chưa đúng, ví dụ đúng: https://so.gov.vn.',
    reception: 'Nội dung dài quá 500 ký tự.',
    dataContact: 'Nội dung dài quá 300 ký tự.',
    retention: 'Nội dung dài quá 160 ký tự.',
  } satisfies Record<ContactField, string>,
  switches: {
    allowsAnonymous: 'Nhận góp ý không nêu tên',
    hidesSender: 'Cán bộ xử lý không thấy thông tin người gửi',
  } satisfies Record<ContactSwitch, string>,
  switchHints: {
    allowsAnonymous: 'Góp ý không nêu tên được đọc và tổng hợp riêng, không có thời hạn trả lời.',
    hidesSender: 'Chỉ cán bộ tiếp nhận và người duyệt xem được, mỗi lần xem đều được ghi lại.',
  } satisfies Record<ContactSwitch, string>,
  follows: (value: boolean) => `Theo cấp trên (${value ? 'có' : 'không'})`,
  yes: 'Có',
  no: 'Không',
  save: 'Lưu liên hệ',
  cancel: 'Quay lại danh sách',
  board: 'Bảng niêm yết tiếp nhận phản ánh, kiến nghị',
  boardAbout: (days: number) =>
    `In để treo tại nơi tiếp nhận hồ sơ. Thời hạn trả lời ghi trên bảng: ${days} ngày làm việc, theo thời hạn đang áp dụng của đơn vị. Mã QR mở trang gửi phản ánh, kiến nghị của đơn vị này.`,
  boardMissing: (names: string) => `Chưa có ${names}: bảng in bỏ qua các mục này.`,
  boardAddress: 'địa chỉ',
  print: { a4: 'Tải bảng khổ A4 (PDF)', a3: 'Tải bảng khổ A3 (PDF)' },
  printOf: (size: string, office: string) => `Bảng niêm yết khổ ${size} của ${office}`,
} as const

/** The posting of the channels, word by word (Decree 20/2008/NĐ-CP). U+00A0 keeps compounds whole. */
export const boardWords = {
  heading: 'TIẾP NHẬN PHẢN ÁNH, KIẾN\u00a0NGHỊ VỀ QUY\u00a0ĐỊNH HÀNH\u00a0CHÍNH',
  opening: (office: string) =>
    `${office} mong nhận được phản ánh, kiến nghị của cá nhân, tổ chức theo Nghị định số 20/2008/NĐ-CP (được sửa đổi, bổ sung):`,
  points: [
    'Vướng mắc cụ thể khi làm thủ tục: chậm trễ, gây phiền hà, không thực hiện hoặc thực hiện không đúng quy định.',
    'Quy định không phù hợp thực tế; không đồng bộ, thiếu thống nhất; không hợp pháp; vấn đề khác về quy định hành chính.',
    'Đề xuất phương án xử lý, sáng kiến ban hành quy định mới.',
  ],
  how: 'Cách gửi:',
  scan: 'quét mã QR',
  phone: 'điện thoại',
  zalo: 'Zalo',
  email: 'email',
  post: 'trực tiếp hoặc bưu chính:',
  portal: 'Cổng Dịch vụ công quốc gia',
  notes: 'Lưu ý:',
  note: 'dùng tiếng Việt; nêu rõ nội dung; ghi rõ tên, địa chỉ, số điện thoại (hoặc địa chỉ thư). Không tiếp nhận khiếu nại, tố cáo theo hình thức này.',
  deadline: 'Thời hạn trả lời:',
  days: (days: number) => `${days} ngày làm việc.`,
  published: (place: string) => `Kết quả công khai tại ${place}.`,
  title: (office: string) => `Bảng niêm yết tiếp nhận phản ánh, kiến nghị: ${office}`,
} as const
