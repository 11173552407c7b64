import type { NoticeKind } from '../../server/domain/case-reminders'
import { formatDayLong } from './format'
import type { MailText } from './mails'
import { noticeText } from './notices'

type News = 'received' | 'asked' | 'answered' | 'refused' | 'moved' | 'merged' | 'split' | 'extended'

const newsText = {
  received: 'Cơ quan đã nhận phiếu của Ông/Bà.',
  asked: 'Cơ quan đề nghị Ông/Bà bổ sung thông tin.',
  answered: 'Cơ quan đã trả lời phiếu của Ông/Bà.',
  refused:
    'Cơ quan không tiếp nhận phiếu theo quy trình phản ánh, kiến nghị và đã ghi rõ lý do, nơi Ông/Bà có thể gửi.',
  moved: 'Phiếu đã được chuyển đến cơ quan có thẩm quyền. Ông/Bà vẫn theo dõi bằng mã cũ.',
  merged: 'Phiếu được gộp với phiếu có cùng nội dung. Ông/Bà sẽ nhận được cùng câu trả lời.',
  split: 'Phiếu có nhiều nội dung nên được tách thành nhiều phiếu, mỗi phiếu có hạn trả lời riêng.',
  extended: 'Hạn trả lời phiếu của Ông/Bà được gia hạn, có ghi rõ lý do.',
} satisfies Record<News, string>

/** To the sender; the look-up code is never in a mail. */
export function senderNewsText({ code, link, news }: { code: string; link: string; news: News }): MailText {
  return {
    subject: `Phiếu ${code}: có thông tin mới`,
    body: [
      'Kính gửi Ông/Bà,',
      '',
      newsText[news],
      '',
      `Mã phiếu: ${code}`,
      `Tra cứu tại: ${link}`,
      'Trang tra cứu hỏi mã tra cứu mà Ông/Bà đã nhận khi gửi.',
      '',
      'Ông/Bà nhận thư này vì đã đồng ý nhận thông báo; có thể rút đồng ý tại trang tra cứu. Thư do hệ thống gửi tự động, xin không trả lời.',
      '',
    ].join('\n'),
  }
}

export type DigestLine = { code: string; kind: NoticeKind; mark: string }
type Digest = { name: string; lines: readonly DigestLine[] /** YYYY-MM-DD */; today: string; link: string }

/** To one of the staff, at the start of a working day. */
export function digestText({ name, lines, today, link }: Digest): MailText {
  const late = lines.filter(({ kind }) => kind === 'overdue').length
  return {
    subject:
      late > 0 ? `${late} phản ánh, kiến nghị quá hạn; ${lines.length} việc cần xem` : `${lines.length} việc cần xem`,
    body: [
      `Kính gửi ${name},`,
      '',
      `${formatDayLong(today)}, Ông/Bà có ${lines.length} việc về phản ánh, kiến nghị:`,
      '',
      ...lines.map((line) => `- ${line.code}: ${noticeText(line)}`),
      '',
      `Mở hộp việc: ${link}`,
      '',
      'Thư do hệ thống gửi vào đầu ngày làm việc, xin không trả lời.',
      '',
    ].join('\n'),
  }
}
