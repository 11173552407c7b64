import { formatDay } from './format'

const sevenHours = 7 * 3600 * 1000

/** An instant (ISO, UTC) as people in Viet Nam say it: `10 giờ 42 ngày 21/11/2026`. */
export function formatInstant(instant: string): string {
  const local = new Date(Date.parse(instant) + sevenHours).toISOString()
  return `${Number(local.slice(11, 13))} giờ ${local.slice(14, 16)} ngày ${formatDay(local.slice(0, 10))}`
}

export const receipt = {
  slip: 'Biên nhận',
  code: 'Mã phiếu',
  point: 'Nơi nhận',
  day: 'Ngày nhận',
  title: { kept: 'Đã nhận phiếu. Cảm ơn Ông/Bà.', withdrawn: 'Phiếu đã được rút' },
  text: {
    kept: (office: string) => `Ý kiến của Ông/Bà được dùng để cải thiện việc phục vụ tại ${office}.`,
    withdrawn: (_office: string) => 'Phiếu đã được rút và không còn được tính.',
  },
  keep: 'Giữ mã này nếu Ông/Bà muốn rút phiếu (trong 24 giờ) hoặc kiểm tra rằng phiếu đã được tính. Mã không cho biết Ông/Bà đã chọn gì.',
  withdraw: 'Rút phiếu',
  withdrawMeaning: 'Phiếu đã rút không còn được tính và không lấy lại được.',
  withdrawUntil: (instant: string) => `Rút được đến ${formatInstant(instant)}.`,
  tooLate: 'Đã quá 24 giờ kể từ khi gửi nên không rút được nữa. Phiếu vẫn được tính.',
  afterQuick: 'Nếu còn khoảng 3 phút, mời Ông/Bà trả lời thêm phiếu đầy đủ.',
  answerFull: 'Trả lời thêm',
  nextPerson: 'Phiếu của người tiếp theo',
  goesBack: 'Sau 30 giây, màn hình tự trở về phiếu mới.',
  endHere: 'Ông/Bà cũng có thể kết thúc tại đây.',
}

/** Title of the document of a receipt. */
export const receiptTitle = () => 'Phiếu đã gửi'

export const conflict = {
  title: 'Phiếu này đã được nhận',
  received: (instant: string | null) =>
    instant
      ? `Phiếu này đã được nhận lúc ${formatInstant(instant)}. Ông/Bà không cần gửi lại.`
      : 'Phiếu này đã được nhận trước đó. Ông/Bà không cần gửi lại.',
  differs: 'Câu trả lời vừa gửi khác với phiếu đã nhận. Mỗi phiếu chỉ được tính một lần, mời Ông/Bà chọn:',
  keep: 'Giữ phiếu đã gửi',
  replace: 'Thay bằng câu trả lời mới',
  replaceMeaning: 'Phiếu cũ sẽ được rút và không còn được tính.',
  tooLate: 'Đã quá 24 giờ kể từ khi gửi nên không thay được nữa; phiếu đã gửi vẫn được tính.',
}
