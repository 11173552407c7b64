/** Sentences of `hailong admin`. */
export const adminWords = {
  usage: 'create [--login TÊN --name "HỌ TÊN"]',
  about:
    'In đường dẫn dùng một lần để tạo tài khoản quản trị; có --login và --name thì tạo ngay, mật khẩu là dòng đầu của stdin.',
  howTo: 'Cách dùng: admin create, hoặc admin create --login TÊN --name "HỌ TÊN" < tệp-mật-khẩu',
  link: 'Đường dẫn dùng một lần, trong 7 ngày. Các đường dẫn trước đó không còn dùng được.',
  password: 'Nhập mật khẩu rồi Enter (chữ sẽ hiện trên màn hình):',
  created: (login: string) => `Đã tạo tài khoản quản trị ${login.trim().toLowerCase()}.`,
}
