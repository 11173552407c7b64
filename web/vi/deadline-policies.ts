import type { DeadlineField, RuleNumber } from '../../server/domain/deadline-form'
import type { DeadlineRules } from '../../server/domain/deadline-policy'
import { formatDay } from './format'

/** Each time limit: what it is called, what it runs from, and where the default comes from. */
export const ruleWords = {
  classify: {
    name: 'Phân loại; từ chối hoặc trả lại nơi chuyển',
    about: 'Ngày làm việc, kể từ khi gửi hoặc khi được chuyển đến. Mặc định 2 (Cổng Dịch vụ công quốc gia).',
  },
  forward: {
    name: 'Chuyển cơ quan có thẩm quyền',
    about: 'Ngày làm việc, kể từ khi nhận. Mặc định 5 (Nghị định 20/2008/NĐ-CP, Điều 9).',
  },
  askMore: {
    name: 'Đề nghị bổ sung lần đầu',
    about: 'Ngày làm việc, kể từ khi gửi hoặc khi được chuyển đến, trước khi xử lý. Mặc định 5.',
  },
  answer: {
    name: 'Trả lời',
    about:
      'Ngày làm việc, kể từ khi gửi hoặc khi được chuyển đến. Mặc định 15. Đơn vị có thể cam kết ngắn hơn, ví dụ 5, 7 hoặc 10.',
  },
  publish: { name: 'Công khai câu trả lời', about: 'Ngày làm việc, kể từ khi câu trả lời được duyệt. Mặc định 2.' },
  extension: {
    name: 'Gia hạn nhiều nhất',
    about: 'Ngày làm việc cộng thêm khi có lý do, người duyệt và thông báo. 0 là không cho gia hạn (mặc định).',
  },
  supplement: { name: 'Người gửi có để bổ sung', about: 'Ngày làm việc, kể từ khi đề nghị. Mặc định 10.' },
  reopenWithin: {
    name: 'Người gửi được đề nghị xem xét lại trong',
    about: 'Ngày (tính cả ngày nghỉ), kể từ khi trả lời; một lần. Mặc định 15.',
  },
} satisfies Record<RuleNumber, { name: string; about: string }>

/** Words of the pages of deadlines. */
export const deadlineWords = {
  title: 'Thời hạn',
  about:
    'Thời hạn xử lý phản ánh, kiến nghị. Đơn vị không có thời hạn riêng dùng thời hạn của đơn vị cấp trên gần nhất, rồi đến thời hạn chung. Phiếu đã mở giữ thời hạn của phiên bản lúc mở.',
  all: 'Thời hạn chung',
  inForce: 'Đang áp dụng',
  coming: (day: string) => `Áp dụng từ ${formatDay(day)}`,
  past: 'Đã thay',
  version: (number: number) => `Phiên bản ${number}`,
  from: (day: string) => (day <= '2000-01-01' ? 'từ đầu' : `từ ${formatDay(day)}`),
  change: 'Sửa thời hạn',
  add: 'Đặt thời hạn riêng cho một đơn vị',
  earlier: 'Các phiên bản khác',
  formTitle: 'Phiên bản mới của thời hạn',
  office: 'Áp dụng cho',
  everybody: 'Mọi đơn vị không có thời hạn riêng',
  everybodyHint: 'Ghi dấu * cho mọi đơn vị không có thời hạn riêng.',
  supplementRestarts: 'Khi người gửi đã bổ sung',
  restart: 'Tính lại từ đầu (cách tính của Cổng Dịch vụ công quốc gia)',
  resume: 'Tính tiếp phần còn lại; những ngày chờ không tính',
  afterHour: 'Nhận sau giờ này thì tính như nhận ngày làm việc kế tiếp',
  afterHourHint: 'Giờ chẵn, ví dụ 15. Để trống: nhận lúc nào trong ngày cũng tính ngày đó.',
  afterHourOff: 'không áp dụng',
  hour: (hour: number) => `${hour} giờ`,
  remindBefore: 'Nhắc trước hạn',
  remindHint: 'Số ngày làm việc, lớn trước, cách nhau bằng dấu phẩy. Ví dụ: 3, 1. Để trống là không nhắc.',
  remindNever: 'không nhắc',
  remind: (days: readonly number[]) => `${days.join(', ').replace(/, (\d+)$/, ' và $1')} ngày làm việc`,
  effectiveOn: 'Áp dụng từ ngày',
  effectiveHint: 'Từ hôm nay trở đi. Phiếu mở trước ngày này không đổi hạn.',
  source: 'Căn cứ',
  sourceHint: 'Văn bản hoặc quyết định của cơ quan, ví dụ: Quyết định 123/QĐ-UBND ngày 01/12/2026.',
  save: 'Lưu phiên bản mới',
  cancel: 'Không thay đổi',
  refused: 'Chưa lưu được',
  conflict: 'Người khác vừa lưu một phiên bản của đơn vị này. Xin xem lại rồi lưu lần nữa.',
  saved: (number: number) => `Đã lưu phiên bản ${number}.`,
  days: (n: number) => `${n} ngày làm việc`,
  calendarDays: (n: number) => `${n} ngày`,
  off: 'không cho',
  workingDay:
    'Ngày làm việc là thứ Hai đến thứ Sáu theo lịch nghỉ, làm bù. Quầy mở thứ Bảy hay buổi tối không thành ngày làm việc.',
}

/** What a rule says, for a table. */
export function ruleText(rules: DeadlineRules, name: RuleNumber): string {
  if (name === 'extension' && rules.extension === 0) return deadlineWords.off
  return name === 'reopenWithin' ? deadlineWords.calendarDays(rules[name]) : deadlineWords.days(rules[name])
}

const most: Partial<Record<DeadlineField, number>> = { answer: 120, extension: 120, supplement: 120, reopenWithin: 120 }

/** What is wrong with a field of the form. */
export function deadlineFault(field: DeadlineField): string {
  if (field === 'effectiveOn') return 'Xin ghi một ngày từ hôm nay trở đi, ví dụ 01/12/2026.'
  if (field === 'source') return 'Xin ghi căn cứ của thời hạn này.'
  if (field === 'afterHour') return 'Xin ghi giờ chẵn từ 1 đến 23, hoặc để trống.'
  if (field === 'remindBefore') return 'Xin ghi nhiều nhất 5 số từ 0 đến 30, số lớn trước, ví dụ 3, 1.'
  if (field === 'office') return 'Xin chọn đơn vị.'
  const from = field === 'extension' ? 0 : 1
  return `Xin ghi một số nguyên từ ${from} đến ${most[field] ?? 60}.`
}
