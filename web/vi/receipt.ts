import { formatDay } from './format'

const sevenHours = 7 * 3600 * 1000

/** An instant (ISO, UTC) as people in Viet Nam say it: `10 giờ 42 ngày 21/11/2026`. */
export function formatInstant(instant: string): string {
  const local = new Date(Date.parse(instant) + sevenHours).toISOString()
  return `${Number(local.slice(11, 13))} giờ ${local.slice(14, 16)} ngày ${formatDay(local.slice(0, 10))}`
}

export const thanks = {
  title: 'Đã nhận phiếu. Cảm ơn Ông/Bà.',
  use: (office: string) => `Ý kiến của Ông/Bà được dùng để cải thiện việc phục vụ tại ${office}.`,
  keep: 'Giữ mã này nếu Ông/Bà muốn rút phiếu (trong 24 giờ) hoặc kiểm tra rằng phiếu đã được tính. Mã không cho biết Ông/Bà đã chọn gì.',
  afterQuick: 'Nếu còn khoảng 3 phút, mời Ông/Bà trả lời thêm phiếu đầy đủ.',
  answerFull: 'Trả lời thêm',
  endHere: 'Ông/Bà cũng có thể kết thúc tại đây.',
  check: 'Kiểm tra phiếu hoặc rút phiếu',
  feedbackTitle: 'Có việc cần cơ quan trả lời?',
  feedback: 'Gửi phản ánh, kiến nghị để được trả lời',
  feedbackApart: 'Phản ánh, kiến nghị không nối với phiếu vừa gửi.',
  results: 'Xem kết quả đã công bố',
}

export const receipt = {
  title: 'Kiểm tra phiếu đã gửi',
  slip: 'Biên nhận',
  code: 'Mã phiếu',
  point: 'Nơi nhận',
  day: 'Ngày nhận',
  form: 'Mẫu phiếu',
  formOf: (title: string, questions: number) => `${title}, ${questions} câu`,
  state: {
    counted: { title: 'Phiếu đã được tính', text: 'Phiếu này đã có trong số liệu của cơ quan.' },
    waiting: { title: 'Phiếu đã được nhận', text: 'Phiếu sẽ được tính vào kết quả trong vài giây tới.' },
    withdrawn: { title: 'Phiếu đã được rút', text: 'Phiếu đã được rút và không còn được tính.' },
  },
  never: 'Trang này không cho biết Ông/Bà đã chọn gì.',
  withdraw: 'Rút phiếu',
  withdrawUntil: (instant: string) => `Rút được đến ${formatInstant(instant)}.`,
  withdrawMeaning: 'Phiếu đã rút không còn được tính và không lấy lại được.',
  tooLate: 'Đã quá 24 giờ kể từ khi gửi nên không rút được nữa.',
  unknownTitle: 'Không tìm thấy phiếu',
  unknown: (code: string) =>
    `Không tìm thấy phiếu có mã “${code}”. Mời Ông/Bà xem lại từng ký tự của mã: 20 chữ và số, không có chữ I, L, O, U.`,
}

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
