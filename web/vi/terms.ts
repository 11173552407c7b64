import type { PeriodState } from '../../db/schema'
import type { Channel } from '../../server/domain/channels'
import type { Standing } from '../../server/domain/standing'

export const channelNames = {
  phone: 'Điện thoại cá nhân',
  tablet: 'Máy tính bảng tại quầy',
  paper: 'Phiếu giấy',
  staff: 'Nhập hộ',
  token: 'Mã trên giấy hẹn',
} satisfies Record<Channel, string>

/** The chain of validity: phát ra → thu về → hợp lệ → không hợp lệ, the last one by reason. */
export const validityChain = {
  issued: 'Phát ra',
  collected: 'Thu về',
  valid: 'Hợp lệ',
  invalid: 'Không hợp lệ',
}

export const standingNames = {
  counted: 'Hợp lệ',
  doubtful: 'Nghi vấn (vẫn tính)',
  blank: 'Trắng',
  'under-half': 'Trả lời dưới một nửa số câu',
  repeat: 'Trùng',
  test: 'Phiếu thử',
  invalid: 'Không hợp lệ',
  withdrawn: 'Đã rút',
} satisfies Record<Standing, string>

/** A period that was never closed has no snapshot: it is still being collected. */
export const periodStateNames = {
  open: 'Đang thu',
  closed: 'Đã chốt',
  approved: 'Đã duyệt',
  published: 'Đã công bố',
  reopened: 'Đã mở lại',
} satisfies Record<PeriodState | 'open', string>

/** What stands in place of a level. */
export const noLevelNames = { na: 'Không có ý kiến', blank: 'Bỏ trống', 'not-applicable': 'Không phải trả lời' }
