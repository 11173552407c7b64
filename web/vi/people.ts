import type { PersonField } from '../../server/actions/people'
import type { PersonState } from '../../server/domain/people-list'
import { formatCount, formatMoment } from './format'

/** Sentences of the pages of people and their roles. */
export const peopleWords = {
  title: 'Tài khoản, vai trò',
  count: (shown: number, all: number) =>
    shown === all ? `${formatCount(all)} người` : `${formatCount(shown)} trong ${formatCount(all)} người`,
  label: 'Lọc danh sách',
  search: 'Tìm',
  searchHint: 'Họ tên, tên đăng nhập, thư điện tử; không cần dấu',
  role: 'Vai trò',
  office: 'Đơn vị',
  state: 'Tình trạng',
  anyRole: 'Mọi vai trò',
  anyOffice: 'Mọi đơn vị',
  anyState: 'Mọi tình trạng',
  show: 'Xem',
  clear: 'Bỏ lọc',
  nobody: 'Không có ai khớp với điều kiện lọc.',
  states: { active: 'Đang dùng', invited: 'Đã mời', locked: 'Đã khóa' } satisfies Record<PersonState, string>,
  columns: { name: 'Họ và tên', role: 'Vai trò', office: 'Đơn vị', state: 'Tình trạng', last: 'Đăng nhập gần nhất' },
  never: 'Chưa đăng nhập',
  twoSteps: 'Hai bước',
  everything: 'Toàn hệ thống',
  oneself: 'Tôi',
  addTitle: 'Thêm người',
  add: 'Thêm và tạo đường dẫn mời',
  addAbout: (mail: boolean) =>
    mail
      ? 'Người được thêm nhận thư có đường dẫn đặt mật khẩu; đường dẫn cũng hiện ở trang sau để trao tận tay.'
      : 'Trang sau có đường dẫn đặt mật khẩu để gửi cho người được thêm. Hệ thống chưa được cài đặt để gửi thư.',
  name: 'Họ và tên',
  login: 'Tên đăng nhập',
  loginHint: 'Từ 3 ký tự: chữ thường không dấu, số, dấu chấm, gạch ngang hoặc @. Không đổi được về sau.',
  email: 'Thư điện tử (có thể để trống)',
  emailHint: 'Để gửi đường dẫn mời, đặt lại mật khẩu và nhắc việc.',
  reach: 'Phạm vi: đơn vị này và các đơn vị bên dưới',
  about: 'Từng vai trò làm được gì',
  wrong: {
    login: 'Tên đăng nhập cần từ 3 đến 60 ký tự: chữ thường không dấu, số, dấu chấm, gạch ngang hoặc @.',
    name: 'Xin ghi họ và tên, không quá 120 ký tự.',
    email: 'Thư điện tử chưa đúng. Ví dụ: hoa.lt@so.gov.vn',
    role: 'Xin chọn vai trò.',
    office: 'Xin chọn đơn vị trong phạm vi được giao.',
  } satisfies Record<PersonField, string>,
  taken: 'Tên đăng nhập này đã có người dùng, có thể là người đã khóa. Xin chọn tên khác.',
  save: 'Lưu',
  saved: 'Đã lưu.',
  back: 'Về danh sách',
  ofOneself: 'Không đổi được vai trò, phạm vi của chính mình, cũng không tự khóa. Xin nhờ một người quản trị khác.',
  added: (day: string) => `Được thêm ${day}`,
  last: (at: string | null) => (at ? `Đăng nhập gần nhất ${formatMoment(at)}` : 'Chưa đăng nhập lần nào'),
  twoStepsOn: 'Đang bật đăng nhập hai bước',
  twoStepsOff: 'Chưa bật đăng nhập hai bước',
  history: 'Nhật ký của người này',
  deeds: {
    lock: {
      title: 'Khóa tài khoản',
      about:
        'Người này bị đăng xuất ngay và không đăng nhập được nữa. Dữ liệu đã ghi vẫn còn; có thể mở khóa bất cứ lúc nào.',
      submit: 'Khóa',
      done: 'Đã khóa tài khoản.',
    },
    unlock: {
      title: 'Mở khóa tài khoản',
      about: 'Người này đăng nhập lại được bằng mật khẩu trước đây.',
      submit: 'Mở khóa',
      done: 'Đã mở khóa tài khoản.',
    },
    invite: {
      title: 'Tạo đường dẫn mời mới',
      about: 'Người này chưa đặt mật khẩu. Đường dẫn mới dùng được 7 ngày; đường dẫn trước đó không còn dùng được.',
      submit: 'Tạo đường dẫn',
      done: '',
    },
    reset: {
      title: 'Đặt lại mật khẩu',
      about:
        'Mật khẩu đang dùng mất hiệu lực ngay, người này bị đăng xuất ở mọi thiết bị. Trang sau có đường dẫn để người này đặt mật khẩu mới.',
      submit: 'Đặt lại mật khẩu',
      done: '',
    },
    'two-steps': {
      title: 'Đặt lại bước thứ hai',
      about:
        'Dùng khi người này mất điện thoại và hết mã dự phòng. Xin gặp hoặc gọi lại để biết chắc đúng người. Lần đăng nhập sau chỉ cần mật khẩu, rồi cài đặt lại.',
      submit: 'Đặt lại bước thứ hai',
      done: 'Đã đặt lại bước thứ hai; người này đã bị đăng xuất ở mọi thiết bị.',
    },
    sessions: {
      title: 'Đăng xuất ở mọi thiết bị',
      about: 'Người này phải đăng nhập lại; mật khẩu không đổi.',
      submit: 'Đăng xuất mọi thiết bị',
      done: 'Đã đăng xuất người này ở mọi thiết bị.',
    },
  },
  refused: {
    oneself: 'Không làm được việc này với tài khoản của chính mình. Xin nhờ một người quản trị khác.',
    'last-administrator':
      'Đây là người quản trị toàn hệ thống cuối cùng còn đăng nhập được. Xin giao vai trò này cho một người khác trước.',
  },
  linkTitle: 'Đường dẫn mời',
  linksTitle: 'Đường dẫn mời cho nhiều người',
  linkOnce:
    'Đường dẫn chỉ hiện ở đây một lần, dùng được một lần trong 7 ngày. Ai có đường dẫn thì đặt được mật khẩu: xin trao đúng người.',
  mailed: (email: string) => `Thư có đường dẫn đang được gửi đến ${email}.`,
  notMailed: 'Người này không có thư điện tử: xin trao đường dẫn tận tay.',
  noMail: 'Hệ thống chưa được cài đặt để gửi thư: xin trao đường dẫn tận tay.',
  copy: 'Chép đường dẫn',
  copied: 'Đã chép',
  qr: (name: string) => `Mã QR của đường dẫn mời ${name}`,
  slip: 'Mở đường dẫn hoặc quét mã để đặt mật khẩu. Dùng được một lần trong 7 ngày.',
  print: 'In',
  inviteAll: (count: number) => `Tạo đường dẫn mời cho ${formatCount(count)} người chưa đặt mật khẩu`,
  inviteAllAbout:
    'Mỗi người một phiếu có đường dẫn và mã QR, in ra cắt rời để trao tay; ai có thư điện tử thì cũng nhận thư, nếu hệ thống gửi được thư. Các đường dẫn mời trước đó của những người này không còn dùng được.',
  inviteAllMost: (most: number) => `Mỗi lần nhiều nhất ${most} người: lọc theo đơn vị để làm từng phần.`,
}
export type PersonDeed = keyof typeof peopleWords.deeds
