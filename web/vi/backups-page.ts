import type { BackupKind } from '../../server/store/backup-folder'
import { formatCount } from './format'

const hour = 3_600_000

/** The page of backups. */
export const backupWords = {
  title: 'Sao lưu',
  about:
    'Mỗi bản sao lưu là một tệp giữ toàn bộ dữ liệu và khóa của chương trình. Bản nào cũng được mở lại và đếm để đối chiếu ngay sau khi ghi; người dân vẫn gửi phiếu được trong lúc sao lưu.',
  last: 'Bản tốt gần nhất',
  none: 'Chưa có bản sao lưu nào.',
  age: (ms: number): string => {
    const hours = Math.floor(ms / hour)
    if (hours < 1) return 'dưới 1 giờ'
    return hours < 48 ? `${hours} giờ` : `${Math.floor(hours / 24)} ngày`
  },
  ago: (age: string) => `${age} trước`,
  schedule: (at: string) =>
    `Tự sao lưu lúc ${at} hằng ngày. Máy tắt vào giờ ấy thì bản sao được làm vài phút sau khi máy bật, khi bản gần nhất đã quá 24 giờ.`,
  scheduleOff: 'Không tự sao lưu, vì BACKUP_AT đặt là off. Xin sao lưu bằng nút ở trang này hoặc bằng lệnh backup.',
  kept: 'Bản tự động: giữ 7 ngày, 4 tuần và 12 tháng gần nhất. Bản sao lưu bằng tay không tự xóa.',
  folder: 'Thư mục',
  second: 'Bản sao thứ hai',
  noSecond: 'Chưa đặt',
  noSecondAbout:
    'Hỏng ổ đĩa là mất cả dữ liệu lẫn bản sao lưu: xin đặt BACKUP_DIR là thư mục ở ổ khác, hoặc thường xuyên tải một bản về máy khác.',
  warnFailed: 'Lần sao lưu gần nhất không thành công.',
  warnNone: 'Chưa có bản sao lưu nào.',
  warnOld: (age: string) => `Bản sao lưu gần nhất đã cũ ${age}.`,
  failedAt: (moment: string) => `Lần sao lưu lúc ${moment} không thành công.`,
  make: 'Sao lưu ngay',
  making: 'Sao lưu',
  made: (name: string, responses: number, entries: number, bytes: string) =>
    `Đã sao lưu vào ${name} (${bytes}): ${formatCount(responses)} phiếu, ${formatCount(entries)} mục trong sổ phiếu. Đã mở lại và đối chiếu, tất cả đều khớp.`,
  secondDone: (file: string) => `Bản sao thứ hai: ${file}.`,
  secondFailed: (reason: string) =>
    `Chưa chép được sang thư mục BACKUP_DIR (${reason}). Xin kiểm tra ổ đĩa hoặc đường mạng; bản chính vẫn tốt.`,
  back: 'Về trang Sao lưu',
  list: 'Các bản sao lưu',
  columns: { at: 'Lúc', kind: 'Loại', counts: 'Đã đối chiếu', size: 'Cỡ tệp', version: 'Phiên bản' },
  kinds: {
    nightly: 'Tự động',
    manual: 'Bằng tay',
    'before-upgrade': 'Trước khi nâng cấp',
    'before-restore': 'Trước khi khôi phục',
  } satisfies Record<BackupKind, string>,
  counts: (responses: number, entries: number) => `${formatCount(responses)} phiếu · ${formatCount(entries)} mục`,
  unreadable: 'Không đọc được: tệp hỏng, hoặc do phiên bản mới hơn ghi.',
  file: 'Tệp',
  check: 'Kiểm tra bản sao',
  checkAbout: 'Mở tệp, đọc lại từng byte và đếm lại; không thay đổi gì.',
  checked: (responses: number, entries: number) =>
    `Bản sao còn nguyên vẹn: ${formatCount(responses)} phiếu, ${formatCount(entries)} mục trong sổ phiếu, đúng như khi ghi.`,
  restoreTitle: 'Khôi phục từ bản này',
  restoreAbout:
    'Chạy lệnh sau ở thư mục của chương trình. Dữ liệu đang có được sao lưu trước, nên làm nhầm vẫn quay lại được. Sau đó xin khởi động lại chương trình.',
  restoreElsewhere:
    'Ở một máy khác: chép tệp sang máy ấy, cài chương trình, rồi chạy cùng lệnh với đường dẫn mới của tệp.',
  download: 'Tải về',
  downloadAbout:
    'Tệp này giữ tất cả: mọi phiếu, tài khoản và khóa của chương trình. Ai có tệp là có toàn bộ dữ liệu. Xin chỉ cất ở nơi có khóa, không gửi qua thư hay mạng xã hội. Lần tải này được ghi vào nhật ký.',
  password: 'Mật khẩu của Ông/Bà',
  problems: {
    'wrong-password': 'Mật khẩu chưa đúng.',
    'too-many': 'Đã nhập sai nhiều lần. Xin thử lại sau 15 phút.',
  },
  faults: {
    busy: 'Đang có một lần sao lưu khác chạy. Xin đợi lần ấy xong rồi thử lại.',
    empty: 'Chưa có dữ liệu nào để sao lưu.',
    'not-verified': 'Bản vừa ghi không giống cơ sở dữ liệu khi đọc lại nên đã bỏ đi. Xin kiểm tra ổ đĩa rồi làm lại.',
    'disk-full': 'Ổ đĩa không còn đủ chỗ. Xin dọn bớt tệp, rồi sao lưu lại.',
    'cannot-write': 'Không ghi được vào thư mục sao lưu. Xin kiểm tra quyền ghi của thư mục, rồi sao lưu lại.',
    unknown: 'Lần sao lưu dừng giữa chừng. Xin sao lưu lại.',
  } as Record<string, string>,
}
