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

/** Why the program cannot start with its settings; the name of the setting comes first. */
export const startFaults = {
  portTaken: (port: number) =>
    `PORT: cổng ${port} đang có chương trình khác dùng, có thể là chính Hài Lòng đã chạy ở cửa sổ khác. Xin dừng chương trình đó, hoặc đặt PORT là một số khác.`,
  portForbidden: (port: number) =>
    `PORT: hệ điều hành không cho dùng cổng ${port}. Xin đặt PORT là một số từ 1024 trở lên, ví dụ 8080.`,
  host: (host: string) =>
    `HOST: máy này không có địa chỉ ${host}. Xin đặt HOST là một địa chỉ của máy, hoặc 0.0.0.0 để dùng mọi địa chỉ.`,
  folder: (folder: string, reason: string) =>
    `DATA_DIR: không mở được dữ liệu trong thư mục ${folder} (${reason}). Xin chọn một thư mục ghi được và còn chỗ trống.`,
  database: (reason: string) =>
    `DATABASE_URL: không vào được cơ sở dữ liệu PostgreSQL (${reason}). Xin kiểm tra địa chỉ, tên, mật khẩu và máy chủ đó có đang chạy không.`,
}
