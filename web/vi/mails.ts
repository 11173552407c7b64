import { formatMoment } from './format'

export type MailText = { subject: string; body: string }
/** `until`: ISO instant. */
type LinkMail = { office: string; name: string; login: string; link: string; until: string }

const ending = (office: string) => ['', office, 'Thư này do hệ thống gửi tự động, xin không trả lời.', ''].join('\n')

/** A new account, or a password that an administrator has set back. */
export function invitationMail({ office, name, login, link, until }: LinkMail): MailText {
  return {
    subject: `Đặt mật khẩu cho tài khoản ${login}`,
    body: [
      `Kính gửi ${name},`,
      '',
      `Ông/Bà có tài khoản "${login}" trong hệ thống khảo sát sự hài lòng. Xin đặt mật khẩu tại đường dẫn:`,
      '',
      link,
      '',
      `Đường dẫn dùng được một lần, đến ${formatMoment(until)}. Xin không chuyển tiếp thư này.`,
      'Nếu Ông/Bà không làm việc với hệ thống, xin bỏ qua thư này.',
      ending(office),
    ].join('\n'),
  }
}

/** Somebody, most likely the person itself, has asked for a new password. */
export function passwordMail({ office, name, login, link }: Omit<LinkMail, 'until'>): MailText {
  return {
    subject: `Đặt lại mật khẩu của tài khoản ${login}`,
    body: [
      `Kính gửi ${name},`,
      '',
      `Có người vừa đề nghị đặt lại mật khẩu của tài khoản "${login}". Nếu đó là Ông/Bà, xin mở đường dẫn:`,
      '',
      link,
      '',
      'Đường dẫn dùng được một lần, trong 60 phút. Xin không chuyển tiếp thư này.',
      'Nếu không phải Ông/Bà, xin bỏ qua thư này: mật khẩu đang dùng không đổi.',
      ending(office),
    ].join('\n'),
  }
}
