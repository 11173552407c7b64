import type { ContentGroup } from '../../server/domain/case-words'
import type { RedactionKind } from '../../server/domain/redaction'
import { formatCount, formatDay } from './format'

/** What is hidden, after "che". */
export const hiddenNames = {
  phone: 'số điện thoại',
  email: 'email',
  'id-number': 'số giấy tờ',
  'bank-account': 'số tài khoản',
  address: 'địa chỉ',
  name: 'họ tên',
  pupil: 'thông tin học sinh',
  'birth-date': 'ngày sinh',
  plate: 'biển số xe',
  link: 'đường dẫn',
  other: 'thông tin riêng',
} satisfies Record<RedactionKind, string>

/** A hidden place as one reads it where no black block can stand. */
export const hiddenLabel = (kind: RedactionKind) => `[che: ${hiddenNames[kind]}]`

/** Published answers, as everybody reads them. */
export const publicCasesWords = {
  title: 'Câu trả lời đã công khai',
  place: 'Phản ánh, kiến nghị',
  about: 'Phản ánh, kiến nghị của người dân và câu trả lời của cơ quan. Thông tin riêng đã được che.',
  description: 'Phản ánh, kiến nghị của người dân và câu trả lời của cơ quan: tra cứu theo từ, đơn vị, lĩnh vực, năm.',
  home: 'Trang chủ',
  send: 'Gửi phản ánh, kiến nghị',
  follow: 'Tra cứu phản ánh, kiến nghị',
  feed: 'Theo dõi bằng Atom',

  filters: 'Tìm câu trả lời',
  words: 'Từ cần tìm (không cần dấu)',
  office: 'Đơn vị, gồm cả đơn vị bên dưới',
  allOffices: 'Mọi đơn vị',
  field: 'Lĩnh vực',
  allFields: 'Mọi lĩnh vực',
  group: 'Nội dung',
  allGroups: 'Mọi nội dung',
  groups: {
    conduct: 'Về hành vi',
    rule: 'Về quy định',
    both: 'Cả hành vi và quy định',
    unclassified: 'Chưa phân loại',
  } satisfies Record<ContentGroup, string>,
  year: 'Năm',
  allYears: 'Mọi năm',
  find: 'Tìm',
  clear: 'Xem tất cả',
  more: 'Lọc thêm',

  count: (n: number) => `${formatCount(n)} phản ánh, kiến nghị, mới nhất ở trên.`,
  none: 'Chưa có câu trả lời nào được công khai. Câu trả lời sẽ hiện ở đây sau khi cơ quan trả lời và công khai.',
  noneFound: 'Không có câu trả lời nào khớp. Mời Ông/Bà thử từ ngắn hơn hoặc bỏ bớt điều kiện.',

  private: 'Đã trả lời riêng cho người gửi, theo đề nghị của người gửi',
  answered: (day: string) => `trả lời ${formatDay(day)}`,
  sent: (day: string) => `gửi ${formatDay(day)}`,
  onTime: 'đúng hạn',
  late: 'quá hạn',
  published: (day: string) => `công khai ${formatDay(day)}`,

  hidden: (kind: string) => `che: ${kind}`,
  asked: 'Người dân viết',
  where: 'Việc xảy ra ở đâu, khi nào',
  wish: 'Mong muốn của người gửi',
  answer: (office: string) => `${office} trả lời`,
  answerPlain: 'Cơ quan trả lời',
  sender: (name: string) => `Người gửi: ${name} (đồng ý nêu tên).`,
  noName: 'Tên người gửi không được nêu.',
  hiddenNote: 'Chỗ ghi “che” là thông tin riêng không công khai. Tệp kèm theo không công khai.',
  noFiles: 'Tệp kèm theo không công khai.',
  facts: 'Ngày tháng',
  code: 'Mã phiếu',
  sentOn: 'Ngày gửi',
  answeredOn: 'Ngày trả lời',
  publishedOn: 'Ngày công khai',
  review: 'Theo đề nghị của người gửi, cơ quan đang xem xét lại. Câu trả lời mới sẽ được công khai tại đây.',
  alsoAt: 'Cũng được công khai tại',
  on: (day: string) => `ngày ${formatDay(day)}`,
  elsewhere: 'mở trang khác',
  permanent: (address: string) => `Địa chỉ không đổi của trang này: ${address}`,
  all: 'Mọi câu trả lời đã công khai',

  withdrawnTitle: 'Nội dung đã được gỡ',
  withdrawn: (day: string, reason: string) => `Nội dung đã được gỡ ngày ${formatDay(day)}, lý do: ${reason}`,
  unknownTitle: 'Không có câu trả lời nào ở địa chỉ này',
  unknown: 'Mã phiếu chưa đúng, hoặc câu trả lời không được công khai. Mời Ông/Bà xem các câu trả lời đã công khai.',
  yours: 'Nếu đây là phiếu của Ông/Bà, mời tra cứu bằng mã phiếu và mã tra cứu.',

  metaAnswer: (office: string, day: string) =>
    `${office} trả lời phản ánh, kiến nghị của người dân ngày ${formatDay(day)}.`,
}
