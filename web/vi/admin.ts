/** Sentences of `hailong admin`. */
export const adminWords = {
  usage: 'create [--login TÊN --name "HỌ TÊN"] | reset TÊN',
  about:
    'In đường dẫn dùng một lần để tạo tài khoản quản trị; có --login và --name thì tạo ngay, mật khẩu là dòng đầu của stdin. reset TÊN: bỏ mật khẩu và bước thứ hai của một người, in đường dẫn đặt mật khẩu mới.',
  howTo: 'Cách dùng: admin create, hoặc admin create --login TÊN --name "HỌ TÊN" < tệp-mật-khẩu, hoặc admin reset TÊN',
  link: 'Đường dẫn dùng một lần, trong 7 ngày. Các đường dẫn trước đó không còn dùng được.',
  password: 'Nhập mật khẩu rồi Enter (chữ sẽ hiện trên màn hình):',
  reset: (login: string) =>
    `Mật khẩu và bước thứ hai của ${login.trim().toLowerCase()} đã bỏ, mọi thiết bị đã bị đăng xuất. Đường dẫn trên dùng được một lần, trong 7 ngày.`,
  refused: {
    unknown: (login: string) => `Không có tài khoản ${login}.`,
    locked: (login: string) => `Tài khoản ${login} đang bị khóa. Xin mở khóa ở trang Tài khoản, vai trò trước.`,
  },
  created: (login: string) => `Đã tạo tài khoản quản trị ${login.trim().toLowerCase()}.`,
}
