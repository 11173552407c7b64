import { formatCount } from './format'

/** Sentences of the command line. */
export const cli = {
  title: 'Cách dùng: npm run -s hailong -- <lệnh> …',
  commands: 'Các lệnh:',
  unknownCommand: (name: string, known: readonly string[]) => `Không có lệnh "${name}". Các lệnh: ${known.join(', ')}.`,
  unknownOption: (option: string, command: string, known: readonly string[]) =>
    `Lệnh ${command} không có tùy chọn "${option}". ${known.length > 0 ? `Các tùy chọn: ${known.map((name) => `--${name}`).join(', ')}.` : 'Lệnh này không có tùy chọn nào.'}`,
  optionValue: (command: string, usage: string) =>
    `Tùy chọn của lệnh ${command} chưa đúng: có tùy chọn thiếu giá trị, hoặc có giá trị mà không cần. Cách dùng: ${usage}`,
  extraWords: (command: string, words: readonly string[]) =>
    `Không hiểu "${words.join(' ')}": sau lệnh ${command} chỉ có các tùy chọn.`,
  failed: (reason: string) => `Lệnh không thực hiện được: ${reason}`,
  newerDatabase: 'Cơ sở dữ liệu do phiên bản mới hơn của Hài Lòng tạo ra. Xin cập nhật chương trình rồi chạy lại lệnh.',
  busy: 'Cơ sở dữ liệu đang bận (có thể đang sao lưu). Xin chạy lại lệnh sau ít phút.',
  help: { usage: '', about: 'In danh sách lệnh này.' },
  points: {
    usage: '',
    about: 'In các điểm khảo sát, mỗi dòng một đối tượng JSON: code, name, office, survey, url.',
    portable: (url: string) => `Đường dẫn dùng địa chỉ ${url}; đặt PUBLIC_URL để dùng địa chỉ khác.`,
  },
  demo: {
    usage: '',
    about: 'Điền số liệu minh họa vào một cơ sở dữ liệu trống (đặt DATA_DIR là thư mục riêng).',
    filled: (login: string, password: string) =>
      `Đã điền số liệu minh họa. Tên đăng nhập "${login}", mật khẩu "${password}".`,
    inUse: 'Cơ sở dữ liệu này đã có đơn vị nên không điền số liệu minh họa. Xin đặt DATA_DIR là một thư mục trống.',
  },
  report: {
    usage: '<tên> [--from --to --period --office --point --survey --channel --by --public] --format <dạng> [--out TỆP]',
    about: (reports: readonly string[], formats: readonly string[]) =>
      `Lập báo cáo (${reports.join(', ')}) ở dạng ${formats.join(', ')}.`,
    noName: (known: readonly string[]) => `Thiếu tên báo cáo. Các báo cáo: ${known.join(', ')}.`,
    unknownReport: (name: string, known: readonly string[]) =>
      `Không có báo cáo "${name}". Các báo cáo: ${known.join(', ')}.`,
    unknownFormat: (name: string, known: readonly string[]) =>
      `Không có dạng "${name}". Các dạng: ${known.join(', ')}.`,
    extra: (words: readonly string[]) => `Không hiểu "${words.join(' ')}": sau tên báo cáo chỉ có các tùy chọn.`,
    written: (file: string, rows: number) => `Đã ghi ${file}: ${formatCount(rows)} dòng.`,
    rows: (rows: number) => `${formatCount(rows)} dòng.`,
    cannotWrite: (file: string, reason: string) => `Không ghi được tệp ${file}: ${reason}`,
  },
} as const
