type Words = { title: string; text: string }

/** Why a survey form came back; everything typed is still on the page. */
export const surveyProblems = {
  'no-level': {
    title: 'Phiếu chưa có câu trả lời nào',
    text: 'Mời Ông/Bà chọn ít nhất một câu rồi bấm “Gửi phiếu”.',
  },
  invalid: {
    title: 'Có câu chưa đọc được',
    text: 'Mời Ông/Bà xem lại các câu dưới đây rồi bấm “Gửi phiếu”. Các câu khác đã được giữ nguyên.',
  },
  busy: {
    title: 'Hệ thống đang bận, phiếu chưa được ghi nhận',
    text: 'Câu trả lời vẫn còn trên màn hình; mời Ông/Bà bấm “Gửi phiếu” lại sau ít phút.',
  },
  'too-large': {
    title: 'Nội dung viết quá dài, phiếu chưa được ghi nhận',
    text: 'Mời Ông/Bà viết ngắn lại phần góp ý rồi bấm “Gửi phiếu”. Các câu đã chọn được giữ nguyên.',
  },
  'too-many': {
    title: 'Có quá nhiều phiếu gửi cùng lúc từ mạng này',
    text: 'Phiếu chưa được ghi nhận. Câu trả lời vẫn còn trên màn hình; mời Ông/Bà bấm “Gửi phiếu” lại sau ít phút.',
  },
  'unknown-version': {
    title: 'Mẫu phiếu này không còn dùng',
    text: 'Dưới đây là mẫu phiếu hiện nay, câu trả lời của Ông/Bà đã được chép sang. Mời Ông/Bà xem lại rồi bấm “Gửi phiếu”.',
  },
} satisfies Record<string, Words>

/** At the field itself. */
export const fieldProblems = {
  'outside-scale': 'Câu trả lời này không có trong phiếu. Mời Ông/Bà chọn lại.',
  'unknown-option': 'Câu trả lời này không có trong phiếu. Mời Ông/Bà chọn lại.',
  'too-long': 'Nội dung quá dài. Mời Ông/Bà viết ngắn lại.',
  'not-a-number': 'Mời Ông/Bà viết một số từ 0 đến 100.',
}

/** Pages that stand alone, by HTTP status. */
export const statusWords = {
  403: {
    title: 'Không được phép xem trang này',
    text: 'Tài khoản đang dùng không có quyền xem trang này. Nếu cần, mời liên hệ người quản trị của cơ quan.',
  },
  404: {
    title: 'Không tìm thấy trang',
    text: 'Địa chỉ này không có trang nào. Mời Ông/Bà quét lại mã QR hoặc kiểm tra lại đường dẫn.',
  },
  405: {
    title: 'Trang này không nhận thao tác vừa rồi',
    text: 'Mời Ông/Bà quay lại trang trước rồi thử lại.',
  },
  409: {
    title: 'Nội dung đã thay đổi',
    text: 'Nội dung này vừa được thay đổi ở nơi khác nên thao tác chưa được thực hiện. Mời Ông/Bà mở lại trang rồi thử lại.',
  },
  410: {
    title: 'Trang này không còn nữa',
    text: 'Nội dung ở địa chỉ này đã được gỡ hoặc đã hết hạn.',
  },
  413: {
    title: 'Nội dung gửi quá lớn',
    text: 'Máy chủ chưa nhận nội dung này. Mời Ông/Bà quay lại, rút ngắn nội dung hoặc chọn tệp nhỏ hơn rồi gửi lại.',
  },
  422: {
    title: 'Nội dung gửi chưa đọc được',
    text: 'Mời Ông/Bà quay lại trang trước, xem lại các ô đã điền rồi gửi lại.',
  },
  429: {
    title: 'Có quá nhiều lượt gửi từ mạng này',
    text: 'Mời Ông/Bà thử lại sau ít phút. Nội dung ở trang trước vẫn còn.',
  },
  500: {
    title: 'Hệ thống gặp trục trặc',
    text: 'Lỗi ở phía máy chủ, không phải do Ông/Bà. Mời Ông/Bà thử lại sau ít phút; nếu vẫn không được, mời báo cho cơ quan mã dưới đây.',
  },
  503: {
    title: 'Hệ thống đang bận',
    text: 'Máy chủ chưa thể trả lời lúc này. Mời Ông/Bà thử lại sau ít phút.',
  },
} satisfies Record<number, Words>

/** The same for people who are signed in, where the words for citizens do not fit. */
export const staffStatusWords: Partial<Record<keyof typeof statusWords, Words>> = {
  404: {
    title: 'Không tìm thấy trang',
    text: 'Địa chỉ này không có trang nào, hoặc nội dung không thuộc phạm vi được xem. Xin kiểm tra lại đường dẫn.',
  },
  405: { title: 'Trang này không nhận thao tác vừa rồi', text: 'Xin quay lại trang trước rồi thử lại.' },
}

/** A form of the staff area came from another address than the one it belongs to. */
export const foreignForm = (address: string | null): Words => ({
  title: 'Chưa nhận được nội dung vừa gửi',
  text: address
    ? `Trang vừa gửi được mở bằng một địa chỉ khác. Xin mở trang cán bộ bằng địa chỉ ${address} rồi làm lại.`
    : 'Trang vừa gửi được mở bằng một địa chỉ khác với địa chỉ của máy chủ. Xin mở lại trang rồi thử lại; nếu vẫn không được, mời báo người quản trị đặt PUBLIC_URL.',
})

export const error = {
  requestId: 'Mã yêu cầu',
  home: 'Về trang chủ',
  staffHome: 'Về trang kết quả',
}

export const closed = {
  title: 'Điểm khảo sát đang tạm dừng',
  text: 'Điểm này hiện không nhận phiếu.',
  feedback: 'Ông/Bà có thể gửi phản ánh, kiến nghị tại đây.',
  hours: 'Giờ mở',
  call: 'Khi cần, mời Ông/Bà gọi cơ quan theo số',
}

/** One printed code at a desk that serves several offices. */
export const chooserWords = {
  title: 'Chọn cơ quan Ông/Bà vừa làm việc',
  about: 'Bàn này phục vụ nhiều cơ quan. Ông/Bà đến làm thủ tục của cơ quan nào?',
} as const

export const unknownPoint = {
  title: 'Không tìm thấy điểm khảo sát',
  text: (code: string) =>
    `Không tìm thấy điểm khảo sát “${code}”. Mời Ông/Bà quét lại mã QR hoặc kiểm tra lại đường dẫn in bên dưới mã.`,
}

export const unknownReceipt = {
  title: 'Không tìm thấy phiếu có mã này',
  text: 'Mời Ông/Bà xem lại mã trên biên nhận: 20 ký tự, chia thành năm nhóm; không có chữ I, L, O và U.',
}

export const homeWords = {
  title: 'Ý kiến của người dân về sự phục vụ',
  text: 'Mời Ông/Bà quét mã QR đặt tại quầy để cho ý kiến về lần làm việc của mình. Không cần cài ứng dụng, không hỏi tên.',
  points: 'Chọn nơi Ông/Bà vừa làm việc',
  feedback: 'Gửi phản ánh, kiến nghị',
  follow: 'Tra cứu phản ánh, kiến nghị đã gửi',
  staff: 'Cán bộ đăng nhập',
}
