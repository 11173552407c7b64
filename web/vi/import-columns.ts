import type { TableKind } from '../../server/domain/import-kinds'

/** A column of a file: its heading in a template, whether it must be there, and what to write in it. */
export type ColumnWords = { heading: string; required?: true; about: string }
type KindWords = Record<string, ColumnWords>

const day = 'ghi như 01/07/2025'

const offices = {
  code: {
    heading: 'Mã đơn vị',
    required: true,
    about: 'Chữ hoa không dấu, số, gạch ngang, dấu chấm; 2–20 ký tự, ví dụ THPT-CVA. Mã đã có thì sửa đơn vị đó.',
  },
  name: { heading: 'Tên đơn vị', required: true, about: 'Tên đầy đủ, như người dân thấy trên phiếu và áp phích.' },
  parentCode: {
    heading: 'Mã đơn vị cấp trên',
    about: 'Để trống là đơn vị cao nhất. Đơn vị cấp trên đứng ở dòng nào của tệp cũng được.',
  },
  kind: { heading: 'Loại đơn vị', about: 'Một trong các loại ghi ở dưới bảng này; để trống là “Khác”.' },
  address: { heading: 'Địa chỉ', about: 'Không bắt buộc.' },
  phone: { heading: 'Điện thoại', about: 'Hiện khi điểm khảo sát tạm dừng, để người dân gọi.' },
  agencyId: { heading: 'Mã định danh', about: 'Mã định danh theo Quyết định 20/2020/QĐ-TTg, ví dụ H13.02.05.' },
  validFrom: { heading: 'Từ ngày', about: `Ngày bắt đầu hoạt động, ${day}; để trống là từ trước.` },
  validTo: { heading: 'Đến ngày', about: `Ngày hoạt động cuối cùng, ${day}; để trống là đang hoạt động.` },
  successorCode: {
    heading: 'Mã đơn vị kế thừa',
    about: 'Đơn vị làm tiếp công việc sau ngày cuối; cần có cột “Đến ngày”.',
  },
  guidedByCode: {
    heading: 'Mã đơn vị hướng dẫn chuyên môn',
    about: 'Ví dụ Sở hướng dẫn chuyên môn cho trường của xã. Không bắt buộc.',
  },
} satisfies KindWords

const points = {
  code: { heading: 'Mã điểm', about: 'Để trống là điểm mới, hệ thống cấp mã. Có mã thì sửa điểm đó.' },
  officeCode: { heading: 'Mã đơn vị', required: true, about: 'Đơn vị được đánh giá tại điểm này.' },
  name: {
    heading: 'Tên điểm',
    required: true,
    about: 'Như người dân thấy tại quầy, ví dụ: Quầy 3 · Hộ tịch. Không có mã thì tìm điểm theo đơn vị và tên.',
  },
  kind: { heading: 'Loại điểm', about: 'Một trong các loại ghi ở dưới bảng này; để trống là loại đầu tiên.' },
  surveyKey: { heading: 'Phiếu hỏi', about: 'Mã hoặc tên phiếu; để trống là sipas-24.' },
  quickFirst: { heading: 'Phiếu nhanh trước', about: 'có hoặc không; để trống là không.' },
  field: { heading: 'Lĩnh vực', about: 'Ghi vào từng phiếu, để xem kết quả theo lĩnh vực. Không bắt buộc.' },
  hours: { heading: 'Giờ mở cửa', about: 'Ví dụ: T2-T6 07:30-11:30, 13:30-17:00. Để trống là luôn mở.' },
  hostCode: { heading: 'Đặt tại đơn vị', about: 'Mã đơn vị có phòng, quầy đặt điểm này; để trống là chính đơn vị.' },
  asksProcedure: {
    heading: 'Hỏi thủ tục',
    about: 'có hoặc không hỏi người dân làm thủ tục nào; để trống là có.',
  },
  procedures: {
    heading: 'Thủ tục',
    about: 'Mã các thủ tục làm tại đây, cách nhau bằng dấu phẩy; để trống là mọi thủ tục.',
  },
} satisfies KindWords

const procedures = {
  code: { heading: 'Mã thủ tục', required: true, about: 'Ví dụ 1.008377 hoặc 1.008377.000.00.00.H13.' },
  name: { heading: 'Tên thủ tục', required: true, about: 'Như trong quyết định công bố, không quá 500 ký tự.' },
  field: { heading: 'Lĩnh vực', about: 'Ghi vào phiếu của người làm thủ tục này, ví dụ Hộ tịch.' },
  closed: { heading: 'Bãi bỏ', about: 'có hoặc không; thủ tục đã bãi bỏ không còn hiện cho người dân chọn.' },
} satisfies KindWords

const staff = {
  login: {
    heading: 'Tên đăng nhập',
    required: true,
    about: 'Từ 3 ký tự: chữ thường không dấu, số, dấu chấm, gạch ngang hoặc @. Đã có thì sửa tài khoản đó.',
  },
  name: { heading: 'Họ và tên', required: true, about: 'Họ, đệm và tên.' },
  email: { heading: 'Thư điện tử', about: 'Để gửi thư mời và đặt lại mật khẩu. Không bắt buộc.' },
  role: { heading: 'Vai trò', required: true, about: 'Một trong các vai trò ghi ở dưới bảng này.' },
  officeCode: {
    heading: 'Mã đơn vị',
    about: 'Người này chỉ thấy đơn vị đó và các đơn vị bên dưới; để trống là toàn hệ thống.',
  },
} satisfies KindWords

const dossiers = {
  officeCode: { heading: 'Mã đơn vị', required: true, about: 'Gồm cả các đơn vị bên dưới.' },
  period: {
    heading: 'Kỳ',
    required: true,
    about:
      '2026, 2026-03, 2026-Q1, 2026-H1, 2026-9M, hoặc Tháng 3/2026, Quý I/2026; kỳ chốt ngày 14 thì thêm /14 vào mã, ví dụ 2026-Q1/14.',
  },
  dossiers: { heading: 'Số hồ sơ', required: true, about: 'Số hồ sơ của kỳ, ghi bằng chữ số.' },
  issued: { heading: 'Số phiếu phát ra', about: 'Không bắt buộc.' },
  basis: { heading: 'Cách tính', about: 'Một trong các cách ghi ở dưới bảng này; để trống là cách đầu tiên.' },
} satisfies KindWords

/** The columns of each kind of file, in the order of its template. */
export const importColumns = { offices, points, procedures, staff, dossiers } satisfies Record<TableKind, KindWords>

/** The Vietnamese heading of every column of a kind. */
export function headingsOf<K extends TableKind>(kind: K): Record<keyof (typeof importColumns)[K] & string, string> {
  const pairs = Object.entries<ColumnWords>(importColumns[kind]).map(([key, { heading }]) => [key, heading])
  return Object.fromEntries(pairs)
}
