import type { CaseState, Rating } from '../../server/domain/case-words'
import { dayInSentence, dayOfInstant } from './case-timeline'
import { ratingNames } from './cases'
import { formatCount, formatDayLong } from './format'

/** Deeds of the sender, and what a page says once they are done. */
const doneNotes = {
  'bo-sung': 'Đã nhận phần bổ sung. Thời hạn trả lời được tính trở lại; ngày mới ở dưới.',
  'danh-gia': 'Đã nhận đánh giá của Ông/Bà. Cảm ơn Ông/Bà.',
  'xem-xet-lai': 'Đã nhận đề nghị xem xét lại. Hạn trả lời mới ở dưới.',
  rut: 'Ông/Bà đã rút phiếu. Cơ quan không xử lý tiếp phiếu này.',
  'ho-ten': 'Đã rút đồng ý. Họ tên của Ông/Bà không được nêu khi công khai.',
  'thong-bao': 'Đã rút đồng ý. Hệ thống không gửi thông báo về phiếu này nữa; Ông/Bà vẫn xem được tại trang này.',
}
export type SenderForm = keyof typeof doneNotes
export const isSenderForm = (text: string): text is SenderForm => Object.hasOwn(doneNotes, text)

/** Words of the pages on which a sender follows a case. */
export const follow = {
  title: 'Tra cứu phản ánh, kiến nghị',
  place: 'Theo dõi phản ánh, kiến nghị',
  about: 'Nhập mã phiếu và mã tra cứu ghi trên biên nhận. Không cần tài khoản.',
  code: 'Mã phiếu',
  codeHint: 'Ví dụ: SGDDT-26-000123. Gõ chữ thường hay chữ hoa đều được.',
  secret: 'Mã tra cứu',
  secretHint: '16 ký tự, có hay không có dấu gạch đều được.',
  open: 'Xem phiếu',
  lost: 'Mất mã tra cứu? Mời Ông/Bà liên hệ cơ quan đã nhận phiếu, mang theo giấy tờ tùy thân để được cho biết kết quả.',
  send: 'Gửi phản ánh, kiến nghị mới',
  wrong: 'Mã phiếu hoặc mã tra cứu chưa đúng. Mời Ông/Bà kiểm tra lại từng ký tự.',
  kept: 'Những gì Ông/Bà đã gõ vẫn còn ở dưới.',
  tooMany: (minutes: number, phone: string) =>
    phone === ''
      ? `Vui lòng thử lại sau ${minutes} phút, hoặc đến cơ quan để được tra giúp.`
      : `Vui lòng thử lại sau ${minutes} phút, hoặc gọi ${phone} để được tra giúp.`,
  tooManyTitle: 'Đã thử sai nhiều lần',
  wrongTitle: 'Chưa mở được phiếu',
  expiredTitle: 'Đã hết thời gian xem',
  expired: 'Để giữ kín phiếu của Ông/Bà, trang chỉ mở trong 2 giờ. Mời Ông/Bà nhập lại mã tra cứu.',
  expiredKept: 'Nội dung Ông/Bà vừa viết vẫn còn và hiện lại sau khi nhập mã; cơ quan chưa nhận nội dung này.',
  brokenLink: 'Đường dẫn này không còn dùng được. Mời Ông/Bà nhập mã phiếu và mã tra cứu.',

  notSentYet: 'Trang đã hết thời gian nên nội dung dưới đây chưa được gửi. Mời Ông/Bà xem lại rồi gửi.',

  caseTitle: (code: string) => `Phiếu ${code}`,
  doneNotes,
  due: 'Hạn trả lời',
  dueDay: formatDayLong,
  today: (day: string) => `Hôm nay là ${dayInSentence(day)}.`,
  paused: 'Thời hạn tạm dừng trong khi chờ Ông/Bà bổ sung và được tính lại khi cơ quan nhận được phần bổ sung.',
  pausedOther: 'Thời hạn tạm dừng trong khi cơ quan chờ thêm thông tin về việc này.',
  late: (phone: string) =>
    phone === ''
      ? 'Cơ quan trả lời chậm so với hạn. Phiếu vẫn đang được xử lý.'
      : `Cơ quan trả lời chậm so với hạn. Phiếu vẫn đang được xử lý; Ông/Bà có thể gọi ${phone} để hỏi.`,
  noPromise: 'Góp ý không nêu tên được đọc và tổng hợp nhưng không có thời hạn trả lời.',
  ics: 'Thêm hạn vào lịch điện thoại',
  icsTitle: (code: string) => `Hạn trả lời phiếu ${code}`,
  why: 'Vì sao hạn là ngày này?',
  steps: 'Các bước',
  stepState: { done: 'Đã xong: ', now: 'Đang làm: ', coming: 'Sắp tới: ' },
  answer: (office: string) => `Trả lời của ${office}`,
  answerAgain: (n: number) => `Trả lời lần ${n}`,
  answeredOn: (instant: string) => `Trả lời ngày ${dayOfInstant(instant)}`,
  hidden: '[đã che]',
  print: 'Xem để in',
  printNow: 'In trang này',
  printHint: 'Để in, dùng lệnh In của trình duyệt.',
  back: 'Quay lại phiếu',
  files: 'Tệp kèm theo',
  file: (name: string) => `Tải về ${name}`,
  asked: 'Cơ quan cần Ông/Bà bổ sung',
  askedUntil: (day: string) => `Hạn bổ sung: ${dayInSentence(day)}.`,
  supplement: 'Bổ sung thông tin',
  supplementText: 'Thông tin bổ sung',
  supplementSend: 'Gửi phần bổ sung',
  attach: 'Ảnh hoặc tài liệu kèm theo (không bắt buộc)',
  attachAgain: 'Nếu có tệp kèm theo, mời Ông/Bà chọn lại tệp; trình duyệt không giữ được tệp đã chọn.',
  rate: 'Ông/Bà thấy câu trả lời thế nào?',
  rateWhy: 'Điều gì chưa thỏa đáng?',
  rateSend: 'Gửi đánh giá',
  rated: (rating: Rating) => `Ông/Bà đã đánh giá: ${ratingNames[rating].toLocaleLowerCase('vi')}.`,
  reopen: 'Đề nghị xem xét lại',
  reopenAbout: (day: string) =>
    `Nếu câu trả lời chưa thỏa đáng, Ông/Bà được đề nghị xem xét lại một lần, đến hết ${dayInSentence(day)}.`,
  reopenText: 'Điều gì chưa thỏa đáng, cần xem xét lại?',
  reopenSend: 'Gửi đề nghị',
  withdraw: 'Rút phiếu này',
  withdrawAbout:
    'Sau khi rút, cơ quan không xử lý và không trả lời phiếu này nữa. Việc rút không hoàn lại được; nếu cần, Ông/Bà gửi phiếu mới.',
  withdrawText: 'Lý do (không bắt buộc)',
  withdrawSend: 'Rút phiếu',
  cancel: 'Thôi, giữ phiếu',
  own: 'Nội dung Ông/Bà đã gửi',
  ownParts: { place: 'Ở đâu, khi nào', wish: 'Mong muốn' },
  sender: 'Thông tin người gửi',
  senderAbout: 'Chỉ cán bộ tiếp nhận xem được thông tin này, và mỗi lần xem đều được ghi lại.',
  senderParts: {
    name: 'Họ và tên',
    organisation: 'Tổ chức',
    address: 'Địa chỉ',
    phone: 'Điện thoại',
    email: 'Email',
  },
  erased: 'Thông tin người gửi đã được xóa theo thời hạn lưu giữ.',
  dataContact: (contact: string) => `Để xem, sửa, yêu cầu xóa thông tin, Ông/Bà liên hệ: ${contact}`,
  publish: { 'without-name': 'Công khai nội dung và câu trả lời, không nêu tên.', private: 'Chỉ trả lời riêng.' },
  publishTitle: 'Công khai',
  nameConsent: {
    given: 'Ông/Bà đã đồng ý công khai họ tên cùng câu trả lời. Ông/Bà rút đồng ý lúc nào cũng được.',
    withdraw: 'Rút đồng ý công khai họ tên',
  },
  messageConsent: {
    given: 'Ông/Bà đã đồng ý nhận thông báo về phiếu này. Ông/Bà rút đồng ý lúc nào cũng được.',
    withdraw: 'Rút đồng ý nhận thông báo',
  },
  merged: (state: string) => `Phiếu cùng nội dung: ${state.toLocaleLowerCase('vi')}.`,
  mergedStopped: 'Phiếu cùng nội dung đã dừng, chưa có câu trả lời. Mời Ông/Bà liên hệ cơ quan hoặc gửi phiếu mới.',
  parts: 'Các phiếu được tách ra',
  partsAbout: 'Ông/Bà theo dõi tất cả tại trang này. Mỗi phiếu cũng mở được bằng mã riêng và cùng mã tra cứu.',
  openPart: (code: string) => `Mở phiếu ${code}`,
  help: 'Cần giúp đỡ?',
  contacts: { phone: 'Điện thoại', zalo: 'Zalo', email: 'Email', reception: 'Đến trực tiếp', address: 'Địa chỉ' },
  permanent: 'Xem câu trả lời đã công khai',
  can: 'Ông/Bà có thể',
  problem: 'Chưa gửi được',
  problemKept: 'Những gì Ông/Bà đã viết vẫn còn ở dưới.',
  faults: {
    'text-missing': 'Xin viết nội dung.',
    'rating-missing': 'Xin chọn một mức.',
    'too-long': (most: number) => `Nội dung dài quá ${formatCount(most)} ký tự. Xin viết ngắn lại.`,
  },
  already: {
    title: 'Việc này không làm được nữa',
    'bo-sung': 'Phần bổ sung đã được nhận, hoặc cơ quan không còn chờ bổ sung. Nội dung vừa viết chưa được gửi thêm.',
    'danh-gia':
      'Câu trả lời này đã được đánh giá. Mỗi câu trả lời được đánh giá một lần; đánh giá đã gửi được giữ nguyên.',
    'xem-xet-lai':
      'Phiếu đã được đề nghị xem xét lại, hoặc đã quá hạn đề nghị. Mỗi phiếu được đề nghị xem xét lại một lần.',
    rut: 'Phiếu đã được rút, hoặc đã có câu trả lời nên không rút được nữa.',
    'ho-ten': 'Họ tên của Ông/Bà không được nêu.',
    'thong-bao': 'Hệ thống không gửi thông báo về phiếu này.',
    typed: 'Nội dung Ông/Bà vừa viết (có thể chép lại):',
  } satisfies Record<SenderForm | 'title' | 'typed', string>,
} as const

/** States of a case, into which another was merged, that end without an answer. */
export const endsWithout = (state: CaseState): boolean => state === 'withdrawn' || state === 'refused'
