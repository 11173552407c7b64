import type { AssignedCase } from '../../server/actions/case-assigning'
import type { LineDue } from '../../server/domain/case-due'
import type { CaseTab } from '../../server/domain/case-filters'
import { dueLabel } from './case-timeline'
import { caseStateNames } from './cases'
import { formatCount } from './format'

/** How a deadline stands, or that there is none; apart from it the end that a heading may say instead. */
export function lineDueLabel(due: LineDue): [text: string, unit: string] {
  const label = due.kind === 'none' ? 'Không có hạn' : dueLabel(due)
  const [, text = label, unit = ''] = /^(.*?)(\slàm\sviệc)?$/.exec(label) ?? []
  return [text, unit]
}

export const tabNames = {
  open: 'Tất cả',
  mine: 'Việc của tôi',
  unassigned: 'Chưa phân công',
  soon: 'Sắp đến hạn',
  overdue: 'Quá hạn',
  'awaiting-sender': 'Chờ bổ sung',
  'awaiting-approval': 'Chờ duyệt',
  'awaiting-publication': 'Chờ công khai',
  closed: 'Đã xong',
} satisfies Record<CaseTab, string>

const nothing = {
  open: 'Không có phản ánh, kiến nghị nào đang chờ trả lời.',
  mine: 'Ông/Bà không có việc nào đang chờ.',
  unassigned: 'Việc nào cũng đã có người xử lý.',
  soon: 'Không có việc nào sắp đến hạn.',
  overdue: 'Không có việc quá hạn.',
  'awaiting-sender': 'Không có việc nào đang chờ người gửi bổ sung.',
  'awaiting-approval': 'Không có câu trả lời hay đề nghị gia hạn nào chờ duyệt.',
  'awaiting-publication': 'Không có câu trả lời nào chờ công khai.',
  closed: 'Chưa có việc nào xong.',
} satisfies Record<CaseTab, string>

export const inboxWords = {
  title: 'Hộp việc',
  heading: (box: string) => (box === tabNames.open ? 'Hộp việc' : `Hộp việc: ${box}`),
  entry: 'Nhập hộ',
  print: 'In danh sách',
  boxes: 'Các hộp việc',
  nothing,
  nothingYet: 'Chưa có phản ánh, kiến nghị nào được gửi đến. Phiếu gửi từ mã QR, trang web hoặc nhập hộ sẽ hiện ở đây.',
  noMatch: 'Không có việc nào hợp với các điều kiện đang chọn.',
  elsewhere: 'Ở hộp khác:',
  count: (shown: number, total: number) =>
    shown === total ? `${formatCount(total)} việc` : `${formatCount(shown)} trong ${formatCount(total)} việc`,
  filter: {
    label: 'Tìm và lọc',
    active: 'Tìm và lọc (đang lọc)',
    words: 'Tìm',
    wordsHint: 'Mã phiếu, chữ trong tóm tắt hoặc nội dung; có dấu hay không dấu đều được',
    office: 'Đơn vị',
    field: 'Lĩnh vực',
    group: 'Phân loại',
    type: 'Nội dung',
    procedure: 'Thủ tục',
    procedureHint: 'Mã hoặc tên thủ tục',
    channel: 'Nguồn',
    assignee: 'Người xử lý',
    state: 'Trạng thái',
    kind: 'Loại',
    from: 'Gửi từ ngày',
    to: 'đến ngày',
    any: 'Tất cả',
    nobody: 'Chưa giao',
    more: 'Thêm điều kiện',
    submit: 'Lọc',
    clear: 'Bỏ lọc',
    wrong: {
      from: 'Chưa đọc được ngày bắt đầu, nên chưa lọc theo ngày. Xin ghi như 01/11/2026.',
      to: 'Chưa đọc được ngày kết thúc, nên chưa lọc theo ngày. Xin ghi như 30/11/2026.',
      order: 'Ngày kết thúc đứng trước ngày bắt đầu, nên chưa lọc theo ngày. Xin xem lại hai ngày.',
    },
  },
  columns: {
    due: 'Hạn',
    left: 'Còn lại',
    leftUnit: '(ngày làm việc)',
    what: 'Nội dung',
    assignee: 'Người xử lý',
    state: 'Trạng thái',
    source: 'Nguồn',
  },
  restricted: 'Hạn chế xem',
  extension: (days: number) => `Xin gia hạn ${days} ngày`,
  nobody: 'Chưa giao',
  noDue: 'Không hẹn ngày',
  untitled: 'Không có tóm tắt',
  select: (code: string) => `Chọn ${code}`,
  selectAll: 'Chọn tất cả việc trên trang này',
  bulk: {
    title: 'Giao việc đã chọn',
    about: 'Chọn việc ở danh sách, rồi chọn người xử lý hoặc phòng, bộ phận.',
    chosen: 'Đã chọn {count} việc.',
    assignee: 'Người xử lý',
    assigneeTyped: 'Người xử lý (tên đăng nhập)',
    choose: 'Chọn người',
    department: 'Phòng, bộ phận',
    note: 'Ghi chú cho người nhận',
    submit: 'Giao việc',
    problems: {
      none: 'Chưa chọn việc nào. Xin đánh dấu ít nhất một việc trong danh sách.',
      nobody: 'Chưa chọn người xử lý hay phòng, bộ phận.',
      unknown: 'Không tìm thấy người này. Xin chọn trong danh sách hoặc ghi đúng tên đăng nhập.',
      long: 'Ghi chú dài quá 1.000 ký tự. Xin rút gọn.',
      many: 'Mỗi lần giao được nhiều nhất 200 việc. Xin bỏ bớt.',
    },
    done: (n: number, to: string) => `Đã giao ${formatCount(n)} việc cho ${to}.`,
    notDone: (n: number) => `${formatCount(n)} việc chưa giao được:`,
    failed: (one: Extract<AssignedCase, { ok: false }>, holder: string | null): string => {
      const now = `Nay: ${caseStateNames[one.state].toLocaleLowerCase('vi')}, ${holder === null ? 'chưa giao' : `người xử lý ${holder}`}.`
      switch (one.error) {
        case 'conflict':
          return `vừa được người khác thay đổi. ${now} Xin xem lại rồi giao lần nữa.`
        case 'wrong-state':
          return `không còn giao được vì việc đã kết thúc. ${now}`
        case 'not-there':
          return 'người được chọn không làm việc ở đơn vị của phiếu này. Xin chọn người khác.'
        default:
          return `Ông/Bà không giao được việc này. ${now}`
      }
    },
  },
  keys: {
    hint: 'J K chuyển dòng · Enter mở · X chọn · G giao việc · ? mọi phím tắt',
    title: 'Phím tắt',
    list: [
      ['J', 'xuống dòng sau'],
      ['K', 'lên dòng trước'],
      ['Enter', 'mở việc đang đứng'],
      ['X', 'chọn hoặc bỏ chọn việc'],
      ['G', 'đến phần giao việc'],
      ['/', 'đến ô tìm'],
      ['?', 'mở bảng này'],
    ] as const,
    use: 'Dùng phím tắt trên máy này',
    close: 'Đóng',
  },
}
