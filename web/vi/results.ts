import type { Verdict } from '../../server/domain/comparison'
import type { ParameterError } from '../../server/reports/parameters'
import { formatCount, formatDay, formatInterval, formatNumber, formatPercent, formatPoints } from './format'

const verdictWords = { above: 'Trên', below: 'Dưới', equal: 'Đúng bằng' } satisfies Record<Verdict, string>

export const resultsWords = {
  title: (period: string, until: string) => `Kết quả hài lòng, ${period}${until}`,
  untilNow: ' đến hôm nay',
  untilDay: (day: string) => ` đến hết ${formatDay(day)}`,
  days: (from: string, to: string) => `từ ${formatDay(from)} đến ${formatDay(to)}`,
  delayed: 'Số liệu xem được đến hết hôm qua, để không ai đoán được phiếu của người vừa đến quầy.',
  wholeWeeks:
    'Người làm việc tại điểm khảo sát xem các tuần đã trọn, từ thứ Hai đến Chủ Nhật; tuần có dưới 5 phiếu được gộp với các tuần sau cho đến khi đủ, để không ai đoán được phiếu của người vừa đến quầy.',
  notYet: 'Kỳ này chưa bắt đầu.',
  nothingVisible: 'Trong những ngày này chưa có số liệu xem được.',

  filters: {
    label: 'Bộ lọc',
    open: 'Chọn kỳ, nơi',
    period: 'Kỳ',
    place: 'Nơi',
    channel: 'Kênh',
    survey: 'Mẫu',
    allChannels: 'Tất cả',
    anySurvey: 'Nhiều phiếu nhất',
    cutoff: 'Kỳ chốt ngày 14',
    calendar: 'Kỳ theo lịch',
    offices: 'Cơ quan',
    otherDays: 'Chọn ngày khác',
    from: 'Từ ngày',
    to: 'Đến hết ngày',
    show: 'Xem',
    chosenDays: 'Ngày đã chọn',
    download: 'Tải số liệu',
  },

  overall: 'Mức độ hài lòng chung',
  interval: 'Khoảng tin cậy 95\u00a0%',
  valid: 'Số phiếu hợp lệ',
  validOf: (n: number, dossiers: number | null) =>
    dossiers === null ? formatCount(n) : `${formatCount(n)} / ${formatCount(dossiers)} hồ sơ`,
  responseRate: 'Tỷ lệ phản hồi',
  noDossiers: 'Chưa nhập số hồ sơ',
  reliability: 'Độ tin cậy',
  enough: 'Đủ mẫu',
  missing: (count: string) => `Còn thiếu ${count} phiếu`,
  fromThirty: 'Từ 30 phiếu trở lên',
  bounds: (low: number, high: number) =>
    `Nếu tất cả người không trả lời đều không hài lòng, tỷ lệ là ${formatPercent(low)}; đều hài lòng, ${formatPercent(high)}.`,
  overHundred: 'Số phiếu nhiều hơn số hồ sơ: một người có thể trả lời nhiều lần, hoặc số hồ sơ nhập chưa đủ.',

  target: (verdict: Verdict, target: string, points: number) =>
    verdict === 'equal'
      ? `${verdictWords.equal} chỉ tiêu ${target}.`
      : `${verdictWords[verdict]} chỉ tiêu ${target} là ${formatPoints(points)}.`,
  targetOver: (percent: string) => `trên ${percent}`,
  belowTarget: 'dưới chỉ tiêu',
  noTarget: 'Chưa đặt chỉ tiêu cho năm này.',
  change: (before: string, points: number, distinct: boolean) => {
    if (points === 0) return `Bằng ${before}.`
    const how = points > 0 ? 'Cao hơn' : 'Thấp hơn'
    const sure = distinct ? 'khác nhau có ý nghĩa thống kê' : 'chưa đủ để nói là khác biệt thật'
    return `${how} ${before} ${formatPoints(points)}, ${sure}.`
  },
  before: { days: 'khoảng thời gian liền trước' },

  dimensions: (count: number) => (count === 5 ? 'Năm yếu tố' : `${count} yếu tố`),
  axis: (low: number) => `${low} đến 100\u00a0%`,
  targetLine: 'Vạch đứng là chỉ tiêu.',
  cutAxis: (low: number) => `Trục bắt đầu từ ${low}\u00a0%.`,
  rate: 'Hài lòng',
  interval95: 'Khoảng 95\u00a0%',
  answered: 'Người trả lời',
  used: (used: number, of: number) => `${used}/${of} tiêu chí`,
  doubtful: (count: number, without: number | null) =>
    without === null
      ? `${formatCount(count)} phiếu nghi vấn vẫn được tính.`
      : `${formatCount(count)} phiếu nghi vấn vẫn được tính; bỏ ra thì tỷ lệ là ${formatPercent(without)}.`,

  priorities: 'Sửa gì trước',
  priority: (rate: number, answered: number) =>
    `${formatPercent(rate)} hài lòng trên ${formatCount(answered)} người trả lời câu này.`,
  gain: (target: string, points: number) => `Nếu đạt chỉ tiêu ${target}, chung tăng tối đa ${formatPoints(points)}.`,
  certain: (low: number, high: number) => `Chắc chắn dưới chỉ tiêu: khoảng 95\u00a0% là ${formatInterval(low, high)}.`,
  uncertain: (low: number, high: number) =>
    `Chưa chắc dưới chỉ tiêu: khoảng 95\u00a0% là ${formatInterval(low, high)}.`,
  intervalIs: (low: number, high: number) => `Khoảng 95\u00a0% là ${formatInterval(low, high)}.`,
  allReach: 'Mọi tiêu chí đủ phiếu đều đạt chỉ tiêu.',
  noReliable: 'Chưa tiêu chí nào đủ 30 người trả lời để xếp thứ tự.',
  lowestOnly: 'Chưa đặt chỉ tiêu cho năm này nên chưa tính được mức tăng; dưới đây là các tiêu chí thấp nhất.',

  byMonth: 'Theo tháng',
  month: 'Tháng',
  trendNote: 'Dải nhạt là khoảng tin cậy 95\u00a0%.',
  hiddenMonths: (months: string[]) =>
    `Không vẽ ${months.join(', ')}: dưới 5 phiếu, hoặc che để không lộ người trả lời.`,
  showTable: 'Xem bảng số',
  noMonths: 'Chưa có tháng nào từ 5 phiếu trở lên.',

  channels: 'Kênh trả lời',
  channel: 'Kênh',
  count: 'Phiếu',
  toPhone: 'So với điện thoại',
  reference: 'mốc so sánh',
  gap: (points: number, distinct: boolean) => {
    if (points === 0) return 'bằng nhau'
    const words = `${points > 0 ? 'cao hơn' : 'thấp hơn'} ${formatPoints(points)}`
    return distinct ? words : `${words}, chưa đủ căn cứ để kết luận có khác nhau`
  },
  few: 'ít phiếu',
  channelsNote: 'Không cộng lẫn khi xếp hạng: người đứng trước cán bộ thường chấm cao hơn.',

  heat: 'Điểm khảo sát và yếu tố',
  hosted: {
    title: 'Nơi đón tiếp tại các điểm đặt ở đây',
    about: (points: number) =>
      `${formatCount(points)} điểm của cơ quan khác đặt tại trụ sở này. Điều kiện nơi đón tiếp là việc của nơi đặt; các phần khác tính cho cơ quan có điểm.`,
    rate: (name: string, rate: string, people: string) => `${name}: ${rate} hài lòng, ${people} người trả lời`,
  },
  place: 'Điểm khảo sát',
  heatNote: (target: string | null) =>
    `${target ? `▼ dưới chỉ tiêu ${target}. ` : ''}“ẩn”: dưới 5 phiếu, hoặc che để không suy ra được từ các ô khác.`,
  hidden: 'ẩn',
  underFive: 'dưới 5',
  noResponses: 'chưa có phiếu',
  lowRow: 'ít phiếu, chỉ để tham khảo',

  criteria: (count: number) => `${count} tiêu chí`,
  criterion: 'Tiêu chí',
  levels: (count: number) => `${count} mức, mức hài lòng ở bên trái`,
  targetKey: (target: string) => `Chỉ tiêu ${target}`,
  counts: 'Xem số phiếu từng mức',
  chain: 'Phiếu phát ra, thu về, hợp lệ',
  notCounted: 'chưa nhập',
  reason: (word: string, count: number) => `${word} ${formatCount(count)}`,
  ofDoubtful: (count: number) => `trong đó ${formatCount(count)} phiếu nghi vấn`,

  other: 'Các số khác',
  fully: 'Hài lòng toàn diện',
  fullyNote: (count: number, of: number) =>
    `${formatCount(count)} / ${formatCount(of)} phiếu có mọi tiêu chí đã trả lời ở mức hài lòng trở lên.`,
  mean: 'Điểm trung bình',
  meanOf: (level: number, levels: number, percent: number) =>
    `${formatNumber(level)}/${levels} (quy đổi ${formatPercent(percent)})`,
  ended: (day: string, successor: string | null) =>
    `Đơn vị đã đóng, ngày hoạt động cuối cùng ${formatDay(day)}${successor === null ? '' : `; công việc được tiếp tục tại ${successor}`}. Số liệu dưới đây là của riêng đơn vị này.`,
  emptyPoint: 'Điểm này chưa có phiếu nào trong kỳ.',
  emptyOffice: 'Chưa có phiếu nào trong kỳ.',
  noneValid: 'Trong kỳ chưa có phiếu hợp lệ nào.',
  emptyHint: 'Có thể chọn kỳ khác, hoặc in mã QR và đặt tại quầy để người dân trả lời.',
  toPoints: 'Đến trang điểm khảo sát, mã QR',
  version: (title: string, version: number) => `${title}, bản ${version}`,
}

/** Why a view that was asked for in the address cannot be shown. */
export const viewProblems = {
  'unknown-office': 'Không tìm thấy cơ quan này trong phạm vi được xem.',
  'unknown-point': 'Không tìm thấy điểm khảo sát này trong phạm vi được xem.',
  'unknown-channel': 'Không có kênh trả lời này.',
  'bad-period': 'Kỳ không đúng. Ví dụ đúng: 2026, 2026-03, 2026-Q1, 2026-H1, 2026-9M.',
  'bad-day': 'Ngày không đúng. Xin chọn lại ngày.',
  'period-and-days': 'Xin chọn kỳ, hoặc chọn ngày, không chọn cả hai.',
  'from-after-to': 'Ngày bắt đầu ở sau ngày kết thúc. Xin chọn lại.',
  'unknown-survey': 'Không tìm thấy mẫu phiếu này.',
  'not-yet-visible': 'Trong những ngày này chưa có số liệu xem được.',
  'unknown-grouping':
    'Không có cách chia này. Các cách: office (đơn vị), department (phòng), type (loại nội dung), procedure (thủ tục), field (lĩnh vực), month (tháng).',
  'no-answers': 'Chưa có điểm khảo sát nào trong phạm vi này.',
} satisfies Record<ParameterError, string>

/** The sentence that stands for the picture of a trend. */
export function trendSentence(points: readonly { label: string; rate: number | null }[]): string {
  const shown = points.flatMap(({ label, rate }) => (rate === null ? [] : [{ label, rate }]))
  const first = shown[0]
  const last = shown.at(-1)
  if (!first || !last) return resultsWords.noMonths
  const at = (point: { label: string; rate: number }) => `${formatPercent(point.rate)} (tháng ${point.label})`
  const lowest = shown.reduce((a, b) => (b.rate < a.rate ? b : a))
  const highest = shown.reduce((a, b) => (b.rate > a.rate ? b : a))
  return `Mức độ hài lòng chung theo tháng: từ ${at(first)} đến ${at(last)}; thấp nhất ${at(lowest)}, cao nhất ${at(highest)}. Bảng số ở ngay dưới.`
}
