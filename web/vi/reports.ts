import type { ParameterError } from '../../server/reports/parameters'
import { formatCount } from './format'
import { viewProblems } from './results'

/** Words of exported tables: the sheet of notes, names of parameters. */
export const reportWords = {
  notes: 'Ghi chú',
  sheet: 'Số liệu',
  yes: 'Có',
  no: 'Không',
  rowCount: (count: number) => `Số dòng: ${formatCount(count)}.`,
  cut: (missing: number) => ` … [còn ${formatCount(missing)} ký tự, xem trong tệp CSV hoặc JSON]`,
  columns: 'Tên các cột',
  part: (number: number, of: number) => `Phần ${number}/${of}`,
  sameInAll: (value: string) => `${value} (ở mọi dòng)`,
  emptyColumns: 'Các cột để trống ở mọi dòng',
  tooManyRows: (most: string) =>
    `Báo cáo này có hơn ${formatCount(Number(most))} dòng nên không in được ở dạng DOCX hay PDF. Xin thu hẹp khoảng ngày hoặc phạm vi, hoặc chọn dạng CSV hay XLSX: hai dạng này không giới hạn số dòng.`,
  parameters: {
    from: 'Từ ngày',
    to: 'Đến hết ngày',
    period: 'Kỳ báo cáo',
    office: 'Cơ quan, đơn vị',
    point: 'Điểm khảo sát',
    survey: 'Mẫu phiếu',
    channel: 'Kênh thu thập',
    public: 'Bản công bố',
    kind: 'Loại việc',
    person: 'Người',
    subject: 'Đối tượng',
    by: 'Chia theo',
  } as Record<string, string>,
} as const

/** The beginning of a downloaded file's name, in plain letters. */
export const fileNames: Record<string, string> = {
  satisfaction: 'muc-do-hai-long',
  responses: 'phieu-tra-loi',
  points: 'diem-khao-sat',
  rounds: 'dot-khao-sat',
  roundPlan: 'ke-hoach-khao-sat',
  noticeBoard: 'bang-niem-yet',
  audit: 'nhat-ky',
  cases: 'so-theo-doi-pakn',
  'case-performance': 'ket-qua-pakn',
  'case-summary': 'tong-hop-pakn',
  'case-indicators': 'chi-so-pakn',
  posters: 'ap-phich',
  tents: 'the-de-ban',
  codes: 'ma-qr',
  training: 'tap-huan',
}

/** Why a report cannot be made, with the value that was given (of too many rows: the most there can be). */
export function reportProblem(error: ParameterError | 'too-many-rows', parameter: string, value: string): string {
  if (error === 'too-many-rows') return reportWords.tooManyRows(value)
  return value === '' ? viewProblems[error] : `${viewProblems[error]} (${parameter}: "${value}")`
}

export const responseWords = {
  title: (survey: string) => `Từng phiếu trả lời: ${survey}`,
  columns: {
    n: 'Số thứ tự',
    submittedOn: 'Ngày',
    half: 'Nửa tháng',
    office: 'Mã cơ quan',
    officeName: 'Cơ quan, đơn vị',
    point: 'Mã điểm',
    pointName: 'Điểm khảo sát',
    field: 'Lĩnh vực',
    channel: 'Kênh thu thập',
    survey: 'Mẫu phiếu',
    standing: 'Tình trạng phiếu',
    procedure: 'Thủ tục',
    reasons: 'Lý do',
    comment: 'Góp ý thêm',
  },
  levels: (labels: readonly string[]) =>
    `Mức trả lời: ${labels.map((label, i) => `${i + 1} ${label.toLocaleLowerCase('vi')}`).join('; ')}.`,
  noLevel:
    'Ô "na": không có ý kiến; ô trống: không trả lời; ô ".": câu không dành cho người này; phiếu đã rút không còn câu trả lời.',
  privacy:
    'Nửa tháng: "a" là ngày 1–14, "b" là từ ngày 15. Phiếu có góp ý chỉ ghi nửa tháng, không ghi ngày, để không nhận ra được người viết. Thứ tự dòng không theo thời gian gửi.',
} as const

export const pointReportWords = {
  title: 'Điểm khảo sát',
  code: 'Mã',
  name: 'Điểm khảo sát',
  office: 'Mã cơ quan',
  officeName: 'Cơ quan, đơn vị',
  survey: 'Mẫu phiếu',
  kind: 'Loại',
  channel: 'Kênh thu thập',
  host: 'Đặt tại',
  field: 'Lĩnh vực',
  hours: 'Giờ mở',
  open: 'Tình trạng',
  states: { open: 'Đang mở', closed: 'Tạm dừng', replaced: 'Đã thay mã' },
  replacedBy: 'Mã mới',
  collected: 'Phiếu thu về',
  valid: 'Phiếu hợp lệ',
  note: 'Số phiếu gồm mọi mẫu phiếu; phiếu nghi vấn vẫn tính là hợp lệ.',
} as const
