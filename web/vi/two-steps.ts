import { formatMoment } from './format'

/** Sentences of the second step of signing in. */
export const twoStepWords = {
  title: 'Đăng nhập hai bước',
  about:
    'Ngoài mật khẩu, mỗi lần đăng nhập cần thêm một mã 6 chữ số trên điện thoại. Người khác biết mật khẩu cũng không vào được.',
  required:
    'Vai trò này bắt buộc đăng nhập hai bước. Xin cài đặt xong rồi làm việc tiếp; chỉ làm một lần, mất khoảng ba phút.',
  unsent: 'Nội dung vừa ghi chưa được gửi và vẫn còn. Cài đặt xong, trang sau có nút gửi tiếp.',
  steps: [
    'Cài một ứng dụng xác thực trên điện thoại, ví dụ Google Authenticator, Microsoft Authenticator hoặc FreeOTP.',
    'Trong ứng dụng, chọn thêm tài khoản rồi quét mã QR này.',
    'Nhập mã 6 chữ số mà ứng dụng đang hiện.',
  ],
  qr: 'Mã QR để thêm tài khoản vào ứng dụng xác thực',
  byHand: 'Không quét được: nhập khóa này vào ứng dụng (tính theo thời gian, 6 chữ số).',
  code: 'Mã 6 chữ số',
  confirm: 'Xác nhận',
  on: (since: string) => `Đang bật từ ${formatMoment(since)}.`,
  off: 'Chưa bật.',
  isRequired: 'Vai trò này bắt buộc đăng nhập hai bước.',
  toSetUp: 'Cài đặt đăng nhập hai bước',
  toChange: 'Mã dự phòng, đổi điện thoại',
  left: (count: number) =>
    count > 0 ? `Còn ${count} mã dự phòng chưa dùng.` : 'Không còn mã dự phòng nào. Xin tạo mã mới.',
  used: (count: number) =>
    `Vừa đăng nhập bằng một mã dự phòng, còn ${count} mã. Nếu điện thoại đã mất, xin đổi sang điện thoại khác ngay dưới đây.`,
  goOn: 'Làm việc tiếp',
  codesTitle: 'Mã dự phòng',
  codesAbout:
    'Khi không có điện thoại, nhập một mã này thay cho mã trong ứng dụng. Mỗi mã dùng được một lần. Các mã chỉ hiện ở đây một lần: xin in, chép lại hoặc tải về rồi cất nơi an toàn.',
  codesRenewed: 'Các mã dự phòng trước đây không còn dùng được.',
  enabled: 'Đã bật đăng nhập hai bước. Các thiết bị khác đang đăng nhập tài khoản này đã bị đăng xuất.',
  download: 'Tải về dạng văn bản',
  print: 'In trang này',
  fileName: 'ma-du-phong.txt',
  file: (login: string, codes: readonly string[]) =>
    [`Hài Lòng: mã dự phòng của ${login}`, 'Mỗi mã dùng được một lần.', '', ...codes, ''].join('\r\n'),
  kept: 'Đã cất mã, làm việc tiếp',
  sendAgain: 'Gửi tiếp nội dung đã ghi',
  password: 'Mật khẩu đang dùng',
  oldCode: 'Mã trong ứng dụng, hoặc một mã dự phòng',
  renewTitle: 'Tạo mã dự phòng mới',
  renew: 'Tạo mã mới',
  replaceTitle: 'Đổi sang điện thoại khác',
  replaceAbout: 'Bước thứ hai trên điện thoại cũ thôi dùng; trang sau cài đặt trên điện thoại mới.',
  replace: 'Đổi điện thoại',
  offTitle: 'Tắt đăng nhập hai bước',
  offAbout: 'Sau khi tắt, chỉ cần mật khẩu là đăng nhập được.',
  turnOff: 'Tắt',
  problems: {
    'wrong-code':
      'Mã chưa đúng hoặc đã dùng rồi. Xin nhập mã đang hiện trong ứng dụng; nếu vẫn chưa được, xin xem lại giờ trên điện thoại.',
    'wrong-password': 'Mật khẩu đang dùng chưa đúng.',
    'too-many': 'Đã nhập sai nhiều lần. Xin thử lại sau 15 phút.',
  },
}
export type TwoStepProblem = keyof typeof twoStepWords.problems
