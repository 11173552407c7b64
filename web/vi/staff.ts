import type { PasswordProblem } from '../../server/domain/password-rules'
import type { Role } from '../../server/domain/permissions'

export const roleNames = {
  viewer: 'Lãnh đạo (xem)',
  intake: 'Cán bộ tiếp nhận',
  handler: 'Cán bộ xử lý',
  approver: 'Lãnh đạo duyệt',
  publisher: 'Cán bộ công khai',
  statistics: 'Cán bộ thống kê, báo cáo',
  auditor: 'Cán bộ kiểm tra',
  administrator: 'Quản trị hệ thống',
} satisfies Record<Role, string>

export const roleAbout = {
  viewer: 'Xem kết quả đến hết hôm qua, phản ánh và kiến nghị sắp đến hạn, tải báo cáo; không sửa.',
  intake:
    'Nhận, phân loại, giao, chuyển phản ánh, kiến nghị; nhập hộ; xem người gửi. Xem kết quả những tuần đã qua, không xem từng phiếu.',
  handler: 'Soạn câu trả lời cho việc được giao. Xem kết quả những tuần đã qua, không xem từng phiếu.',
  approver:
    'Duyệt câu trả lời, gia hạn; mở phiếu hạn chế xem. Xem kết quả đến hết hôm qua; chốt, duyệt, công bố, mở lại kỳ báo cáo; đặt chỉ tiêu.',
  publisher: 'Che thông tin riêng, công khai câu trả lời, ghi nơi công khai; công bố kỳ báo cáo đã duyệt.',
  statistics:
    'Xem số liệu tức thời, tải từng phiếu đã ẩn danh; nhập phiếu, nhập số hồ sơ, lập đợt khảo sát, chốt kỳ báo cáo.',
  auditor: 'Xem nhật ký, số liệu tức thời, từng phiếu đã ẩn danh; không sửa.',
  administrator:
    'Quản lý đơn vị, điểm khảo sát, thủ tục, mẫu phiếu, lịch nghỉ, tài khoản, sao lưu; không xem nội dung phản ánh, kiến nghị.',
} satisfies Record<Role, string>

export const shell = {
  product: 'Hài Lòng',
  skip: 'Đến nội dung',
  menu: 'Trình đơn',
  person: 'Người dùng',
  groups: { survey: 'Khảo sát', cases: 'Phản ánh, kiến nghị', reports: 'Báo cáo', admin: 'Quản trị' },
  items: {
    results: 'Kết quả',
    imports: 'Nhập từ tệp',
    rounds: 'Đợt khảo sát',
    surveys: 'Mẫu phiếu',
    inbox: 'Hộp việc',
    caseEntry: 'Nhập hộ',
    notices: 'Thông báo',
    publishing: 'Chờ công khai',
    caseFigures: 'Số liệu',
    caseTemplates: 'Mẫu trả lời',
    periods: 'Kỳ báo cáo',
    targets: 'Chỉ tiêu',
    offices: 'Đơn vị',
    points: 'Điểm khảo sát, mã QR',
    procedures: 'Thủ tục hành chính',
    contacts: 'Liên hệ, bảng niêm yết',
    calendar: 'Ngày nghỉ, ngày làm bù',
    deadlines: 'Thời hạn',
    backups: 'Sao lưu',
    system: 'Tình trạng hệ thống',
    training: 'Tập huấn',
    people: 'Tài khoản, vai trò',
    audit: 'Nhật ký',
    guide: 'Hướng dẫn',
    account: 'Tài khoản của tôi',
  },
  signOut: 'Đăng xuất',
  toBackups: 'Xem trang Sao lưu',
}

export const signIn = {
  title: 'Đăng nhập dành cho cán bộ',
  login: 'Tên đăng nhập',
  password: 'Mật khẩu',
  submit: 'Đăng nhập',
  problems: {
    wrong: 'Tên đăng nhập hoặc mật khẩu chưa đúng. Xin xem lại phím Caps Lock và bộ gõ tiếng Việt.',
    'too-late': 'Đã quá 10 phút từ khi nhập mật khẩu. Xin đăng nhập lại.',
  },
  wait: (minutes: number) =>
    `Đã thử nhiều lần chưa đúng. Xin thử lại sau ${minutes} phút. Đồng nghiệp dùng chung mạng vẫn đăng nhập được.`,
  passwordSet: 'Đã đặt mật khẩu. Xin đăng nhập bằng mật khẩu mới.',
  signedOut: 'Đã đăng xuất. Máy dùng chung thì nên đóng cả trình duyệt.',
  codeTitle: 'Bước thứ hai: nhập mã',
  code: 'Mã xác thực',
  codeHint: '6 chữ số đang hiện trong ứng dụng xác thực trên điện thoại, hoặc một mã dự phòng như 7F3KM-9H5NQ.',
  codeSubmit: 'Đăng nhập',
  codeWrong:
    'Mã chưa đúng hoặc đã dùng rồi. Mã trong ứng dụng đổi sau mỗi 30 giây: xin nhập mã đang hiện. Nếu vẫn chưa được, xin xem lại giờ trên điện thoại.',
  codeWait: (minutes: number) => `Đã nhập mã nhiều lần chưa đúng. Xin thử lại sau ${minutes} phút.`,
  phoneLost: 'Mất điện thoại và hết mã dự phòng: xin đề nghị người quản trị khác của cơ quan đặt lại bước thứ hai.',
  startOver: 'Đăng nhập bằng tài khoản khác',
  forgottenLink: 'Quên mật khẩu',
  forgotten: 'Quên mật khẩu: xin liên hệ người quản trị hệ thống của cơ quan.',
  public: 'Kết quả khảo sát công khai',
  expired:
    'Phiên đăng nhập đã hết nên nội dung vừa ghi chưa được gửi. Nội dung được giữ: xin đăng nhập lại rồi gửi tiếp.',
  againTitle: 'Đã đăng nhập lại',
  again: 'Nội dung ghi trước khi phiên đăng nhập hết vẫn còn, nhưng chưa được gửi.',
  sendAgain: 'Gửi tiếp',
  dropUnsent: 'Bỏ nội dung này, về trang kết quả',
}

export const setup = {
  title: 'Tạo tài khoản quản trị đầu tiên',
  about: 'Đường dẫn này chỉ dùng được một lần. Tài khoản tạo ở đây quản lý toàn bộ hệ thống của cơ quan.',
  name: 'Họ và tên',
  login: 'Tên đăng nhập',
  loginHint: 'Từ 3 ký tự: chữ thường không dấu, số, dấu chấm, gạch ngang hoặc @. Ví dụ: hoa.lt',
  password: 'Mật khẩu',
  passwordHint: 'Ít nhất 10 ký tự, không trùng tên đăng nhập. Một câu ngắn dễ nhớ là tốt nhất.',
  repeat: 'Nhập lại mật khẩu',
  submit: 'Tạo tài khoản',
  toSignIn: 'Đến trang đăng nhập',
  closedTitle: 'Đường dẫn không còn dùng được',
  closed:
    'Đường dẫn này đã dùng rồi hoặc đã quá hạn 7 ngày. Nếu cơ quan chưa có tài khoản nào, xin khởi động lại chương trình để có đường dẫn mới.',
}

export const invitation = {
  title: 'Đặt mật khẩu',
  hello: (name: string) => `Xin chào ${name}.`,
  about: 'Xin đặt mật khẩu cho tài khoản này. Đường dẫn chỉ dùng được một lần.',
  login: 'Tên đăng nhập',
  submit: 'Đặt mật khẩu, đăng nhập',
  closedTitle: 'Đường dẫn không còn dùng được',
  closed:
    'Đường dẫn này đã dùng rồi, đã quá hạn, hoặc đã có đường dẫn mới hơn. Xin đề nghị người quản trị của cơ quan gửi lại.',
}

export const forgotten = {
  title: 'Quên mật khẩu',
  about: 'Hệ thống gửi đường dẫn đặt mật khẩu mới đến thư điện tử đã ghi trong tài khoản.',
  who: 'Tên đăng nhập hoặc thư điện tử',
  submit: 'Gửi đường dẫn',
  sent: 'Nếu tài khoản này có thư điện tử, đường dẫn đã được gửi đến đó và dùng được trong 60 phút. Không thấy thư sau 10 phút: xin xem hộp thư rác, hoặc liên hệ người quản trị hệ thống của cơ quan.',
  wait: 'Đã đề nghị nhiều lần. Xin thử lại sau một giờ.',
  back: 'Về trang đăng nhập',
}

export const account = {
  title: 'Tài khoản của tôi',
  role: 'Vai trò',
  office: 'Đơn vị',
  allOffices: 'Toàn hệ thống',
  login: 'Tên đăng nhập',
  twoStepsOn: 'Đang bật: đăng nhập cần thêm mã trên điện thoại.',
  changeTitle: 'Đổi mật khẩu',
  old: 'Mật khẩu đang dùng',
  new: 'Mật khẩu mới',
  repeat: 'Nhập lại mật khẩu mới',
  change: 'Đổi mật khẩu',
  sessions: {
    title: 'Đang đăng nhập ở đâu',
    about: 'Thấy thiết bị lạ: xin đăng xuất thiết bị đó rồi đổi mật khẩu. Giờ Việt Nam.',
    present: 'Thiết bị này',
    when: (begun: string, seen: string) => `Đăng nhập ${begun} · dùng gần nhất ${seen}`,
    end: 'Đăng xuất',
    endOf: (device: string, begun: string) => `Đăng xuất ${device}, đăng nhập ${begun}`,
    endOthers: 'Đăng xuất mọi thiết bị khác',
  },
  done: {
    '1': 'Đã đổi mật khẩu. Các thiết bị khác đang đăng nhập tài khoản này đã bị đăng xuất.',
    phien: 'Đã đăng xuất thiết bị được chọn.',
    tat: 'Đã tắt đăng nhập hai bước.',
  } as Record<string, string>,
}

export const passwordTexts = {
  'too-short': 'Mật khẩu cần ít nhất 10 ký tự.',
  'too-long': 'Mật khẩu dài quá 200 ký tự.',
  'same-as-login': 'Mật khẩu không được trùng tên đăng nhập.',
} satisfies Record<PasswordProblem, string>

export const accountTexts = {
  ...passwordTexts,
  'wrong-password': 'Mật khẩu đang dùng chưa đúng.',
  'too-many': 'Đã nhập sai mật khẩu đang dùng nhiều lần. Xin thử lại sau 15 phút.',
  'not-repeated': 'Hai lần nhập mật khẩu chưa giống nhau.',
  malformed: 'Tên đăng nhập cần từ 3 đến 60 ký tự: chữ thường không dấu, số, dấu chấm, gạch ngang hoặc @.',
  taken: 'Tên đăng nhập này đã có người dùng. Xin chọn tên khác.',
  missing: 'Xin ghi họ và tên.',
}
export type AccountText = keyof typeof accountTexts

export const problems = {
  title: 'Chưa lưu được',
  kept: 'Những gì đã ghi vẫn còn; riêng mật khẩu xin nhập lại.',
  keptAll: 'Những gì đã ghi vẫn còn.',
  passwordAgain: 'Xin nhập lại mật khẩu ở cả hai ô.',
}
