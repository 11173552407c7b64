import type { OfficeKind } from '../../server/domain/organisation'
import type { PointKind } from '../../server/domain/point-kinds'

export const officeKindNames = {
  'province-committee': 'UBND tỉnh',
  department: 'Sở',
  division: 'Phòng chuyên môn',
  unit: 'Đơn vị trực thuộc',
  school: 'Trường học',
  'provincial-centre': 'Trung tâm phục vụ hành chính công tỉnh',
  'commune-committee': 'UBND xã, phường, đặc khu',
  'commune-division': 'Phòng của xã',
  'communal-centre': 'Trung tâm phục vụ hành chính công xã',
  other: 'Khác',
} satisfies Record<OfficeKind, string>

export const pointKindNames = {
  desk: 'Bàn, quầy',
  tablet: 'Máy tính bảng',
  link: 'Đường dẫn',
  slip: 'Giấy hẹn',
  poster: 'Áp phích',
} satisfies Record<PointKind, string>
