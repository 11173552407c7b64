/** The spreadsheets of a provincial education department, as its clerks keep them: rows of cells, the heading first. */
export type Rows = (string | number | Date | null)[][]

const pad = (number: number, length = 2) => String(number).padStart(length, '0')
const wards = ['Bình An', 'Đông Hải', 'Kim Long', 'Mỹ Thới', 'Phú Xuân', 'Tân Lập', 'Vĩnh Hòa', 'Yên Định']
const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Võ', 'Đặng', 'Bùi']
const given = ['Hoa', 'Lan', 'Minh', 'Đức', 'Thảo', 'Quân', 'Yến', 'Ánh']

/** One department (the office of the first start), 12 divisions, 60 schools: 73 offices, a school before its division. */
export function officeRows(): Rows {
  const divisions = Array.from({ length: 12 }, (_, i) => [
    `PB-${pad(i + 1)}`,
    `Phòng chuyên môn số ${i + 1}`,
    'CQ',
    'Phòng chuyên môn',
    `0259 3822 ${pad(i, 3)}`,
    `H43.05.${pad(i + 1)}`,
  ])
  const schools = Array.from({ length: 60 }, (_, i) => [
    `TRUONG-${pad(i + 1)}`,
    `Trường THPT ${wards[i % wards.length]} ${i + 1}`,
    `PB-${pad((i % 12) + 1)}`,
    'trường học',
    259_382_000 + i,
    null,
  ])
  const heading = ['Mã đơn vị', 'Tên đơn vị', 'Mã đơn vị cấp trên', 'Loại đơn vị', 'Điện thoại', 'Mã định danh']
  return [heading, ...schools, ...divisions, ['CQ', 'Sở Giáo dục và Đào tạo', null, 'Sở', null, 'H43.05']]
}

/** 400 procedures; every tenth code ends in a zero, which a spreadsheet drops from a number. */
export function procedureRows(): Rows {
  const fields = ['Giáo dục trung học', 'Giáo dục mầm non', 'Văn bằng, chứng chỉ', 'Thi, tuyển sinh']
  const rows = Array.from({ length: 400 }, (_, i) => [1 + (4000 + i) / 1e6, `Thủ tục số ${i + 1}`, fields[i % 4] ?? ''])
  return [['Mã thủ tục', 'Tên thủ tục', 'Lĩnh vực'], ...rows]
}

/** 300 points: four at every office, eight more at the department. */
export function pointRows(): Rows {
  const heading = [
    'Mã đơn vị',
    'Tên điểm',
    'Loại điểm',
    'Phiếu hỏi',
    'Phiếu nhanh trước',
    'Lĩnh vực',
    'Thủ tục',
    'Giờ mở cửa',
  ]
  const kinds = ['Bàn, quầy', 'máy tính bảng', 'đường dẫn', 'giấy hẹn', 'áp phích']
  const offices = officeRows().slice(1)
  const rows = Array.from({ length: 300 }, (_, i) => [
    String(i < 292 ? offices[i % 73]?.[0] : 'CQ'),
    `Quầy ${i + 1}`,
    kinds[i % 5] ?? '',
    i % 3 === 0 ? 'nhanh-6' : 'sipas-24',
    i % 2 === 0 ? 'có' : 'không',
    'Giáo dục trung học',
    i % 4 === 0 ? `1.004${pad(i, 3)}, 1.004${pad(i + 1, 3)}` : null,
    i % 2 === 0 ? 'T2–T6 7:30–11:30, 13:30–17:00' : null,
  ])
  return [heading, ...rows]
}

/** 150 people: two at every office, four more at the department. */
export function staffRows(): Rows {
  const heading = ['Tên đăng nhập', 'Họ và tên', 'Thư điện tử', 'Vai trò', 'Mã đơn vị']
  const words = ['Cán bộ tiếp nhận', 'Lãnh đạo (xem)', 'Cán bộ thống kê, báo cáo', 'handler']
  const offices = officeRows().slice(1)
  const rows = Array.from({ length: 150 }, (_, i) => [
    `canbo${pad(i + 1, 3)}`,
    `${families[i % 8]} Thị ${given[(i * 3) % 8]}`,
    `canbo${i + 1}@so.gov.vn`,
    words[i % 4] ?? '',
    String(i < 146 ? offices[i % 73]?.[0] : 'CQ'),
  ])
  return [heading, ...rows]
}

/** Dossiers of every office in the first quarter. */
export function dossierRows(): Rows {
  const rows = officeRows()
    .slice(1)
    .map(([code], i) => [code ?? '', '2026-Q1/14', 100 + i * 37, null])
  return [['Mã đơn vị', 'Kỳ', 'Số hồ sơ', 'Số phiếu phát ra'], ...rows]
}

/** The same as the CSV that a Vietnamese Excel writes: semicolons, a byte order mark, decimal commas. */
export function asCsv(rows: Rows): string {
  const cell = (value: Rows[number][number]) => {
    const text =
      typeof value === 'number' ? String(Number(value.toPrecision(15))).replace('.', ',') : String(value ?? '')
    return /[;"\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  return `\uFEFF${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`
}
