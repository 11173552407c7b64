/** An invented education department with its offices: names are made up, figures follow no real office. */
export const demoOffices = [
  {
    code: 'SGDDT',
    name: 'Sở Giáo dục và Đào tạo tỉnh Bình An',
    parentCode: null,
    phone: '0200 3800 100',
    kind: 'department',
  },
  {
    code: 'TTHCC',
    name: 'Trung tâm Phục vụ hành chính công tỉnh Bình An',
    parentCode: 'SGDDT',
    phone: '0200 3800 222',
    kind: 'provincial-centre',
  },
  {
    code: 'THPT-NTMK',
    name: 'Trường THPT Nguyễn Thị Minh Khai',
    parentCode: 'SGDDT',
    phone: '0200 3811 301',
    kind: 'school',
  },
  { code: 'THPT-LVT', name: 'Trường THPT Lương Văn Tri', parentCode: 'SGDDT', phone: '0200 3811 302', kind: 'school' },
  {
    code: 'GDTX',
    name: 'Trung tâm Giáo dục thường xuyên tỉnh',
    parentCode: 'SGDDT',
    phone: '0200 3811 303',
    kind: 'unit',
  },
  {
    code: 'XA-HS',
    name: 'Phòng Văn hóa – Xã hội xã Hòa Sơn',
    parentCode: 'SGDDT',
    phone: '0200 3822 404',
    kind: 'commune-division',
    guidedByCode: 'SGDDT',
  },
] as const

/** `share`: part of all answers; `quality`: how far above or below the rest, in steps of the scale. */
export const demoPoints = [
  {
    code: 'TC21',
    office: 'TTHCC',
    name: 'Quầy 12 · Văn bằng, chứng chỉ',
    field: 'Văn bằng, chứng chỉ',
    share: 16,
    quality: 0.15,
  },
  {
    code: 'TC22',
    office: 'TTHCC',
    name: 'Quầy 13 · Giáo dục phổ thông',
    field: 'Giáo dục trung học',
    share: 12,
    quality: 0.1,
  },
  {
    code: 'TC23',
    office: 'TTHCC',
    name: 'Quầy 14 · Cơ sở giáo dục',
    field: 'Giáo dục và đào tạo khác',
    share: 8,
    quality: -0.2,
  },
  { code: 'SG31', office: 'SGDDT', name: 'Bộ phận tiếp công dân', field: '', share: 6, quality: -0.35 },
  { code: 'SG32', office: 'SGDDT', name: 'Phòng Tổ chức cán bộ', field: 'Tổ chức cán bộ', share: 5, quality: 0 },
  {
    code: 'MK41',
    office: 'THPT-NTMK',
    name: 'Văn phòng nhà trường',
    field: 'Giáo dục trung học',
    share: 10,
    quality: 0.3,
  },
  { code: 'MK42', office: 'THPT-NTMK', name: 'Bàn tuyển sinh', field: 'Tuyển sinh', share: 6, quality: 0.05 },
  {
    code: 'LV51',
    office: 'THPT-LVT',
    name: 'Văn phòng nhà trường',
    field: 'Giáo dục trung học',
    share: 9,
    quality: -0.05,
  },
  { code: 'LV52', office: 'THPT-LVT', name: 'Bàn tuyển sinh', field: 'Tuyển sinh', share: 4, quality: -0.3 },
  { code: 'TX61', office: 'GDTX', name: 'Văn phòng trung tâm', field: 'Giáo dục thường xuyên', share: 7, quality: 0.2 },
  { code: 'TX62', office: 'GDTX', name: 'Phòng thi chứng chỉ', field: 'Văn bằng, chứng chỉ', share: 4, quality: -0.1 },
  { code: 'HS71', office: 'XA-HS', name: 'Quầy 3 · Giáo dục', field: 'Giáo dục mầm non', share: 8, quality: 0 },
  {
    code: 'HS72',
    office: 'XA-HS',
    name: 'Quầy 4 · Bảo trợ xã hội',
    field: 'Bảo trợ xã hội',
    share: 4.9,
    quality: -0.15,
  },
  { code: 'HS73', office: 'XA-HS', name: 'Điểm lưu động thôn Đồng Mới', field: '', share: 0.1, quality: 0.1 },
] as const

/** Remarks that people write. */
export const demoComments = [
  'Chỗ ngồi chờ ít, buổi sáng đông phải đứng.',
  'Cán bộ hướng dẫn tận tình, cảm ơn.',
  'Phải đi lại hai lần vì thiếu một giấy không ghi trong niêm yết.',
  'Máy lấy số hay hỏng.',
  'Nên có bảng hướng dẫn chữ to cho người lớn tuổi.',
  'Kết quả trả đúng hẹn.',
  'Hẹn ngày trả nhưng đến nơi chưa có, không được báo trước.',
  'Gửi góp ý qua hòm thư mà chưa thấy trả lời.',
  'Chỗ để xe xa, trời mưa khó đi.',
  'Làm trực tuyến được thì tiện hơn.',
  'Giải thích rõ ràng, dễ hiểu.',
  'Mong bố trí thêm người vào đầu tuần.',
] as const

export const demoTarget = {
  operator: '>=' as const,
  hundredths: 9000,
  source: 'Kế hoạch cải cách hành chính (số liệu minh họa)',
}
export const demoStaffName = 'Lê Thị Hoa'

/** One person for each role; `officeCode`: the part of the tree, null is everything. */
export const demoPeople = {
  viewer: { name: 'Phạm Quang Hải', officeCode: null },
  intake: { name: 'Nguyễn Thu Trang', officeCode: 'TTHCC' },
  handler: { name: 'Hoàng Đức Minh', officeCode: 'TTHCC' },
  approver: { name: 'Đỗ Thị Bích Vân', officeCode: null },
  publisher: { name: 'Vũ Ngọc Lan', officeCode: null },
  statistics: { name: 'Bùi Anh Tuấn', officeCode: null },
  auditor: { name: 'Trịnh Văn Sơn', officeCode: null },
  administrator: { name: 'Đặng Thùy Dương', officeCode: null },
}
