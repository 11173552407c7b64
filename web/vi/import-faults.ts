import type { ImportKind } from '../../server/domain/import-kinds'
import type { Fault, FaultCode } from '../../server/imports/faults'
import type { ForeignKind } from '../../server/imports/file-kind'
import { calendarSentences } from './calendar-faults'
import { formatCount } from './format'
import { responseSentences, type Sentence, type SentenceOf } from './import-response-faults'
import { tableSentences } from './import-table-faults'

const foreign = {
  pdf: 'tệp PDF',
  image: 'tệp ảnh',
  'web-page': 'một trang web (HTML) mang tên bảng tính',
  word: 'tệp Word',
  opendocument: 'tệp OpenDocument (.ods, .odt)',
  archive: 'tệp nén',
} satisfies Record<ForeignKind, string>

const foreignName = (kind: string) => (foreign as Record<string, string>)[kind] ?? 'loại tệp khác'

/** What is wrong with any file, and what was expected. Line and column are said before. */
const fileSentences = {
  'not-utf8': () =>
    'Tệp không ở bảng mã UTF-8 nên chữ tiếng Việt sẽ sai. Trong Excel, chọn Lưu thành “CSV UTF-8” hoặc lưu thành tệp .xlsx.',
  'old-excel': () => 'Tệp là Excel đời cũ (.xls) hoặc có mật khẩu. Xin lưu lại thành tệp .xlsx không có mật khẩu.',
  'broken-xlsx': () => 'Không đọc được tệp Excel này, có thể tệp bị hỏng. Xin mở bằng Excel rồi lưu lại thành .xlsx.',
  'not-a-table': ({ expected }) =>
    `Tệp này là ${foreignName(expected)}, không phải bảng Excel hay CSV, dù tên tệp ghi thế nào. Xin mở bảng gốc rồi lưu thành .xlsx.`,
  'open-quote': () => 'Dấu ngoặc kép mở ở dòng này không được đóng, nên không tách được các ô phía sau.',
  'merged-cells': ({ value }) =>
    `Các ô ${value} bị gộp. Xin bỏ gộp ô và điền giá trị vào từng ô, vì ô gộp chỉ chứa giá trị ở ô đầu tiên.`,
  'no-rows': () => 'Tệp không có dòng dữ liệu nào. Dòng 1 là tiêu đề, dữ liệu bắt đầu từ dòng 2.',
  'too-many-rows': ({ expected }) =>
    `Tệp có nhiều hơn ${formatCount(Number(expected))} dòng. Xin chia thành nhiều tệp rồi nhập từng tệp.`,
  'missing-column': ({ expected }) => `Thiếu cột này. Dòng 1 của tệp phải là tiêu đề. Các cột nhập được: ${expected}.`,
  'unknown-column': ({ expected }) =>
    `Không biết cột này. Các cột nhập được: ${expected}. Nếu không cần, xin xóa cột khỏi tệp.`,
  'repeated-column': () => 'Cột này có hai lần. Xin giữ lại một cột.',
  'no-heading': ({ value }) => `Ô có giá trị “${value}” nhưng cột không có tiêu đề ở dòng 1.`,
  'formula-error': ({ value }) => `Công thức trong ô báo lỗi ${value}. Xin sửa công thức hoặc ghi thẳng giá trị.`,
  'missing-value': () => 'Ô để trống nhưng bắt buộc phải có.',
  'too-long': ({ value }) => `Nội dung quá dài (bắt đầu bằng “${value.slice(0, 30)}…”).`,
  'unknown-option': ({ value, expected }) => `Không có lựa chọn “${value}”. Các lựa chọn: ${expected}.`,
  'not-a-date': ({ value }) => `“${value}” không phải ngày đọc được. Xin ghi như 01/07/2025 hoặc 2025-07-01.`,
  'not-a-number': ({ value }) => `“${value}” không phải số nguyên. Xin ghi bằng chữ số, ví dụ 1341 hoặc 1.341.`,
  'not-yes-or-no': ({ value }) => `“${value}” đọc không được. Xin ghi có hoặc không.`,
} satisfies Partial<Record<FaultCode, Sentence>>

/** Answers have sentences of their own for what other files say as well. */
const ofResponses: SentenceOf = { ...fileSentences, ...calendarSentences, ...tableSentences, ...responseSentences }
const ofTables: SentenceOf = { ...responseSentences, ...fileSentences, ...calendarSentences, ...tableSentences }

const mostWords = 12

/** One fault as a sentence, without its place. */
export function faultSentence(fault: Fault, kind: ImportKind): string {
  const words = fault.expected ?? []
  const rest = words.length > mostWords ? ` … (${formatCount(words.length)})` : ''
  const isAnswer = kind === 'responses'
  const sentence = (isAnswer ? ofResponses : ofTables)[fault.code]
  const between = !isAnswer && words.some((word) => word.includes(',')) ? '; ' : ', '
  return sentence({ value: fault.value ?? '', expected: words.slice(0, mostWords).join(between) + rest })
}

/** One fault with its place: `Dòng 7, cột “1.1”: …`. */
export function faultLine(fault: Fault, kind: ImportKind = 'responses'): string {
  const place = [fault.line ? `dòng ${fault.line}` : '', fault.column ? `cột “${fault.column}”` : '']
  const said = place.filter(Boolean).join(', ')
  const sentence = faultSentence(fault, kind)
  return said ? `${said.charAt(0).toUpperCase()}${said.slice(1)}: ${sentence}` : sentence
}
