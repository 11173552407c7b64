import type { NoticeKind } from '../../server/domain/case-reminders'
import { formatDay } from './format'

const texts = {
  arrived: 'phiếu mới, chờ tiếp nhận',
  restricted: 'phiếu hạn chế xem, chờ giao người xử lý',
  assigned: 'được giao cho Ông/Bà',
  supplemented: 'người gửi đã bổ sung',
  reopened: 'người gửi đề nghị xem xét lại',
  approval: 'câu trả lời chờ duyệt',
  'sent-back': 'câu trả lời được trả lại để sửa',
  extension: 'đề nghị gia hạn chờ duyệt',
  'extension-decided': 'đề nghị gia hạn đã có ý kiến',
  superior: 'cấp trên đã đặt hạn',
  rated: 'người gửi đã đánh giá câu trả lời',
  'to-publish': 'câu trả lời chờ công khai',
  'due-soon': 'sắp đến hạn trả lời',
  'due-today': 'đến hạn trả lời hôm nay',
  overdue: 'đã quá hạn trả lời',
  'publish-due': 'đến hạn công khai',
} satisfies Record<NoticeKind, string>

/** What a notice says after the code of its case. `mark` of a reminder is the due day, perhaps with more after it. */
export function noticeText({ kind, mark }: { kind: NoticeKind; mark: string }): string {
  const isReminder = kind === 'due-soon' || kind === 'due-today' || kind === 'overdue' || kind === 'publish-due'
  return isReminder ? `${texts[kind]} (hạn ${formatDay(mark.slice(0, 10))})` : texts[kind]
}

export const noticeWords = {
  title: 'Thông báo',
  lead: 'Việc mới và lời nhắc về phản ánh, kiến nghị. Thư nhắc được gửi vào đầu ngày làm việc, không gửi vào ngày nghỉ.',
  none: 'Chưa có thông báo nào.',
  unseen: (n: number) => `${n} thông báo chưa xem`,
  seen: 'Đã xem',
  markAll: 'Đánh dấu đã xem tất cả',
  isNew: 'Mới',
  noMail: 'Hệ thống chưa đặt máy chủ thư, nên lời nhắc chỉ hiện ở đây.',
}
