import type { CaseCounts } from '../../server/domain/case-identity'
import type { Share } from '../../server/domain/case-indicators'
import type { RestrictedCount } from '../../server/domain/case-view'
import type { Verdict } from '../../server/domain/comparison'
import { formatCount, formatDay, formatPercent, formatPoints, formatShortMonth, formatShortNumber } from './format'

/** "1.284 (93,20 %)", or the number alone where there is nothing to divide by. */
const withRate = ({ part, of, rate }: Share) =>
  rate === null ? '–' : `${formatCount(part)}/${formatCount(of)} (${formatPercent(rate)})`

export const caseFigureWords = {
  title: (period: string, until: string) => `Số liệu phản ánh, kiến nghị, ${period}${until}`,
  untilNow: ' đến hôm nay',
  days: (from: string, to: string) => `từ ${formatDay(from)} đến ${formatDay(to)}`,
  filters: {
    label: 'Bộ lọc',
    open: 'Chọn kỳ, đơn vị',
    period: 'Kỳ',
    place: 'Đơn vị',
    show: 'Xem',
    otherDays: 'Chọn ngày khác',
    from: 'Từ ngày',
    to: 'Đến hết ngày',
    chosenDays: 'Ngày đã chọn',
    calendar: 'Kỳ theo lịch',
    cutoff: 'Kỳ chốt ngày 14',
  },
  asOf: (day: string) => `Tính đến 24 giờ 00 ngày ${formatDay(day)}.`,
  goesOn: 'Kỳ chưa kết thúc: số liệu tính đến lúc mở trang.',

  onTime: 'Tỷ lệ đúng hạn',
  noRate: 'Chưa có phiếu để tính',
  headline: ({ handled, handledLate, inProgress, overdue }: CaseCounts) =>
    [
      `Đã trả lời ${formatCount(handled)} phiếu${handled > 0 ? `, ${formatCount(handled - handledLate)} đúng hạn` : ''}`,
      `đang xử lý ${formatCount(inProgress)}${inProgress > 0 ? `, ${overdue === 0 ? 'không có phiếu quá hạn' : `${formatCount(overdue)} quá hạn`}` : ''}`,
    ].join('; '),
  target: (verdict: Verdict, target: string, points: number) =>
    verdict === 'equal'
      ? `Đúng bằng chỉ tiêu ${target}.`
      : `${verdict === 'above' ? 'Trên' : 'Dưới'} chỉ tiêu ${target} là ${formatPoints(points)}.`,
  targetOver: (percent: string) => `trên ${percent}`,
  noTarget: 'Chưa đặt chỉ tiêu cho năm này.',
  belowTarget: 'dưới chỉ tiêu',
  targetLine: (target: string) => `Vạch đứng là chỉ tiêu ${target}.`,
  nationally: (share: Share) => `Không tính gia hạn: ${withRate(share)}.`,
  facts: {
    median: 'Ngày làm việc để trả lời',
    spread: (median: number | null, p90: number | null) =>
      median === null || p90 === null
        ? '–'
        : `${formatShortNumber(median)} (trung vị), 90% trong ${formatShortNumber(p90)}`,
    response: 'Phản hồi đầu tiên sau',
    workingDays: (days: number | null) => (days === null ? '–' : `${formatShortNumber(days)} ngày làm việc`),
    answered: 'Đã trả lời trên số đến hạn',
    published: 'Đã công khai',
    rated: 'Người gửi đánh giá',
    ratings: (satisfied: number, acceptable: number, not: number) =>
      satisfied + acceptable + not === 0
        ? 'Chưa ai đánh giá'
        : `${formatCount(satisfied)} hài lòng, ${formatCount(acceptable)} chấp nhận được, ${formatCount(not)} không hài lòng`,
    share: withRate,
  },

  today: 'Hôm nay',
  soon: (count: number) => (count === 0 ? 'Không có việc sắp quá hạn.' : `${formatCount(count)} việc sắp quá hạn`),
  overdue: (count: number) => (count === 0 ? 'Không có việc quá hạn.' : `${formatCount(count)} việc đang quá hạn`),
  todayNote: 'Đếm như trong Hộp việc, gồm cả hỏi đáp và loại việc khác.',

  identity: 'Vào và ra trong kỳ',
  line: 'Dòng',
  came: 'Phải xử lý',
  left: 'Kết quả đến hết kỳ',
  count: 'Số phiếu',
  share: 'So với tổng',
  ofThem: (count: number) => `trong đó ${formatCount(count)} quá hạn`,
  casesAndSenders: (cases: number, senders: number) =>
    `${formatCount(cases)} vụ việc khác nhau, ${formatCount(senders)} người gửi: phiếu gộp tính một vụ, phiếu đã tách tính theo các phần.`,
  againNote:
    'Mở lại, nhận lại: người gửi đề nghị xem xét lại, cơ quan sửa việc từ chối hoặc chuyển nhầm, hoặc nơi khác trả lại. Chuyển giữa các đơn vị trong phạm vi đang xem không tính là chuyển.',
  unbalanced: 'Tổng đầu vào và đầu ra không bằng nhau. Xin đừng dùng số liệu này và báo cho người quản trị.',

  groups: 'Nội dung phản ánh',
  group: 'Nhóm',
  months: 'Tiếp nhận và trả lời theo tháng',
  month: 'Tháng',
  received: 'Mới nhận',
  handled: 'Đã trả lời',
  showTable: 'Xem bảng số',
  monthsAlt: (months: readonly { month: string; new: number; handled: number }[]) => {
    const sum = (key: 'new' | 'handled') => months.reduce((total, month) => total + month[key], 0)
    const most = months.reduce((a, b) => (b.new > a.new ? b : a), months[0] ?? { month: '', new: 0, handled: 0 })
    return `Biểu đồ ${formatCount(months.length)} tháng: mới nhận ${formatCount(sum('new'))}, đã trả lời ${formatCount(sum('handled'))}; nhiều nhất là tháng ${formatShortMonth(most.month)} với ${formatCount(most.new)} phiếu mới. Bảng số ở ngay dưới.`
  },
  noMonths: 'Trong 12 tháng này chưa có phiếu nào.',

  handling: 'Thời gian trả lời',
  handlingNote: 'Ngày làm việc từ lúc nhận đến lúc trả lời, không gồm ngày chờ người gửi bổ sung.',
  daysColumn: 'Ngày làm việc',
  answers: 'Số câu trả lời',
  upTo: (above: number, upTo: number | null) =>
    upTo === null ? `Trên ${above}` : above < 0 ? `Đến ${upTo}` : `${above + 1} đến ${upTo}`,

  offices: 'Đúng hạn theo đơn vị',
  office: 'Đơn vị',
  total: 'Tổng số',
  overdueShort: 'Quá hạn',
  median: 'Trung vị',
  officesNote:
    'Phiếu chuyển giữa hai đơn vị được tính ở cả hai. Đơn vị không có phiếu trong kỳ không có dòng. Dưới 30 phiếu: chỉ để tham khảo, không xếp hạng.',
  few: 'ít phiếu',
  none: 'chưa có phiếu',

  others: 'Việc khác, đếm riêng',
  kind: 'Loại việc',
  inProgress: 'Đang xử lý',
  noOthers: 'Trong kỳ không có hỏi đáp hay loại việc khác.',
  restricted: (count: RestrictedCount) => {
    if (count.kind === 'none') return ''
    const how = count.kind === 'few' ? 'dưới 5' : `khoảng ${formatCount(count.count)}`
    return `Việc hạn chế (khiếu nại, tố cáo, trẻ em): ${how}; không ghi số chính xác để không lộ người gửi.`
  },

  indicators: 'Chỉ số tự tính để tham khảo',
  indicator: 'Chỉ số',
  value: 'Giá trị',
  rows: {
    handled: '766: 5.1 Đã xử lý (?)',
    onTime: '766: 5.2 Đúng hạn, không tính gia hạn',
    satisfied: '766: 5.3 Hài lòng trong xử lý',
    dossiers: '766: 5.4 Hài lòng trong giải quyết hồ sơ',
    indicator8: 'Thông tư 01/2018: chỉ số 8',
    publishedOnTime: 'Công khai trong hạn',
  },
  points: (points: number) => `${points}/2 điểm`,
  noDossiers: 'Chưa có số hồ sơ trễ hẹn để tính',
  indicatorsNote: 'Hệ thống quốc gia tính các mục của Quyết định 766/QĐ-TTg từ dữ liệu của mình.',

  empty: 'Không có phản ánh, kiến nghị phát sinh trong kỳ.',
  emptyHint: 'Có thể chọn kỳ khác hoặc đơn vị khác. Khi không có phiếu thì không có tỷ lệ, không phải 0%.',

  downloads: 'Tải số liệu',
  reports: {
    'case-summary': 'Bảng tổng hợp (tham khảo biểu II.05)',
    'case-performance': 'Kết quả theo đơn vị',
    'case-indicators': 'Các chỉ số',
    cases: 'Sổ theo dõi',
  },
} as const
