import { formatCount } from './format'

/** The page of work that takes long. */
export const jobWords = {
  running: 'Đang chạy',
  done: 'Đã xong',
  notDone: 'Chưa làm được',
  failed:
    'Công việc dừng giữa chừng vì lỗi của chương trình. Xin thử lại; nếu vẫn lỗi, xin xem nhật ký của chương trình.',
  bar: 'Tiến độ',
  progress: (done: number, total: number) =>
    `${formatCount(done)}/${formatCount(total)} (${Math.floor((100 * done) / Math.max(1, total))}\u00a0%)`,
  elapsed: (seconds: number) => `Đã chạy ${duration(seconds)}.`,
  took: (seconds: number) => `Mất ${duration(seconds)}.`,
  leave: 'Ông/Bà có thể rời trang này; công việc vẫn chạy tiếp. Trang tự cập nhật.',
  gone: 'Không tìm thấy công việc này',
  goneAbout:
    'Công việc đã xong từ lâu, do người khác bắt đầu, hoặc chương trình đã khởi động lại. Kết quả, nếu có, nằm ở trang đã bắt đầu công việc.',
  refresh: 'Cập nhật',
}

function duration(seconds: number): string {
  if (seconds < 60) return `${seconds} giây`
  const rest = seconds % 60
  return `${Math.floor(seconds / 60)} phút${rest > 0 ? ` ${rest} giây` : ''}`
}
