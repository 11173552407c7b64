import type { FormField } from '../../server/domain/case-form'
import type { FaultCode } from '../../server/domain/case-form-faults'
import { formatCount } from './format'

const names: Partial<Record<FormField, string>> = {
  content: 'Nội dung',
  place: 'Ô “ở đâu, khi nào”',
  wish: 'Ô “mong muốn”',
  title: 'Tóm tắt',
  name: 'Họ và tên',
  address: 'Địa chỉ',
  phone: 'Điện thoại',
  email: 'Email',
  organisation: 'Tên tổ chức',
}

const missing: Partial<Record<FormField, string>> = {
  name: 'Xin ghi họ và tên',
  address: 'Xin ghi địa chỉ',
}

const choices: Partial<Record<FormField, string>> = {
  matter: 'Xin chọn một việc ở danh sách dưới đây.',
  office: 'Xin chọn cơ quan nhận.',
  publish: 'Xin chọn một trong hai cách công khai.',
}

/** What is wrong with a field and what to do. `length` and `most`: letters written and allowed. */
export function formFault(
  field: FormField,
  code: FaultCode,
  { length, most }: { length: number; most: number },
): string {
  const sentences = {
    choose: choices[field] ?? 'Xin chọn một câu trả lời.',
    missing: 'Xin viết nội dung: việc gì, ở đâu, ngày nào.',
    'by-law': `${missing[field] ?? 'Xin điền ô này'}. Nghị định số 20/2008/NĐ‑CP yêu cầu phản ánh, kiến nghị có tên và địa chỉ người gửi; thiếu thì cơ quan phải từ chối. Thông tin này không được công khai.`,
    contact: 'Xin ghi số điện thoại, hoặc đánh dấu ô nhận thư theo địa chỉ.',
    'too-long': `${names[field] ?? 'Ô này'} có ${formatCount(length)} ký tự, tối đa là ${formatCount(most)}. Xin viết ngắn lại${field === 'content' ? ', hoặc gửi phần dài thành tệp DOCX, PDF kèm theo' : ''}.`,
    'phone-letters': 'Số điện thoại có chữ. Xin ghi bằng chữ số, ví dụ 0905 123 456.',
    'phone-digits': 'Số điện thoại cần có 9 đến 11 chữ số, ví dụ 0905 123 456. Xin xem lại.',
    email: 'Địa chỉ email chưa đúng, ví dụ đúng: ten@vidu.vn. Xin xem lại hoặc để trống.',
    'unknown-office': 'Cơ quan này không còn nhận phản ánh, kiến nghị. Xin chọn cơ quan khác.',
  } satisfies Record<FaultCode, string>
  return sentences[code]
}

export const faultTitle = (n: number) => (n === 1 ? 'Có một chỗ cần xem lại' : `Có ${n} chỗ cần xem lại`)
export const faultKept = 'Các phần khác đã được giữ nguyên.'

/** Why a finished form was not taken; everything in it is still on the page. */
export const sendProblems = {
  'too-large': {
    title: 'Nội dung gửi quá lớn, phiếu chưa được nhận',
    text: 'Xin viết ngắn lại, hoặc gửi phần dài thành tệp kèm theo.',
  },
  'too-many': {
    title: 'Có quá nhiều phiếu gửi từ mạng này',
    text: 'Phiếu chưa được nhận. Nội dung vẫn còn ở dưới đây; mời Ông/Bà bấm “Gửi” lại sau ít phút.',
  },
  busy: {
    title: 'Hệ thống đang bận, phiếu chưa được nhận',
    text: 'Nội dung vẫn còn ở dưới đây; mời Ông/Bà bấm “Gửi” lại sau ít phút.',
  },
  trap: {
    title: 'Phiếu chưa được nhận',
    text: 'Một ô không dành cho người đã bị điền, có thể do trình duyệt tự điền. Ô ấy đã được xóa; mời Ông/Bà bấm “Gửi” lần nữa.',
  },
}

export const conflictWords = {
  title: 'Phiếu này đã được gửi',
  text: 'Phiếu đã được nhận trước đó, với nội dung khác nội dung vừa gửi. Mời Ông/Bà chọn:',
  keep: 'Giữ phiếu đã gửi',
  keepAbout: 'Nội dung vừa gửi không được ghi nhận. Mã phiếu và mã tra cứu đã cấp vẫn dùng được.',
  again: 'Gửi nội dung này thành phiếu mới',
  againAbout: 'Phiếu mới có mã riêng và hạn trả lời riêng.',
}

export const expiredWords = {
  title: 'Trang biên nhận đã hết hạn',
  text: 'Để giữ kín, trang này chỉ xem được trong hai giờ sau khi gửi. Phiếu vẫn được xử lý; mời Ông/Bà tra cứu bằng mã phiếu và mã tra cứu.',
  follow: 'Tra cứu phiếu',
}
