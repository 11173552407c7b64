import type { Kinship } from '../../db/case-families'
import type { HintCode } from '../../server/domain/case-hints'
import type { CaseFault } from '../../server/domain/case-moves'
import type { ClockName } from '../../server/domain/deadlines'
import { formatDay, formatMoment } from './format'

/** Why a deed is refused, and what to do about it. */
export const caseFaultWords = {
  forbidden: 'Tài khoản của Ông/Bà không được làm việc này với phiếu này.',
  'wrong-state': 'Phiếu đang ở trạng thái không làm được việc này. Xin xem diễn biến của phiếu.',
  'not-yours': 'Phiếu này giao cho người khác. Xin đề nghị người tiếp nhận giao lại cho Ông/Bà.',
  'text-missing': 'Chưa có nội dung. Xin ghi nội dung.',
  'reason-missing': 'Chưa có lý do. Xin ghi lý do.',
  'kind-restricted':
    'Khiếu nại, tố cáo và việc về trẻ em luôn hạn chế người xem. Nếu phân loại nhầm, xin phân loại lại trước.',
  'published-still': 'Phiếu đang công khai. Xin gỡ câu trả lời đã công khai trước, rồi hạn chế người xem.',
  'door-missing': 'Xin ghi nơi người gửi cần đến: khiếu nại, tố cáo phải được chỉ đúng nơi nhận.',
  'office-closed': 'Đơn vị này không còn hoạt động. Xin chọn đơn vị tiếp tục công việc.',
  'same-office': 'Phiếu đang ở chính đơn vị này. Xin chọn đơn vị khác.',
  'nowhere-to-return': 'Phiếu không do đơn vị nào trong hệ thống chuyển đến nên không trả lại được.',
  'extension-off': 'Gia hạn đang tắt theo quy chế của cơ quan.',
  'extension-too-long': 'Số ngày vượt mức gia hạn mà quy chế cho phép. Xin ghi số ngày ít hơn.',
  'nothing-asked': 'Không có đề nghị gia hạn nào đang chờ.',
  'own-answer': 'Câu trả lời này do Ông/Bà trình. Người khác phải duyệt.',
  'own-extension': 'Đề nghị gia hạn này do Ông/Bà gửi. Người khác phải duyệt.',
  'rated-already': 'Người gửi đã đánh giá câu trả lời.',
  'reopened-already': 'Phiếu đã được xem xét lại một lần; không mở lại lần thứ hai.',
  'reopen-too-late': 'Đã quá thời hạn đề nghị xem xét lại.',
  'same-case': 'Đây chính là phiếu đang mở. Xin ghi mã của phiếu khác.',
  'target-closed': 'Phiếu kia đã kết thúc mà không có câu trả lời nên không gộp vào được. Xin chọn phiếu khác.',
  'target-restricted': 'Hai phiếu phải cùng mức hạn chế người xem mới gộp được.',
  'too-few-parts': 'Xin ghi ít nhất hai phần.',
  'not-publishable': 'Phiếu này không được công khai.',
  'day-wrong': 'Ngày chưa đúng. Xin ghi theo dạng ngày/tháng/năm.',
} satisfies Record<CaseFault, string>

/** What a text may be, to the eye of the machine. */
const hintNames = {
  child: 'có thể liên quan đến trẻ em bị xâm hại, bạo lực',
  urgent: 'có thể là việc khẩn cấp',
  denunciation: 'có dấu hiệu tố cáo',
  complaint: 'có dấu hiệu khiếu nại',
  question: 'có thể chỉ là câu hỏi',
} satisfies Record<HintCode, string>

export const kinshipNames = {
  whole: 'Tách từ phiếu',
  part: 'Phần đã tách',
  'merged-into': 'Đã gộp vào phiếu',
  'merged-in': 'Phiếu gộp vào đây',
} satisfies Record<Kinship, string>

const clockNames = {
  classify: 'Phân loại, hoặc trả lại nơi chuyển đến',
  forward: 'Chuyển đi nếu không thuộc thẩm quyền',
  askMore: 'Hỏi thêm người gửi lần đầu',
  answer: 'Trả lời',
} satisfies Record<ClockName, string>

export const casePage = {
  wrote: 'Người dân viết',
  place: 'Ở đâu, khi nào, thủ tục nào',
  wish: 'Mong muốn',
  files: 'Tệp kèm theo',
  noFiles: 'Không có tệp kèm theo.',
  sentAt: (at: string, channel: string) => `Gửi lúc ${formatMoment(at)} · ${channel}`,
  receivedAt: (at: string) => `Cơ quan nhận lúc ${formatMoment(at)}`,
  enteredBy: (name: string) => `${name} nhập hộ`,
  originCode: (code: string) => `Mã nơi chuyển đến: ${code}`,
  senderHidden: 'Người gửi: ẩn với người xử lý.',
  showSender: 'Xem người gửi',
  senderLogged: 'có ghi nhật ký',
  choice: {
    'without-name': 'Người gửi đồng ý công khai, không nêu tên.',
    private: 'Người gửi chỉ muốn được trả lời riêng.',
  },
  hints: (codes: readonly HintCode[]) => `Máy gợi ý: nội dung ${codes.map((code) => hintNames[code]).join('; ')}.`,
  hintWords: (words: readonly string[]) => `Dựa vào: ${words.map((word) => `“${word}”`).join(', ')}.`,
  hintDecide: 'Máy chỉ gợi ý; cán bộ quyết định khi phân loại.',
  restricted: 'Hạn chế người xem',
  restrictedAbout:
    'Chỉ người có thẩm quyền và người được giao xem được phiếu này. Mỗi lần mở đều được ghi nhật ký; không bao giờ công khai.',
  reopened: 'Xem xét lại',
  office: 'Đơn vị',
  assignee: 'Người xử lý',
  nobody: 'Chưa giao',
  department: 'Bộ phận',
  type: 'Loại nội dung',
  fieldName: 'Lĩnh vực',
  procedure: 'Thủ tục',
  point: 'Điểm',
  noField: 'chưa rõ lĩnh vực',
  due: 'Hạn trả lời',
  dueShort: (day: string, left: string) => `Hạn ${formatDay(day)}. ${left}`,
  enteredLater: (at: string) => `Nhập hộ; nhận thật lúc ${formatMoment(at)}.`,
  toCome: (day: string) => `hạn ${formatDay(day)}`,
  answer: 'Trả lời',
  duePaused: 'Đang tạm dừng, chờ người gửi bổ sung',
  dueNone: 'Góp ý không nêu tên không có thời hạn trả lời.',
  bySuperior: (day: string) => `Cấp trên yêu cầu xong trước hết ngày ${formatDay(day)}.`,
  answeredOn: (at: string) => `Đã trả lời lúc ${formatMoment(at)}.`,
  answeredLate: (dueOn: string) => `Quá hạn: hạn là ${formatDay(dueOn)}.`,
  answeredInTime: (dueOn: string) => `Đúng hạn: hạn là ${formatDay(dueOn)}.`,
  why: 'Vì sao hạn là ngày này?',
  clocks: 'Các mốc khác',
  clock: (name: ClockName, dueOn: string, left: string) =>
    `${clockNames[name]}: hết ngày ${formatDay(dueOn)}. ${left}.`,
  aside: 'Hạn và việc cần làm',
  deeds: 'Việc khác',
  publish: 'Xem và công khai câu trả lời',
  nothingToDo: 'Không còn việc nào phải làm với phiếu này.',
  noExtension: 'Gia hạn đang tắt theo quy chế của cơ quan.',
  asked: (days: number, name: string) => `${name} đề nghị gia hạn ${days} ngày làm việc, đang chờ duyệt.`,
  history: 'Diễn biến',
  notes: 'Ghi chú nội bộ',
  notesAbout: 'Chỉ cán bộ đọc được.',
  noNotes: 'Chưa có ghi chú.',
  noteLabel: 'Ghi chú mới',
  addNote: 'Ghi chú',
  related: 'Phiếu liên quan',
  hiddenRelated: 'Có phiếu liên quan mà Ông/Bà không được xem.',
  senders: (count: number) => `${count} người gửi cùng một việc.`,
  rating: (word: string) => `Người gửi đánh giá: ${word}`,
  back: (code: string) => `Về phiếu ${code}`,
  inbox: 'Về hộp việc',
  done: 'Đã ghi.',
  doneMore: {
    submit: 'Đã trình duyệt.',
    answer: 'Đã duyệt và gửi câu trả lời cho người gửi.',
    save: 'Đã lưu bản nháp.',
  },
  gone: (code: string) => `Phiếu ${code} đã rời phần việc của Ông/Bà`,
  goneAbout: 'Việc vừa làm đã được ghi. Phiếu nay thuộc đơn vị khác, hoặc chỉ người có thẩm quyền mới xem được.',
  cannotTitle: 'Chưa làm được việc này',
} as const

/** Who sent it, shown once. */
export const senderWords = {
  title: 'Xem người gửi',
  about:
    'Chỉ xem khi cần cho việc xử lý, chẳng hạn để liên lạc. Lần xem này được ghi vào nhật ký cùng với lý do. Câu trả lời không cần đến thông tin này.',
  reason: 'Lý do xem',
  show: 'Xem và ghi nhật ký',
  shownTitle: (code: string) => `Người gửi phiếu ${code}`,
  once: 'Thông tin này chỉ hiện một lần ở trang này. Lần xem đã được ghi nhật ký.',
  nobody: 'Phiếu này không có thông tin người gửi.',
  erased: 'Thông tin người gửi đã được xóa theo thời hạn lưu giữ.',
  name: 'Họ và tên',
  address: 'Địa chỉ',
  phone: 'Điện thoại',
  email: 'Thư điện tử',
  organisation: 'Tổ chức',
  empty: 'không ghi',
  byPost: 'không ghi; xin gửi thư theo địa chỉ trên',
}

/** Somebody else acted meanwhile. */
export const conflictWords = {
  title: 'Chưa ghi: phiếu vừa thay đổi',
  about: 'Trong lúc Ông/Bà đang ghi, có người khác đã làm việc với phiếu này:',
  kept: 'Nội dung Ông/Bà đã ghi vẫn còn bên dưới. Xin xem lại rồi gửi một lần nữa nếu vẫn cần.',
  keptOnly: 'Nội dung Ông/Bà đã ghi vẫn còn bên dưới để sao chép.',
}
