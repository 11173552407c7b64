/** Texts of the terminal at start. */
export const start = {
  running: (url: string) => `Hài Lòng đang chạy tại ${url}`,
  stopHint: 'Nhấn Ctrl+C để dừng.',
  survey: 'Phiếu khảo sát của điểm đầu tiên (quét bằng điện thoại hoặc mở đường dẫn):',
  staff: 'Trang cán bộ:',
  demo: (login: string, password: string) => `Số liệu minh họa. Tên đăng nhập "${login}", mật khẩu "${password}".`,
  setup: 'Tạo tài khoản quản trị đầu tiên (đường dẫn dùng một lần, trong 7 ngày):',
  newer:
    'Cơ sở dữ liệu do phiên bản mới hơn của Hài Lòng tạo ra. Xin cập nhật chương trình, hoặc khôi phục bản sao lưu cũ.',
  reach: {
    configured: 'Điện thoại vào bằng địa chỉ đã đặt trong PUBLIC_URL.',
    proxy:
      'Có máy chủ trung gian (TRUSTED_PROXIES) nhưng chưa đặt PUBLIC_URL. Xin đặt PUBLIC_URL là địa chỉ mà người dân mở được.',
    'same-network': 'Điện thoại vào được khi dùng cùng mạng Wi-Fi với máy này. Muốn dùng từ ngoài, xin đặt PUBLIC_URL.',
    'data-centre': 'Máy này có địa chỉ công khai. Nên đặt PUBLIC_URL với tên miền và https trước khi in mã QR.',
    nowhere: 'Chỉ máy này mở được. Xin nối mạng, hoặc đặt HOST=0.0.0.0 và PUBLIC_URL để điện thoại vào được.',
  },
} as const
