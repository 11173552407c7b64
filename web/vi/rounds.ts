import type { RoundState } from '../../server/domain/round'
import type { RoundFault } from '../../server/domain/round-form'
import { formatCount, formatDay } from './format'

/** Words of survey rounds. */
export const roundWords = {
  title: 'Đợt khảo sát',
  about:
    'Mỗi đợt có ngày bắt đầu, ngày kết thúc, các đơn vị và số phiếu cần thu. Đủ số phiếu thì vẫn nhận tiếp: dừng đúng chỉ tiêu sẽ bỏ mất ý kiến của người đến sau.',
  neverStops:
    'Đủ số phiếu cần thu, điểm khảo sát vẫn nhận phiếu: dừng đúng chỉ tiêu sẽ bỏ mất ý kiến của người đến sau và làm lệch kết quả.',
  states: { running: 'Đang thu', coming: 'Sắp tới', done: 'Đã xong' } satisfies Record<RoundState, string>,
  nothing: 'Chưa có đợt khảo sát nào.',
  nothingIn: {
    running: 'Không có đợt nào đang thu.',
    coming: 'Không có đợt nào sắp tới.',
    done: 'Chưa có đợt nào xong.',
  },
  add: 'Thêm đợt khảo sát',
  change: 'Sửa đợt khảo sát',
  days: (from: string, to: string) => `${formatDay(from)} – ${formatDay(to)}`,
  offices: (n: number) => `${formatCount(n)} đơn vị`,
  progress: (needed: number, have: number, missing: number) =>
    missing === 0 && have >= needed
      ? `Cần ${formatCount(needed)} phiếu, đã có ${formatCount(have)}, đã đủ.`
      : `Cần ${formatCount(needed)} phiếu, đã có ${formatCount(have)}, còn thiếu ${formatCount(missing)}.`,
  missingSomewhere: (missing: number) =>
    `Cả đợt đã đủ số, nhưng có đơn vị còn thiếu, cộng ${formatCount(missing)} phiếu; đơn vị khác thu thừa không bù được.`,
  few: 'dưới 5',
  fewTotal: 'Có đơn vị dưới 5 phiếu nên không cộng tổng.',
  until: (day: string) => `Số phiếu hợp lệ tính đến hết ${formatDay(day)}.`,
  notYet: 'Chưa có số liệu xem được của đợt này.',
  expected: (n: number) => `Theo nhịp hiện nay, đến hết đợt sẽ có khoảng ${formatCount(n)} phiếu.`,
  daysLeft: (n: number) => (n === 0 ? 'Hôm nay là ngày cuối.' : `Còn ${formatCount(n)} ngày.`),
  daysUntil: (n: number) => `Còn ${formatCount(n)} ngày nữa bắt đầu.`,
  ended: (day: string) => `Đã kết thúc sớm ngày ${formatDay(day)}.`,
  over: (day: string) => `Đã xong ngày ${formatDay(day)}.`,
  survey: 'Mẫu phiếu',
  columns: { office: 'Đơn vị', population: 'Hồ sơ', target: 'Cần', have: 'Đã có', missing: 'Còn thiếu', share: 'Đạt' },
  total: 'Cả đợt',
  bar: (name: string, text: string) => `${name}: ${text}`,
  counting:
    'Đếm phiếu hợp lệ của mọi bản của mẫu phiếu này, gửi trong các ngày của đợt, tại đơn vị và các đơn vị bên dưới chưa có dòng riêng. Mỗi phiếu đếm một lần.',
  edit: 'Sửa đợt này',
  end: 'Kết thúc sớm',
  endConfirm: 'Kết thúc đợt này hôm nay? Phiếu của hôm nay vẫn tính; điểm khảo sát vẫn nhận phiếu như thường.',
  endTitle: 'Kết thúc sớm đợt khảo sát',
  endAbout:
    'Đợt khảo sát dừng đếm từ ngày mai. Phiếu đã thu và phiếu của hôm nay vẫn tính; điểm khảo sát vẫn nhận phiếu như thường. Ngày kết thúc theo kế hoạch vẫn được ghi trong nhật ký.',
  copy: 'Sao chép sang năm sau',
  plan: 'Kế hoạch (Word)',
  exportTitle: 'Tiến độ',
  cancel: 'Thôi, quay lại',
  save: 'Lưu đợt khảo sát',
  name: 'Tên đợt',
  nameHint: 'Ví dụ: Khảo sát sự hài lòng quý III năm 2026',
  from: 'Từ ngày',
  to: 'Đến hết ngày',
  note: 'Ghi chú, căn cứ (không bắt buộc)',
  noteHint: 'Ví dụ: Thực hiện Kế hoạch số …/KH-UBND. In ở phần mở đầu của kế hoạch.',
  officesTitle: 'Đơn vị, số hồ sơ và số phiếu cần thu',
  officesAbout:
    'Đánh dấu các đơn vị của đợt và ghi số hồ sơ trong kỳ. Để trống ô “Cần” thì tính theo công thức n = N / (1 + N × e²), sai số e = 5 %: 200 hồ sơ cần 134 phiếu, 1.000 cần 286, 5.000 cần 371.',
  chosen: (name: string) => `Khảo sát ở ${name}`,
  populationOf: (name: string) => `Số hồ sơ của ${name}`,
  targetOf: (name: string) => `Số phiếu cần thu của ${name}`,
  table: 'Điền từ bảng',
  tableAbout:
    'Dán hai hoặc ba cột từ bảng tính: mã hoặc tên đơn vị; số hồ sơ; số phiếu cần (không bắt buộc). Mỗi dòng một đơn vị.',
  tableField: 'Bảng đã dán',
  fill: 'Điền vào các ô',
  filled: (n: number) => `Đã điền ${formatCount(n)} đơn vị. Xin xem lại rồi lưu.`,
  unfilled: (line: number, text: string) => `Dòng ${line}: chưa rõ đơn vị hoặc số: ${text}`,
  faults: {
    title: 'Xin ghi tên đợt, không quá 200 ký tự.',
    survey: 'Xin chọn mẫu phiếu.',
    from: 'Xin ghi ngày bắt đầu, ví dụ 1/7/2026.',
    to: 'Xin ghi ngày kết thúc, ví dụ 30/9/2026.',
    order: 'Ngày kết thúc không được trước ngày bắt đầu.',
    offices: 'Xin đánh dấu ít nhất một đơn vị.',
    number: 'Xin ghi một số nguyên, ví dụ 5000.',
    'no-number': 'Xin ghi số hồ sơ, hoặc số phiếu cần thu.',
    note: 'Ghi chú không quá 2.000 ký tự.',
  } satisfies Record<RoundFault['code'], string>,
  problem: 'Chưa lưu được',
  kept: 'Những gì đã ghi vẫn còn.',
  savedByOther: 'Chưa lưu: người khác vừa lưu đợt khảo sát này',
  savedNow: (facts: readonly string[]) => `Đang lưu: ${facts.join('; ')}.`,
  endedNow: 'đã kết thúc sớm',
  saveOver: 'Lưu lần nữa là thay bằng những gì ghi ở dưới.',
  lookAtSaved: 'Xem đợt đang lưu (trang mới)',
} as const

export const roundReportWords = {
  title: 'Tiến độ các đợt khảo sát',
  round: 'Đợt khảo sát',
  survey: 'Mẫu phiếu',
  from: 'Từ ngày',
  to: 'Đến hết ngày',
  state: 'Tình trạng',
  office: 'Mã đơn vị',
  officeName: 'Cơ quan, đơn vị',
  population: 'Số hồ sơ',
  target: 'Cần thu',
  valid: 'Phiếu hợp lệ',
  missing: 'Còn thiếu',
  share: 'Đạt (%)',
  note: roundWords.counting,
  neverStops: roundWords.neverStops,
  hidden: 'Ô trống ở cột phiếu hợp lệ: dưới 5 phiếu nên chưa công bố.',
} as const
