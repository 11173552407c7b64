import type { EntryFaultCode } from '../../server/domain/calendar-check'
import type { FaultCode } from '../../server/imports/faults'
import { formatDay } from './format'
import type { Sentence } from './import-response-faults'

const dayOr = (value: string) => (/^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDay(value) : value)

/** What is wrong with a day of the calendar, in a form or a file. */
export const entryFaultSentences = {
  'missing-value': () => 'Ô để trống nhưng bắt buộc phải có.',
  'dates-reversed': (value) => `Ngày cuối ${dayOr(value)} đứng trước ngày đầu.`,
  'too-many-days': (value) => `Kỳ nghỉ đến ${dayOr(value)} dài hơn 60 ngày. Xin xem lại năm của hai ngày.`,
  'not-single-day': () => 'Nghỉ hoán đổi và làm bù chỉ một ngày mỗi dòng. Xin tách thành từng ngày.',
  'pair-missing': (value) =>
    value
      ? `Không thấy ngày hoán đổi tương ứng ${dayOr(value)}. Ngày nghỉ và ngày làm bù phải có đủ cả hai và ghi ngày của nhau.`
      : 'Thiếu ngày hoán đổi: ngày nghỉ phải ghi ngày làm bù, ngày làm bù phải ghi ngày nghỉ.',
  'not-weekday': (value) =>
    `${dayOr(value)} là thứ Bảy hoặc Chủ nhật, vốn đã nghỉ. Ngày nghỉ hoán đổi là ngày làm việc.`,
  'not-weekend': (value) => `${dayOr(value)} không phải thứ Bảy hay Chủ nhật. Ngày làm bù là ngày vốn nghỉ.`,
  'repeated-day': (value) => `Ngày ${dayOr(value)} đã có trong lịch. Xin bỏ mục cũ trước, hoặc sửa lại ngày.`,
} satisfies Record<EntryFaultCode, (value: string) => string>

/** What else can be wrong with a file of the calendar. */
export const calendarSentences = {
  'too-many-days': ({ value }) => entryFaultSentences['too-many-days'](value),
  'not-single-day': () => entryFaultSentences['not-single-day'](),
  'pair-missing': ({ value }) => entryFaultSentences['pair-missing'](value),
  'not-weekday': ({ value }) => entryFaultSentences['not-weekday'](value),
  'not-weekend': ({ value }) => entryFaultSentences['not-weekend'](value),
  'repeated-day': ({ value }) => entryFaultSentences['repeated-day'](value),
  'not-json': () => 'Tệp JSON sai cú pháp ở dòng này nên không đọc được.',
  'not-a-calendar': () =>
    'Tệp không có dạng lịch: cần {"2026": [{"from": "2026-01-01", "to": "2026-01-01", "kind": "holiday", "name": "…", "source": "…"}]}.',
  'not-a-year': ({ value }) => `“${value}” không phải năm có danh sách ngày. Xin ghi năm bốn chữ số, ví dụ "2026".`,
  'wrong-year': ({ value, expected }) => `Ngày ${dayOr(value)} không thuộc năm ${expected}.`,
} satisfies Partial<Record<FaultCode, Sentence>>
