import type { ToolFault } from '../../db/pg-tools'
import type { Counts } from '../../server/domain/backup-manifest'
import { formatCount } from './format'

const contents = ({ responses, entries }: Counts) =>
  `${formatCount(responses)} phiếu, ${formatCount(entries)} mục trong sổ phiếu`

/** Sentences of `hailong backup` and `hailong restore`. */
export const backupWords = {
  backup: {
    usage: '<TỆP> [--force]',
    about:
      'Sao lưu cơ sở dữ liệu và khóa vào một tệp, kể cả khi chương trình đang chạy; tệp được đọc lại để kiểm tra. --force: ghi đè tệp đã có.',
    done: (file: string, counts: Counts) => `Đã sao lưu vào ${file}: ${contents(counts)}. Đã đọc lại và kiểm tra.`,
    secret: 'Tệp này có khóa của chương trình: xin giữ kín như bản chính, và cất ở một máy khác.',
    ownRows: (tool: string) =>
      `${tool} Vì vậy chương trình tự ghi từng dòng vào bản sao lưu; khôi phục bằng cùng lệnh restore, không cần công cụ nào.`,
    exists: (file: string) => `Đã có tệp ${file}. Xin chọn tên khác, hoặc thêm --force để ghi đè.`,
    noFolder: (folder: string) => `Không có thư mục ${folder}. Xin tạo thư mục này, hoặc chọn nơi khác.`,
  },
  restore: {
    usage: '<TỆP> [--force]',
    about:
      'Khôi phục cơ sở dữ liệu và khóa từ một tệp sao lưu. --force: thay dữ liệu đang có, dữ liệu ấy được sao lưu trước.',
    done: (counts: Counts, at: string, program: string) =>
      `Đã khôi phục bản sao lưu lúc ${moment(at)} (Hài Lòng ${program}): ${contents(counts)}.`,
    before: (file: string) => `Dữ liệu trước khi khôi phục được giữ ở ${file}.`,
    oldKeys: (folder: string) => `Khóa trước khi khôi phục được giữ ở ${folder}.`,
    next: 'Nếu chương trình đang chạy, xin khởi động lại. Sau đó kiểm tra bằng lệnh: npm run -s hailong -- verify',
  },
  oneFile: (command: string) => `Lệnh ${command} cần đúng một tên tệp. Cách dùng: ${command} <TỆP> [--force]`,
  file: (file: string, reason: string) => `Không đọc hoặc ghi được ${file}: ${reason}`,
  faults: {
    empty: 'Chưa có dữ liệu nào để sao lưu: cơ sở dữ liệu còn trống.',
    'not-verified': 'Bản vừa ghi không giống cơ sở dữ liệu khi đọc lại nên đã bỏ đi. Xin kiểm tra ổ đĩa rồi làm lại.',
    'has-data':
      'Cơ sở dữ liệu này đang có dữ liệu nên không khôi phục. Xin đặt DATA_DIR là một thư mục trống, hoặc thêm --force để thay dữ liệu đang có.',
    newer: 'Bản sao lưu này do phiên bản mới hơn của Hài Lòng tạo ra. Xin cập nhật chương trình rồi khôi phục.',
    'not-a-backup': 'Tệp này không phải là bản sao lưu của Hài Lòng.',
    damaged: 'Tệp sao lưu bị hỏng hoặc bị cắt ngắn nên không khôi phục. Xin dùng bản sao lưu khác.',
    'other-engine':
      'Bản sao lưu này thuộc loại cơ sở dữ liệu khác (SQLite hay PostgreSQL) với nơi đang khôi phục. Xin kiểm tra DATABASE_URL.',
  },
} as const

/** Why PostgreSQL's own tools could not work, and what to do. */
export function toolSentence(fault: ToolFault): string {
  if (fault.error === 'no-tool')
    return `Không có ${fault.tool} (bộ công cụ postgresql-client của PostgreSQL, để trong PATH).`
  if (fault.error === 'old-tool')
    return `${fault.tool} là phiên bản ${fault.version}, cũ hơn máy chủ PostgreSQL ${fault.server}; dùng được từ postgresql-client phiên bản ${fault.server}.`
  return `${fault.tool} báo lỗi: ${fault.reason.replace(/\s*\n\s*/g, ' | ')}`
}

/** An instant in UTC+7: `10/03/2026 09:15`. */
function moment(at: string): string {
  const [day = '', time = ''] = new Date(Date.parse(at) + 7 * 3_600_000).toISOString().split('T')
  return `${day.split('-').reverse().join('/')} ${time.slice(0, 5)}`
}
