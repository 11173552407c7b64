import type { NewMail } from '../../db/outbox'
import type { Staff } from '../../db/staff'
import { paths } from '../../web/paths'
import { invitationMail, passwordMail } from '../../web/vi/mails'
import type { Deps } from '../deps'

/** What mails to staff need: where links lead, and whether mail is sent at all. */
type Post = Pick<Deps, 'config' | 'publicUrl'>
type Receiver = Pick<Staff, 'name' | 'login' | 'email'>

/** Writes a mail to a person about a link that was made; null without mail or without an address. */
export type MailFor = (person: Receiver, token: string, until: string) => NewMail | null

/** @param office whose name stands under the mails */
export function invitationMails(post: Post, office: string): MailFor {
  return (person, token, until) =>
    addressed(post, 'invitation', person, (link) =>
      invitationMail({ office, name: person.name, login: person.login, link: link(token), until }),
    )
}

/** The same for forgotten passwords. */
export function passwordMails(post: Post, office: string): MailFor {
  return (person, token) =>
    addressed(post, 'password', person, (link) =>
      passwordMail({ office, name: person.name, login: person.login, link: link(token) }),
    )
}

function addressed(
  { config, publicUrl }: Post,
  kind: string,
  { email }: Receiver,
  write: (link: (token: string) => string) => { subject: string; body: string },
): NewMail | null {
  if (!config.mail || !email) return null
  return { kind, recipient: email, ...write((token) => publicUrl + paths.staff.invitation(token)) }
}
