import {
  capitalise,
  formatCount,
  formatDay,
  formatNumber,
  formatPercent,
  formatPeriod,
  formatShortPercent,
} from './format'

const sipas = ['sipas-24', 'bnv-19']

export const publicResults = {
  title: 'Kết quả khảo sát sự hài lòng',
  place: 'Kết quả công khai',
  empty:
    'Chưa có kỳ nào được công bố. Kết quả sẽ hiện ở đây sau khi cơ quan chốt, duyệt và công bố số liệu của một kỳ.',
  emptyNext: 'Trong khi chờ, Ông/Bà vẫn có thể trả lời khảo sát bằng mã QR tại nơi tiếp nhận hồ sơ.',
  newest: 'Mới công bố',
  earlier: 'Các kỳ đã công bố',
  read: 'Xem đầy đủ',
  published: (day: string) => `công bố ngày ${formatDay(day)}`,

  question: (period: string) => `Người dân hài lòng đến đâu? ${capitalise(formatPeriod(period))}`,
  unknownTitle: 'Kỳ này chưa được công bố',
  unknown: 'Cơ quan chưa công bố kết quả của kỳ này, hoặc địa chỉ chưa đúng. Xin xem các kỳ đã công bố.',
  toAll: 'Các kỳ đã công bố',

  rateName: (surveyKey: string, title: string) =>
    sipas.includes(surveyKey) ? 'Tỷ lệ hài lòng theo bộ tiêu chí SIPAS.' : `Tỷ lệ hài lòng theo mẫu “${title}”.`,
  rateShort: 'Mức độ hài lòng chung.',
  target: (percent: number, operator: '>=' | '>', met: boolean) =>
    `Chỉ tiêu ${operator === '>' ? 'trên ' : ''}${formatShortPercent(percent)}, ${met ? 'đã đạt' : 'chưa đạt'}.`,
  valid: (n: number) => `${formatCount(n)} phiếu hợp lệ.`,
  validOf: (n: number, dossiers: number, rate: number) =>
    `${formatCount(n)} phiếu hợp lệ trên ${formatCount(dossiers)} hồ sơ (${formatPercent(rate)} trả lời).`,
  overHundred: 'Số phiếu nhiều hơn số hồ sơ vì một hồ sơ có thể có nhiều người trả lời.',
  interval: (low: number, high: number) =>
    `Nếu hỏi tất cả mọi người, tỷ lệ có lẽ trong khoảng ${formatNumber(low)} đến ${formatPercent(high)} (độ tin cậy 95\u00a0%).`,
  hidden: 'Chưa công bố (dưới 5 phiếu)',
  hiddenText: 'Kỳ này có dưới 5 phiếu nên chưa công bố tỷ lệ, để không lộ câu trả lời của ai.',
  none: 'Kỳ này không có phiếu hợp lệ nào.',

  reliability: { hidden: 'Dưới 5 phiếu.', low: 'Ít phiếu, chỉ để tham khảo.', ok: 'Đủ phiếu.' },
  channels: (list: string) => `Kênh: ${list}.`,
  channel: (percent: number, name: string) => `${formatPercent(percent, 0)} ${name.toLowerCase()}`,
  version: (title: string, criteria: number, version: number) =>
    `Mẫu phiếu: ${title}, ${criteria} tiêu chí, bản ${version}.`,

  dimensions: (count: number) => (count === 5 ? 'Năm yếu tố' : `${count} yếu tố`),
  below: 'dưới chỉ tiêu',
  barsNote: (target: number | null, satisfied: string) =>
    `${target === null ? '' : `Vạch đứng là chỉ tiêu ${formatShortPercent(target)}, ▼ là dưới chỉ tiêu. `}“Hài lòng” gồm các mức: ${satisfied}.`,
  criteria: (count: number) => `Xem ${count} tiêu chí`,
  criterion: 'Tiêu chí',
  answered: 'Người trả lời',
  rate: 'Hài lòng',
  otherSurveys: 'Mẫu phiếu khác trong kỳ',
  otherNote: 'Các mẫu phiếu khác nhau không cộng vào nhau.',

  verify: 'Ai cũng kiểm tra được',
  verifyText:
    'Mỗi phiếu nằm trong một sổ chỉ ghi thêm, không sửa. Số liệu đã chốt mang một dấu riêng; sửa một con số là dấu đổi. Dấu của kỳ này:',
  compare: 'Bản in có cùng dấu với trang này là bản đã công bố.',
  posted: (day: string, address: string) => `Niêm yết ngày ${formatDay(day)}. ${address}`,
  print: 'In trang này là có bản niêm yết khổ A4, kèm mã QR để đối chiếu.',
  qr: (address: string) => `Mã QR mở ${address}`,
  home: 'Trang chủ',
  answers: 'Câu trả lời đã công khai',
}
