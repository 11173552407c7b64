import type { Fault, FaultCode } from '../../server/imports/faults'
import { formatCount, formatDay } from './format'
import { standingNames } from './terms'

type Sentence = (fault: { value: string; expected: string }) => string

/** What is wrong, and what was expected. Line and column are said before. */
const sentences = {
  'not-utf8': () =>
    'Tệp không ở bảng mã UTF-8 nên chữ tiếng Việt sẽ sai. Trong Excel, chọn Lưu thành “CSV UTF-8” hoặc lưu thành tệp .xlsx.',
  'old-excel': () => 'Tệp là Excel đời cũ (.xls) hoặc có mật khẩu. Xin lưu lại thành tệp .xlsx không có mật khẩu.',
  'broken-xlsx': () => 'Không đọc được tệp Excel này, có thể tệp bị hỏng. Xin mở bằng Excel rồi lưu lại thành .xlsx.',
  'open-quote': () => 'Dấu ngoặc kép mở ở dòng này không được đóng, nên không tách được các ô phía sau.',
  'merged-cells': ({ value }) =>
    `Các ô ${value} bị gộp. Xin bỏ gộp ô và điền giá trị vào từng ô, vì ô gộp chỉ chứa giá trị ở ô đầu tiên.`,
  'no-rows': () => 'Tệp không có dòng dữ liệu nào. Dòng 1 là tiêu đề, mỗi dòng sau là một phiếu.',
  'missing-column': () =>
    'Thiếu cột này. Dòng 1 phải có cột “point” (mã điểm) và cột “submittedAt” (thời gian trả lời).',
  'unknown-column': () =>
    'Không có phiếu nào có câu hỏi này. Tiêu đề phải là khóa (ví dụ 1.1), nguyên văn tiêu chí, hoặc point, submittedAt, channel, survey, clientId. Nếu không cần cột này, xin xóa khỏi tệp.',
  'repeated-column': () => 'Cột này có hai lần. Mỗi câu hỏi chỉ được một cột.',
  'no-criteria': () =>
    'Tệp không có cột tiêu chí nào. Mỗi tiêu chí cần một cột, tiêu đề là khóa của tiêu chí, ví dụ 1.1.',
  'no-heading': ({ value }) => `Ô có giá trị “${value}” nhưng cột không có tiêu đề ở dòng 1.`,
  'formula-error': ({ value }) => `Công thức trong ô báo lỗi ${value}. Xin sửa công thức hoặc để trống ô.`,
  'missing-value': () => 'Ô để trống nhưng bắt buộc phải có.',
  'unknown-point': ({ value, expected }) => `Không có điểm khảo sát “${value}”. Các mã điểm: ${expected}.`,
  'unknown-channel': ({ value, expected }) =>
    `Không có kênh “${value}”. Các kênh: phone, tablet, paper, staff, token, hoặc: ${expected}.`,
  'unknown-survey': ({ value, expected }) => `Không có phiếu “${value}”. Các phiếu: ${expected}.`,
  'not-in-survey': ({ value }) => `Phiếu của dòng này không có câu hỏi ở cột này, nhưng ô có giá trị “${value}”.`,
  'not-a-date': ({ value }) =>
    `“${value}” không phải ngày đọc được. Xin ghi như 2026-03-14, 2026-03-14T08:30, 14/03/2026 hoặc 14/03/2026 08:30, từ năm 2000 trở đi.`,
  'future-date': ({ value }) => `“${value}” ở tương lai. Thời gian trả lời phải trước lúc nhập.`,
  'not-a-level': ({ value, expected }) => `“${value}” không phải mức trả lời. Xin ghi: ${expected}, hoặc để trống.`,
  'unknown-option': ({ value, expected }) => `Không có lựa chọn “${value}”. Các lựa chọn: ${expected}.`,
  'not-a-number': ({ value }) => `“${value}” không phải số nguyên từ 0 đến 100.`,
  'outside-scale': ({ value }) => `“${value}” nằm ngoài phạm vi cho phép.`,
  'too-long': ({ value }) => `Nội dung quá dài (bắt đầu bằng “${value.slice(0, 30)}…”).`,
  'repeated-id': ({ value, expected }) =>
    `Mã phiếu “${value}” đã có ở dòng ${expected} với câu trả lời khác. Mỗi phiếu cần một mã riêng, hoặc bỏ cột mã.`,
  'known-id': ({ value }) =>
    `Mã phiếu “${value}” đã có trong hệ thống với nội dung khác. Xin dùng mã khác, hoặc bỏ cột mã.`,
} satisfies Record<FaultCode, Sentence>

const mostWords = 12

/** One fault as a sentence, without its place. */
export function faultSentence(fault: Fault): string {
  const words = fault.expected ?? []
  const rest = words.length > mostWords ? ` … (${formatCount(words.length)})` : ''
  const sentence: Sentence = sentences[fault.code]
  return sentence({ value: fault.value ?? '', expected: words.slice(0, mostWords).join(', ') + rest })
}

/** One fault with its place: `Dòng 7, cột “1.1”: …`. */
export function faultLine(fault: Fault): string {
  const place = [fault.line ? `dòng ${fault.line}` : '', fault.column ? `cột “${fault.column}”` : '']
  const said = place.filter(Boolean).join(', ')
  const sentence = faultSentence(fault)
  return said ? `${said.charAt(0).toUpperCase()}${said.slice(1)}: ${sentence}` : sentence
}

type Summary = {
  rows: number
  added: number
  known: number
  standings: Partial<Record<keyof typeof standingNames, number>>
  from: string
  to: string
}

export const imports = {
  title: 'Nhập phiếu đã có',
  about:
    'Nhập các phiếu đã thu từ trước (phiếu giấy, biểu mẫu trực tuyến) bằng tệp Excel (.xlsx) hoặc CSV. Mỗi dòng là một phiếu. Tệp có một lỗi thì không dòng nào được nhập; nhập lại cùng một tệp không làm tăng số phiếu.',
  file: 'Chọn tệp (.xlsx hoặc .csv, tối đa 20 MB)',
  check: 'Kiểm tra tệp',
  confirm: (count: number) => `Nhập ${formatCount(count)} phiếu`,
  cancel: 'Chọn tệp khác',
  noFile: 'Chưa chọn tệp nào.',
  tooLarge: 'Tệp lớn hơn 20 MB. Xin chia thành nhiều tệp.',
  expired: 'Tệp đã kiểm tra không còn được giữ (quá 15 phút hoặc máy chủ đã khởi động lại). Xin chọn lại tệp.',
  nothingNew: 'Mọi phiếu trong tệp đã có trong hệ thống. Không có gì để nhập.',
  templates: 'Tệp mẫu',
  templatesAbout: 'Tải tệp mẫu của phiếu đang dùng, mở bằng Excel, điền rồi lưu lại.',
  template: (survey: string) => `Tệp mẫu: ${survey}`,
  columnsTitle: 'Các cột của tệp',
  columns: [
    ['Điểm (point)', 'Mã điểm khảo sát (bắt buộc)'],
    ['Thời gian (submittedAt)', 'Ngày, giờ trả lời: 14/03/2026 hoặc 14/03/2026 08:30 (bắt buộc)'],
    [
      'Kênh (channel)',
      'Cách thu phiếu: phiếu giấy, điện thoại cá nhân, máy tính bảng tại quầy, nhập hộ; để trống là phiếu giấy',
    ],
    ['Mẫu phiếu (survey)', 'Mã mẫu phiếu, ví dụ sipas-24; để trống là phiếu của điểm'],
    ['Mã phiếu (clientId)', 'Mã riêng của từng phiếu, nếu có'],
    ['1.1, 1.2 …', 'Mỗi tiêu chí một cột: số mức, chữ của mức, na (không có ý kiến) hoặc để trống'],
  ] as const,
  pointsTitle: 'Mã các điểm khảo sát',
  faultsTitle: 'Tệp có lỗi, chưa nhập dòng nào',
  faultsMore: (total: number, listed: number) =>
    `Có ${formatCount(total)} lỗi; dưới đây là ${formatCount(listed)} lỗi đầu tiên.`,
  faultsAll: (total: number) => `Có ${formatCount(total)} lỗi.`,
  line: 'Dòng',
  column: 'Cột',
  value: 'Giá trị',
  fault: 'Cần sửa',
  previewTitle: 'Tệp đọc được, chưa nhập',
  doneTitle: 'Đã nhập xong',
  done: (added: number, known: number) =>
    `Đã thêm ${formatCount(added)} phiếu; ${formatCount(known)} phiếu đã có từ trước nên không nhập lại.`,
  rows: 'Số phiếu trong tệp',
  added: 'Phiếu mới',
  known: 'Đã có từ trước, không nhập lại',
  days: 'Ngày trả lời',
  byPoint: 'Theo điểm',
  bySurvey: 'Theo mẫu phiếu',
  standing: 'Tình trạng phiếu',
  toResults: 'Xem kết quả',
}

/** Sentences of `hailong import`. */
export const importCommand = {
  usage: 'responses TỆP [--dry-run]',
  about: 'Nhập phiếu đã có từ tệp CSV hoặc XLSX: một lỗi thì không nhập dòng nào; --dry-run chỉ kiểm tra.',
  howTo: 'Cách dùng: import responses TỆP [--dry-run]',
  noFile: 'Không có tệp này.',
  unreadable: (reason: string) => `Không đọc được tệp: ${reason}`,
}

/** The headings of a template, in the words that the import understands. */
export const templateColumns = { point: 'Điểm', submittedAt: 'Thời gian', channel: 'Kênh', clientId: 'Mã phiếu' }

/** The day or days of a summary. */
export function summaryDays({ from, to }: Pick<Summary, 'from' | 'to'>): string {
  return from === to ? formatDay(from) : `${formatDay(from)} – ${formatDay(to)}`
}

/** How many rows have each standing, in words. */
export function summaryStandings({ standings }: Pick<Summary, 'standings'>): string {
  const names = Object.entries(standingNames) as [keyof typeof standingNames, string][]
  return names
    .flatMap(([standing, name]) => (standings[standing] ? `${name}: ${formatCount(standings[standing])}` : []))
    .join('; ')
}

/** The outcome in one sentence, for the command line. */
export function summaryLine(summary: Summary, dryRun: boolean): string {
  const { rows, added, known } = summary
  const done = dryRun ? 'sẽ thêm' : 'đã thêm'
  return `${formatCount(rows)} phiếu (${summaryDays(summary)}): ${done} ${formatCount(added)}, đã có từ trước ${formatCount(known)}. ${summaryStandings(summary)}.`
}
