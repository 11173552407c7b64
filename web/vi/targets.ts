import type { TargetField } from '../../server/actions/targets'
import type { TargetKind } from '../../server/domain/target-kinds'
import { formatCount, formatShortPercent } from './format'

export const targetKindNames = {
  satisfaction: 'Hài lòng',
  participation: 'Tham gia đánh giá',
  'dossiers-on-time': 'Hồ sơ đúng hạn',
  'cases-answered': 'Trả lời phản ánh',
  'cases-on-time': 'Phản ánh đúng hạn',
  'cases-published': 'Công khai trả lời',
} satisfies Record<TargetKind, string>

export const targetKindAbout = {
  satisfaction: 'Tỷ lệ hài lòng của người dân, tổ chức.',
  participation: 'Số phiếu hợp lệ trên số hồ sơ đã tiếp nhận, trả kết quả.',
  'dossiers-on-time': 'Hồ sơ thủ tục hành chính giải quyết đúng hạn.',
  'cases-answered': 'Phản ánh, kiến nghị đã tiếp nhận được trả lời.',
  'cases-on-time': 'Phản ánh, kiến nghị được trả lời trong thời hạn.',
  'cases-published': 'Câu trả lời phản ánh, kiến nghị được công khai.',
} satisfies Record<TargetKind, string>

/** "từ 90 % trở lên", "trên 87 %": strictly more is said as such. */
export function targetText({ operator, hundredths }: { operator: '>=' | '>'; hundredths: number }): string {
  const percent = formatShortPercent(hundredths / 100)
  return operator === '>' ? `trên ${percent}` : `từ ${percent} trở lên`
}

/** Words of the page of targets. */
export const targetWords = {
  title: (year: number) => `Chỉ tiêu năm ${year}`,
  about: 'Đơn vị chưa có chỉ tiêu riêng thì theo chỉ tiêu của đơn vị cấp trên gần nhất.',
  year: 'Năm',
  show: 'Xem',
  kinds: 'Loại chỉ tiêu',
  columns: { office: 'Đơn vị', target: 'Chỉ tiêu', of: 'Theo', source: 'Căn cứ' },
  own: 'riêng',
  none: 'chưa có',
  change: (office: string) => `Sửa chỉ tiêu của ${office}`,
  copyTitle: (year: number) => `Dùng lại chỉ tiêu năm ${year}`,
  copyAbout: (n: number, year: number) =>
    `${formatCount(n)} chỉ tiêu của năm ${year - 1} chưa có trong năm ${year}. Chỉ tiêu đã ghi cho năm ${year} không thay đổi.`,
  copy: (n: number, year: number) => `Chép ${formatCount(n)} chỉ tiêu sang năm ${year}`,
  copied: (n: number) => `Đã chép ${formatCount(n)} chỉ tiêu.`,
  saved: (office: string) => `Đã lưu chỉ tiêu của ${office}.`,

  formAbout: 'Để trống tỷ lệ thì đơn vị không có chỉ tiêu riêng và theo đơn vị cấp trên.',
  inherited: (target: string, office: string) => `Đang theo ${office}: ${target}.`,
  operator: 'So sánh',
  operators: { '>=': 'Từ … trở lên', '>': 'Trên … (lớn hơn hẳn)' },
  percent: 'Tỷ lệ (%)',
  percentHint: 'Ví dụ 90 hoặc 87,5.',
  source: 'Căn cứ',
  sourceHint: 'Số, ngày của kế hoạch giao chỉ tiêu.',
  save: 'Lưu chỉ tiêu',
  cancel: 'Quay lại',
  wrong: {
    operator: 'Xin chọn cách so sánh.',
    percent: 'Tỷ lệ cần lớn hơn 0, không quá 100, nhiều nhất hai chữ số thập phân.',
    source: 'Căn cứ dài quá 300 ký tự.',
  } satisfies Record<TargetField, string>,
  problem: (kind: string, text: string) => `${kind}: ${text}`,
}
