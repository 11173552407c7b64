import type { EntryForm, FieldFault } from '../../server/domain/calendar-form'
import { entryFaultSentences } from './calendar-faults'
import { formatCount, formatDay } from './format'

/** Words of the pages of the calendar. */
export const calendarWords = {
  title: 'Ngày nghỉ, ngày làm bù',
  of: (year: number) => `Lịch làm việc năm ${year}`,
  about:
    'Hạn xử lý phản ánh, kiến nghị được tính theo lịch này: thứ Hai đến thứ Sáu, trừ ngày nghỉ lễ, Tết và ngày nghỉ hoán đổi, cộng thứ Bảy làm bù. Mỗi lần sửa là một phiên bản mới.',
  version: (number: number) => `Phiên bản ${number}`,
  workingDays: (n: number) => `${formatCount(n)} ngày làm việc`,
  years: 'Năm',
  month: (n: number) => `Tháng ${n}`,
  history: 'Các phiên bản',
  exportTitle: 'Tải về',
  add: 'Thêm ngày',
  importTitle: 'Nhập từ tệp',
  importAbout:
    'Tệp JSON, CSV hoặc XLSX. Các năm có trong tệp được thay bằng nội dung của tệp; ngày đóng cửa riêng của từng đơn vị được giữ. Trước khi lưu, trang sẽ cho xem những gì thay đổi.',
  file: 'Tệp lịch',
  check: 'Xem trước',
  list: 'Các ngày khác thường trong năm',
  nothing: 'Năm này chưa có ngày nào.',
  columns: { days: 'Ngày', kind: 'Loại', name: 'Tên', source: 'Căn cứ', office: 'Đơn vị' },
  everywhere: 'Mọi đơn vị',
  expected: 'Dự kiến',
  expectedAbout:
    'Ngày “dự kiến” được tính từ luật và âm lịch Việt Nam khi chưa có thông báo. Khi có thông báo chính thức, xin thêm vào lịch; hạn của các phiếu đang xử lý sẽ được tính lại.',
  remove: 'Bỏ',
  removeOf: (name: string) => `Bỏ ${name}`,
  legend: {
    off: 'Nghỉ lễ, Tết, hoán đổi',
    work: 'Làm bù',
    expected: 'Dự kiến',
    today: 'Hôm nay',
    weekend: 'Cuối tuần',
  },
  forms: {
    holiday: 'Ngày nghỉ lễ, Tết',
    swap: 'Hoán đổi: nghỉ và làm bù',
    closure: 'Cơ quan nghỉ theo văn bản',
  } satisfies Record<EntryForm, string>,
  formAbout: {
    holiday: 'Ngày nghỉ của mọi cơ quan, kể cả ngày nghỉ bù khi lễ trùng thứ Bảy, Chủ nhật.',
    swap: 'Một ngày làm việc được nghỉ và một ngày thứ Bảy (hoặc Chủ nhật) làm bù.',
    closure:
      'Ngày cơ quan nghỉ có văn bản của cấp có thẩm quyền (bão lụt, chuyển trụ sở…). Không có văn bản thì hạn không được lùi.',
  } satisfies Record<EntryForm, string>,
  fields: {
    from: { holiday: 'Từ ngày', swap: 'Ngày được nghỉ', closure: 'Từ ngày' } satisfies Record<EntryForm, string>,
    to: 'Đến hết ngày',
    toHint: 'Để trống nếu chỉ một ngày.',
    work: 'Ngày làm bù',
    name: { holiday: 'Tên ngày nghỉ', swap: '', closure: 'Lý do' } satisfies Record<EntryForm, string>,
    nameHint: { holiday: 'Ví dụ: Tết Nguyên đán Mậu Thân.', swap: '', closure: 'Ví dụ: Nghỉ phòng, chống bão số 5.' },
    source: 'Văn bản',
    sourceHint: 'Số, ký hiệu, cơ quan, ngày. Ví dụ: Công văn 10065/VPCP-KGVX ngày 02/10/2026.',
    office: 'Đơn vị',
    everywhereHint: 'Ghi dấu * nếu mọi đơn vị nghỉ.',
    officeHint: 'Chỉ đơn vị này nghỉ; đơn vị cấp dưới cần thêm riêng.',
  },
  swapNames: (off: string, work: string): [string, string] => [
    `Nghỉ hoán đổi, làm bù ${formatDay(work)}`,
    `Làm bù cho ngày ${formatDay(off)}`,
  ],
  next: 'Xem trước thay đổi',
  cancel: 'Không thay đổi',
  summaryAdd: (name: string, days: string) => `Thêm ${name} (${days})`.slice(0, 300),
  summaryRemove: (name: string, days: string) => `Bỏ ${name} (${days})`.slice(0, 300),
  summaryFile: (years: readonly string[]) => `Nhập lịch năm ${years.join(', ')} từ tệp`,
  previewTitle: 'Xem trước thay đổi của lịch',
  willAdd: (n: number) => `Thêm ${formatCount(n)} mục`,
  willRemove: (n: number) => `Bỏ ${formatCount(n)} mục`,
  same: 'Lịch đã có đủ các ngày của tệp, không có gì thay đổi.',
  moves: (n: number) => `${formatCount(n)} phiếu đang xử lý đổi hạn trả lời`,
  noMoves: 'Không có phiếu đang xử lý nào đổi hạn.',
  movesAbout: 'Số liệu của các phiếu đã trả lời giữ như cũ.',
  moveColumns: { code: 'Mã phiếu', office: 'Đơn vị', before: 'Hạn cũ', after: 'Hạn mới' },
  moreMoves: (n: number) => `… và ${formatCount(n)} phiếu khác`,
  confirm: 'Lưu thành phiên bản mới',
  conflict: 'Người khác vừa sửa lịch. Dưới đây là thay đổi tính trên phiên bản mới nhất; xin xem lại rồi lưu.',
  gone: 'Thay đổi này không còn hợp với lịch hiện tại vì người khác vừa sửa. Xin xem lịch mới rồi làm lại.',
  saved: (number: number, moves: number) =>
    `Đã lưu phiên bản ${number} của lịch.${moves > 0 ? ` ${formatCount(moves)} phiếu đã đổi hạn.` : ''}`,
  refused: 'Chưa xem trước được',
  fileRefused: 'Tệp có lỗi nên lịch giữ nguyên. Xin sửa tệp rồi gửi lại.',
  tooLarge: 'Tệp lớn hơn 1 MB. Lịch nhiều năm cũng chỉ vài chục KB; xin xem lại có đúng tệp không.',
  noFile: 'Xin chọn một tệp.',
  faultsMore: (n: number) => `Còn ${formatCount(n)} lỗi khác.`,
  versionColumns: { number: 'Phiên bản', when: 'Lúc', who: 'Người sửa', what: 'Nội dung', changes: 'Thay đổi' },
  shipped: 'Có sẵn hoặc từ dòng lệnh',
  added: 'Thêm',
  removed: 'Bỏ',
  back: 'Về lịch',
}

/** What is wrong with a field of a form. */
export function fieldFaultText({ field, code, value }: FieldFault): string {
  if (code === 'not-a-day') return `“${value}” không phải ngày. Xin ghi như 24/11/2026.`
  if (code === 'unknown-office') return `Không có đơn vị “${value}” trong phần được giao.`
  if (code === 'office-missing') return 'Xin chọn đơn vị nghỉ.'
  if (code === 'missing-value') return missing[field]
  return entryFaultSentences[code](value)
}

const missing: Record<FieldFault['field'], string> = {
  from: 'Xin ghi ngày.',
  to: 'Xin ghi ngày.',
  work: 'Xin ghi ngày làm bù.',
  name: 'Xin ghi tên hoặc lý do.',
  source: 'Xin ghi số văn bản: không có văn bản thì hạn không được đổi.',
  office: 'Xin chọn đơn vị.',
}
