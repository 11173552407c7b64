import type { ImportKind } from '../../server/domain/import-kinds'
import { formatCount, formatDay } from './format'
import { standingNames } from './terms'

type Summary = {
  rows: number
  added: number
  known: number
  standings: Partial<Record<keyof typeof standingNames, number>>
  from: string
  to: string
}

/** What can be imported, as the page names it. */
export const importKindNames = {
  offices: 'Đơn vị',
  procedures: 'Thủ tục',
  points: 'Điểm khảo sát',
  staff: 'Cán bộ',
  dossiers: 'Số hồ sơ',
  responses: 'Phiếu đã có',
} satisfies Record<ImportKind, string>

const everyFile =
  'Tệp có một lỗi thì không dòng nào được nhập. Nhập lại cùng một tệp thì không có gì thay đổi. Cột không có trong tệp thì giữ nguyên; ô để trống thì xóa giá trị cũ.'

export const imports = {
  title: 'Nhập từ tệp',
  kinds: 'Loại tệp',
  about: {
    offices: `Cây đơn vị: mỗi dòng là một đơn vị, thứ tự các dòng không quan trọng. ${everyFile}`,
    procedures: `Danh mục thủ tục hành chính: mỗi dòng là một thủ tục. ${everyFile}`,
    points: `Bàn, máy tính bảng, đường dẫn nơi người dân trả lời: mỗi dòng là một điểm, điểm mới được cấp mã. ${everyFile}`,
    staff: `Tài khoản của cán bộ: mỗi dòng là một người. Người mới nhận đường dẫn để tự đặt mật khẩu. ${everyFile}`,
    dossiers: `Số hồ sơ của từng đơn vị trong từng kỳ, làm mẫu số của báo cáo. ${everyFile}`,
    responses:
      'Nhập các phiếu đã thu từ trước (phiếu giấy, biểu mẫu trực tuyến) bằng tệp Excel (.xlsx) hoặc CSV. Mỗi dòng là một phiếu. Tệp có một lỗi thì không dòng nào được nhập; nhập lại cùng một tệp không làm tăng số phiếu.',
  } satisfies Record<ImportKind, string>,
  file: 'Chọn tệp (.xlsx hoặc .csv, tối đa 20 MB)',
  check: 'Kiểm tra tệp',
  confirm: (count: number) => `Nhập ${formatCount(count)} phiếu`,
  confirmRows: (added: number, changed: number) => {
    if (changed === 0) return `Thêm ${formatCount(added)} dòng`
    return added === 0
      ? `Sửa ${formatCount(changed)} dòng`
      : `Thêm ${formatCount(added)}, sửa ${formatCount(changed)} dòng`
  },
  cancel: 'Chọn tệp khác',
  noFile: 'Chưa chọn tệp nào.',
  tooLarge: 'Tệp lớn hơn 20 MB. Xin chia thành nhiều tệp.',
  expired: 'Tệp đã kiểm tra không còn được giữ (quá 15 phút hoặc máy chủ đã khởi động lại). Xin chọn lại tệp.',
  nothingNew: 'Mọi phiếu trong tệp đã có trong hệ thống. Không có gì để nhập.',
  nothingChanges: 'Mọi dòng của tệp đã có trong hệ thống và giống hệt. Không có gì thay đổi.',
  templates: 'Tệp mẫu',
  templatesAbout: 'Tải tệp mẫu của phiếu đang dùng, mở bằng Excel, điền rồi lưu lại.',
  template: (survey: string) => `Tệp mẫu: ${survey}`,
  emptyTemplate: (kind: ImportKind) => `Tải tệp mẫu có sẵn tiêu đề: ${importKindNames[kind]} (CSV, mở bằng Excel)`,
  columnsTitle: 'Các cột của tệp',
  required: 'bắt buộc',
  wordsTitle: (heading: string) => `${heading}: ghi một trong các từ sau`,
  rootHint: (code: string, name: string) =>
    `Đơn vị cao nhất đang có là ${name}, mã ${code}. Dùng mã này cho dòng của chính cơ quan trong tệp thì tên được sửa theo tệp.`,
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
  faultsFile: 'Tải danh sách lỗi (CSV) để sửa từng dòng',
  line: 'Dòng',
  column: 'Cột',
  value: 'Giá trị',
  fault: 'Cần sửa',
  previewTitle: 'Tệp đọc được, chưa nhập',
  working: (name: string) => `Đang nhập tệp ${name}`,
  toDone: 'Xem đã nhập những gì',
  doneTitle: 'Đã nhập xong',
  done: (added: number, known: number) =>
    `Đã thêm ${formatCount(added)} phiếu; ${formatCount(known)} phiếu đã có từ trước nên không nhập lại.`,
  doneRows: (added: number, changed: number, same: number) =>
    `Đã thêm ${formatCount(added)}, sửa ${formatCount(changed)}; ${formatCount(same)} dòng không có gì thay đổi.`,
  rows: 'Số phiếu trong tệp',
  lines: 'Số dòng của tệp',
  addedLines: 'Thêm mới',
  changedLines: 'Sửa',
  sameLines: 'Không đổi',
  changesTitle: 'Những gì sẽ thay đổi',
  changesMore: (all: number, listed: number) =>
    `Tất cả ${formatCount(all)} thay đổi; dưới đây là ${formatCount(listed)} thay đổi đầu tiên.`,
  what: 'Thay đổi',
  isNew: 'Mới',
  nothing: '(trống)',
  added: 'Phiếu mới',
  known: 'Đã có từ trước, không nhập lại',
  days: 'Ngày trả lời',
  byPoint: 'Theo điểm',
  bySurvey: 'Theo mẫu phiếu',
  standing: 'Tình trạng phiếu',
  toResults: 'Xem kết quả',
  next: {
    offices: 'Xem cây đơn vị',
    procedures: 'Xem danh mục thủ tục',
    points: 'Xem các điểm khảo sát',
    staff: 'Xem danh sách cán bộ',
    dossiers: 'Xem các kỳ báo cáo',
    responses: 'Xem kết quả',
  } satisfies Record<ImportKind, string>,
  posters: 'In áp phích của mọi điểm trong một tệp PDF, theo thứ tự của cây đơn vị',
  invitations: (count: number) =>
    `Có ${formatCount(count)} người mới chưa được gửi thư mời. Tải danh sách đường dẫn để trao cho từng người, trong 15 phút; đường dẫn chỉ cho xem một lần. Phiếu mời có mã QR để in và trao tay: ở trang danh sách cán bộ.`,
  invitationsMailed: (count: number) => `Đã gửi thư mời cho ${formatCount(count)} người mới.`,
  link: 'Đường dẫn đặt mật khẩu',
  invitationsFile: 'Tải danh sách đường dẫn (CSV)',
}

/** Sentences of `hailong import`. */
export const importCommand = {
  usage: 'responses|offices|points|procedures|staff|dossiers TỆP [--dry-run]',
  about: 'Nhập từ tệp CSV hoặc XLSX: một lỗi thì không nhập dòng nào; --dry-run chỉ kiểm tra.',
  howTo: 'Cách dùng: import responses|offices|points|procedures|staff|dossiers TỆP [--dry-run]',
  noFile: 'Không có tệp này.',
  unreadable: (reason: string) => `Không đọc được tệp: ${reason}`,
  summary: ({ rows, added, changed, same }: Record<'rows' | 'added' | 'changed' | 'same', number>, dryRun: boolean) =>
    dryRun
      ? `${formatCount(rows)} dòng: sẽ thêm ${formatCount(added)}, sẽ sửa ${formatCount(changed)}, không đổi ${formatCount(same)}.`
      : `${formatCount(rows)} dòng: đã thêm ${formatCount(added)}, đã sửa ${formatCount(changed)}, không đổi ${formatCount(same)}.`,
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
