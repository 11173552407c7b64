import type { NewMail } from '../../db/outbox'
import { paths } from '../../web/paths'
import { type DigestLine, digestText, senderNewsText } from '../../web/vi/case-mails'
import type { Config } from '../config'
import type { NoticeKind } from '../domain/case-reminders'

/** Whether mail is sent, and where its links lead. */
export type Post = { config: Pick<Config, 'mail'>; publicUrl: string }

export type SenderNews = 'received' | 'asked' | 'answered' | 'refused' | 'moved' | 'merged' | 'split' | 'extended'

/** A mail that tells a sender to look at the own case; null without mail or address. It says nothing of the content. */
export function senderMail(
  { config, publicUrl }: Post,
  address: string,
  code: string,
  news: SenderNews,
): NewMail | null {
  if (!config.mail || address === '') return null
  const link = `${publicUrl}${paths.follow()}?${new URLSearchParams({ ma: code })}`
  return { kind: 'case-sender', recipient: address, ...senderNewsText({ code, link, news }) }
}

/** The morning's mail to one of the staff: codes and what is to be done, nothing of what was written. */
export function digestMail(
  { config, publicUrl }: Post,
  person: { name: string; email: string | null },
  lines: readonly (DigestLine & { kind: NoticeKind })[],
  today: string,
): NewMail | null {
  if (!config.mail || !person.email || lines.length === 0) return null
  const text = digestText({ name: person.name, lines, today, link: publicUrl + paths.staff.cases() })
  return { kind: 'case-digest', recipient: person.email, ...text }
}
