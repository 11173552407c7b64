import { formatCount } from './format'

const minute = 60_000

/** The page of the running system. */
export const systemWords = {
  title: 'Tình trạng hệ thống',
  good: 'Tốt',
  look: 'Cần xem',
  program: 'Chương trình',
  version: 'Phiên bản',
  running: 'Đang chạy',
  runningSince: (since: string, length: string) => `${length}, từ ${since}`,
  node: 'Node.js',
  working: 'Việc dài đang chạy',
  address: 'Địa chỉ công khai',
  plain: 'Đang dùng http. Mạng ngoài cơ quan thì nên đặt máy chủ trung gian có chứng thư (https) và PUBLIC_URL.',
  secure: 'Dùng https. Chứng thư do máy chủ trung gian giữ: xin theo dõi ngày hết hạn ở đó.',
  unset: 'Chưa đặt PUBLIC_URL: địa chỉ có thể đổi theo mạng của máy, mã QR đã in sẽ không mở được.',
  data: 'Dữ liệu',
  engine: 'Cơ sở dữ liệu',
  size: 'Cỡ cơ sở dữ liệu',
  responses: 'Phiếu',
  entries: 'Mục trong sổ phiếu',
  migrations: 'Cấu trúc dữ liệu',
  migration: (name: string, count: number) => `${name} (${count} bước, đủ)`,
  lag: 'Phiếu chờ vào sổ phiếu',
  noneWaiting: 'Không có phiếu nào chờ.',
  waiting: (count: number, since: string) => `${formatCount(count)} mục, chờ lâu nhất ${since}`,
  lagging: 'Phiếu chờ đã quá một phút. Số liệu trên các trang đang chậm; xin xem nhật ký của chương trình.',
  disk: 'Chỗ trống trên ổ đĩa',
  unknown: 'Không đọc được',
  littleRoom: 'Ổ đĩa còn dưới 1 GB. Xin dọn bớt tệp, nếu không phiếu mới sẽ không lưu được.',
  mail: 'Thư',
  mailOff: 'Chưa đặt MAIL_URL nên chương trình không gửi thư.',
  mailNone: 'Không có thư nào chờ.',
  mailWaiting: (count: number, since: string) => `${formatCount(count)} thư chờ gửi, lâu nhất ${since}`,
  mailFailed: (count: number) => `${formatCount(count)} thư không gửi được. Xin kiểm tra MAIL_URL và địa chỉ nhận.`,
  backup: 'Sao lưu',
  noBackup: 'Chưa có bản sao lưu nào.',
  toBackups: 'Xem trang Sao lưu',
  check: 'Kiểm tra toàn vẹn',
  checkAbout:
    'Đọc lại toàn bộ sổ phiếu, phiếu, số đếm và các kỳ đã chốt rồi đối chiếu với nhau; không thay đổi gì. Phiếu mới vẫn được nhận.',
  lastCheck: 'Lần kiểm tra gần nhất',
  neverChecked: 'Chưa kiểm tra lần nào.',
  checked: (moment: string, entries: number) => `${moment}: ${formatCount(entries)} mục, tất cả đều khớp.`,
  checkFound: (moment: string, findings: number) => `${moment}: có ${formatCount(findings)} sai lệch.`,
  checkBroken: (moment: string) => `${moment}: không chạy xong.`,
  checkBusy: 'Đang có một lần kiểm tra khác chạy. Xin đợi lần ấy xong.',
  more: (count: number) => `… và ${formatCount(count)} sai lệch khác. Lệnh verify in đầy đủ.`,
  back: 'Về trang Tình trạng hệ thống',
}

/** A length of time: `dưới một phút`, `5 phút`, `3 giờ 20 phút`, `12 ngày 4 giờ`. */
export function formatLength(ms: number): string {
  const minutes = Math.floor(ms / minute)
  if (minutes < 1) return 'dưới một phút'
  if (minutes < 60) return `${minutes} phút`
  const hours = Math.floor(minutes / 60)
  const parts = hours < 24 ? [hours, 'giờ', minutes % 60, 'phút'] : [Math.floor(hours / 24), 'ngày', hours % 24, 'giờ']
  return parts[2] === 0 ? `${parts[0]} ${parts[1]}` : parts.join(' ')
}
