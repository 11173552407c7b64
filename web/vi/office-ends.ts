import { formatCount, formatDay } from './format'

/** Words of closing and merging. */
export const endWords = {
  closeTitle: (name: string) => `Đóng ${name}`,
  mergeTitle: (name: string) => `Sáp nhập ${name}`,
  lastDay: 'Ngày hoạt động cuối cùng',
  lastDayHint: 'Hôm nay hoặc một ngày đã qua. Ví dụ sáp nhập từ ngày 01/07 thì ngày cuối là 30/06.',
  successor: 'Đơn vị tiếp tục công việc (không bắt buộc)',
  successorHint: 'Số liệu cũ sẽ được tính thêm vào đơn vị này.',
  noSuccessor: 'Không có',
  into: 'Sáp nhập vào',
  choose: 'Chọn đơn vị',
  closeEffect:
    'Đơn vị không còn nhận điểm khảo sát, tài khoản mới. Số liệu đã thu được giữ và xem được dưới tên này. Có thể mở lại sau.',
  close: 'Đóng đơn vị',
  preview: 'Xem những gì sẽ thay đổi',
  confirmTitle: (from: string, into: string) => `Sáp nhập ${from} vào ${into}?`,
  cannotUndo: 'Việc này thực hiện ngay và toàn bộ. Mở lại đơn vị sau này không đưa những gì đã chuyển trở về.',
  effects: 'Những gì sẽ thay đổi',
  end: (name: string, day: string) => `${name} đóng, ngày hoạt động cuối cùng ${formatDay(day)}.`,
  children: (n: number, into: string) =>
    n === 0 ? 'Không có đơn vị trực thuộc nào phải chuyển.' : `${formatCount(n)} đơn vị trực thuộc chuyển về ${into}.`,
  guided: (n: number, into: string) => `${formatCount(n)} đơn vị được ${into} hướng dẫn chuyên môn.`,
  points: (n: number, paused: number) => {
    if (n === 0) return 'Không có điểm khảo sát nào phải chuyển.'
    const rest = paused > 0 ? ` (${formatCount(paused)} điểm đang tạm dừng)` : ''
    return `${formatCount(n)} điểm khảo sát${rest} chuyển sang mã mới. Mã QR đã in vẫn dùng được, dẫn thẳng đến điểm mới.`
  },
  people: (n: number, into: string) =>
    n === 0
      ? 'Không có tài khoản nào phải chuyển.'
      : `${formatCount(n)} tài khoản chuyển về ${into} và xem được số liệu của ${into}.`,
  rises: (from: string, into: string) => `${into} đang thuộc ${from}, nên lên thay vào vị trí của ${from} trong cây.`,
  figures: (from: string, into: string) =>
    `Số liệu ${from} đã thu vẫn xem được dưới tên cũ, và được tính vào ${into}. Kỳ đã chốt không thay đổi.`,
  merge: 'Sáp nhập',
  cancel: 'Quay lại',
  refused: 'Chưa thực hiện được',
}
