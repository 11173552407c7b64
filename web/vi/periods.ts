import type { PeriodStep, StepProblem } from '../../server/domain/period-close'
import { capitalise, formatCount, formatDay, formatPeriod } from './format'

export const stepNames = {
  close: 'Chốt số liệu',
  approve: 'Duyệt',
  publish: 'Công bố',
  reopen: 'Mở lại kỳ',
} satisfies Record<PeriodStep, string>

export const stepProblems = {
  'not-ended': 'Kỳ chưa kết thúc nên chưa chốt được.',
  'wrong-state': 'Kỳ này vừa được người khác chuyển bước. Xin xem lại trạng thái bên dưới.',
  'no-reason': 'Xin ghi lý do mở lại kỳ.',
  forbidden: 'Vai trò này không làm được bước đó.',
  'no-survey': 'Xin chọn ít nhất một mẫu phiếu có phiếu hợp lệ trong kỳ.',
} satisfies Record<StepProblem | 'forbidden' | 'no-survey', string>

export const periods = {
  title: 'Kỳ báo cáo',
  about: 'Kỳ đã công bố là số liệu chính thức: trang kết quả công khai chỉ đọc từ các kỳ này.',
  filters: { office: 'Đơn vị', year: 'Năm', rule: 'Cách tính kỳ', show: 'Xem' },
  rules: { lich: 'Theo lịch', '14': 'Chốt ngày 14' },
  columns: {
    period: 'Kỳ',
    days: 'Từ ngày – đến ngày',
    state: 'Trạng thái',
    valid: 'Phiếu hợp lệ khi chốt',
    late: 'Bổ sung sau chốt',
    dossiers: 'Số hồ sơ',
  },
  running: 'chưa kết thúc',
  nothing: 'Chưa có kỳ nào bắt đầu trong năm này.',
  none: '–',

  pageTitle: (period: string) => `Kỳ báo cáo ${formatPeriod(period)}`,
  days: (from: string, to: string) => `Từ ${formatDay(from)} đến hết ${formatDay(to)}`,
  below: (count: number) => `gồm ${formatCount(count)} đơn vị trực thuộc`,
  stepsLabel: 'Các bước của kỳ',
  by: (day: string, name: string) => `${formatDay(day)}, ${name}`,
  canCloseFrom: (day: string) => `Kỳ chưa kết thúc. Chốt được từ ngày ${formatDay(day)}.`,
  waitingFor: (step: PeriodStep) => `Đang chờ người có quyền ${stepNames[step].toLowerCase()}.`,
  collides: (among: readonly { period: string; officeName: string }[], office: string) =>
    `Chưa công bố kỳ này được: đặt cạnh số liệu đã công bố của ${collisionNames(among, office)}, người đọc có thể tính ra câu trả lời của dưới 5 người.`,
  collidesNext:
    'Nên chỉ công bố kỳ dài hơn trong các kỳ này. Nếu kỳ ngắn hơn đã công bố rồi, xin chờ công bố chung với kỳ sau, khi phần chênh lệch có từ 5 phiếu.',
  publicPage: 'Xem trang công khai',
  done: {
    close: 'Đã chốt số liệu.',
    approve: 'Đã duyệt số liệu.',
    publish: 'Đã công bố. Trang công khai đã có số liệu của kỳ này.',
    reopen: 'Đã mở lại kỳ. Bản chốt trước được giữ trong lịch sử bên dưới và không còn trên trang công khai.',
    dossiers: 'Đã lưu số hồ sơ.',
    target: 'Đã lưu chỉ tiêu.',
  },

  snapshot: 'Số liệu khi chốt',
  survey: 'Mẫu phiếu',
  valid: 'Phiếu hợp lệ',
  rate: 'Hài lòng chung',
  nowValid: 'Phiếu hiện nay',
  nowRate: 'Hài lòng hiện nay',
  noSurvey: 'Trong kỳ không có phiếu hợp lệ nào.',
  noLate: 'Chưa có phiếu nào bổ sung sau chốt.',
  late: (count: number) =>
    `Bổ sung sau chốt: ${formatCount(count)} phiếu có ngày trong kỳ được nhập sau khi chốt. Số đã chốt không thay đổi.`,
  log: (size: number) => `Chốt khi sổ phiếu có ${formatCount(size)} dòng.`,
  root: 'Gốc của sổ',
  hash: 'Dấu của số liệu',
  frozen: 'Kỳ đã chốt dùng số hồ sơ và chỉ tiêu đã ghi lúc chốt. Muốn đổi, xin mở lại kỳ rồi chốt lại.',
  history: 'Các lần chốt trước',
  reopened: (closed: string, by: string, day: string, who: string, reason: string) =>
    `Chốt ngày ${formatDay(closed)} (${by}); mở lại ngày ${formatDay(day)} (${who}). Lý do: ${reason}`,

  confirm: {
    close: (period: string) => `Chốt số liệu ${formatPeriod(period)}?`,
    approve: (period: string) => `Duyệt số liệu ${formatPeriod(period)}?`,
    publish: (period: string) => `Công bố số liệu ${formatPeriod(period)}?`,
    reopen: (period: string) => `Mở lại kỳ ${formatPeriod(period)}?`,
  },
  explain: {
    close:
      'Toàn bộ số liệu của kỳ được lưu lại như lúc này và không thay đổi nữa. Phiếu nhập sau với ngày trong kỳ được ghi riêng là “bổ sung sau chốt”.',
    approve: 'Người duyệt xác nhận số liệu đã chốt. Sau bước này có thể công bố.',
    publish: 'Số liệu dưới đây sẽ hiện trên trang kết quả công khai cho mọi người xem.',
    reopen:
      'Bản đã chốt được giữ trong lịch sử nhưng không còn hiệu lực; nếu đã công bố, trang công khai sẽ không còn kỳ này cho đến khi chốt, duyệt và công bố lại.',
  } satisfies Record<PeriodStep, string>,
  versions: 'Mẫu phiếu đưa vào báo cáo',
  versionCount: (title: string, n: number) => `${title}: ${formatCount(n)} phiếu hợp lệ`,
  reason: 'Lý do mở lại',
  reasonHint: 'Lý do được lưu cùng tên người mở lại và ngày giờ.',
  cancel: 'Quay lại',

  dossiers: {
    title: 'Số hồ sơ trong kỳ',
    about: 'Dùng để tính tỷ lệ phản hồi. Ghi cho cả đơn vị, gồm các đơn vị trực thuộc.',
    dossiers: 'Số hồ sơ',
    issued: 'Số phiếu phát ra',
    issuedHint: 'Nếu có đếm; không bắt buộc.',
    overdue: 'Số hồ sơ trễ hẹn',
    disliked: 'Số hồ sơ bị phản ánh, kiến nghị hoặc không hài lòng',
    hints: {
      overdue: 'Để tính mục 5.4 của Quyết định 766/QĐ-TTg; không bắt buộc.',
      disliked: 'Mỗi hồ sơ đếm một lần; không bắt buộc.',
    },
    basis: 'Hồ sơ được đếm',
    bases: { 'received-and-returned': 'Đã tiếp nhận và đã trả kết quả', returned: 'Chỉ đã trả kết quả' },
    save: 'Lưu số hồ sơ',
    wrong: {
      dossiers: 'Số hồ sơ cần là số nguyên, ví dụ 1.341.',
      issued: 'Số phiếu phát ra cần là số nguyên, hoặc để trống.',
      overdue: 'Số hồ sơ trễ hẹn cần là số nguyên, không quá số hồ sơ, hoặc để trống.',
      disliked: 'Số hồ sơ này cần là số nguyên, không quá số hồ sơ, hoặc để trống.',
      basis: 'Xin chọn loại hồ sơ được đếm.',
    },
    entered: (day: string, name: string) => `Nhập ngày ${formatDay(day)}, ${name}.`,
  },
  target: {
    title: (year: number) => `Chỉ tiêu hài lòng năm ${year}`,
    above: (percent: string, operator: '>=' | '>', office: string) =>
      `Đơn vị chưa có chỉ tiêu riêng nên đang dùng chỉ tiêu ${operator === '>' ? 'trên' : 'từ'} ${percent}${operator === '>' ? '' : ' trở lên'} của ${office}.`,
    operator: 'So sánh',
    operators: { '>=': 'Từ … trở lên', '>': 'Trên …' },
    percent: 'Tỷ lệ (%)',
    percentHint: 'Ví dụ 90 hoặc 87,5.',
    source: 'Căn cứ',
    sourceHint: 'Số, ngày của kế hoạch giao chỉ tiêu.',
    save: 'Lưu chỉ tiêu',
    wrong: {
      operator: 'Xin chọn cách so sánh.',
      percent: 'Tỷ lệ cần lớn hơn 0, không quá 100, nhiều nhất hai chữ số thập phân.',
      source: 'Căn cứ dài quá 300 ký tự.',
    },
  },
}

/** "tháng 1/2026 và tháng 2/2026 (Phòng Một)"; the office only when it is another one. */
function collisionNames(among: readonly { period: string; officeName: string }[], office: string): string {
  const names = among.map(
    ({ period, officeName }) => formatPeriod(period) + (officeName === office ? '' : ` (${officeName})`),
  )
  return new Intl.ListFormat('vi').format(new Set(names))
}

/** "Quý I/2026". */
export function periodName(period: string): string {
  return capitalise(formatPeriod(period))
}
