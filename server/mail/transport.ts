import { createTransport } from 'nodemailer'
import type { Mail } from '../../db/outbox'

/** `refused`: the other side will never take this mail; otherwise it is worth another try. `error`: codes, no address. */
export type Sent = { ok: true } | { ok: false; refused: boolean; error: string }
export type Transport = { send(mail: Pick<Mail, 'recipient' | 'subject' | 'body'>): Promise<Sent>; close(): void }

const patience = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000 }

/** Sends plain text through a mail server. @param url smtp:// or smtps://, with user and password where it asks for them */
export function smtpTransport({ url, from }: { url: string; from: string }): Transport {
  const transporter = createTransport({ url, ...patience, disableFileAccess: true, disableUrlAccess: true })
  return {
    async send({ recipient, subject, body }) {
      const headers = { 'Auto-Submitted': 'auto-generated' }
      const text = body.normalize('NFC')
      try {
        await transporter.sendMail({ from, to: recipient, subject: subject.normalize('NFC'), text, headers })
        return { ok: true }
      } catch (error) {
        return readFailure(error as SmtpError)
      }
    },
    close: () => transporter.close(),
  }
}

type SmtpError = Error & { code?: string; responseCode?: number }

/** A refusal for good has a reply of 500 and more about this mail; wrong passwords and lost connections are not about it. */
function readFailure({ code = 'unknown', responseCode }: SmtpError): Sent {
  const isAboutMail = code === 'EENVELOPE' || code === 'EMESSAGE'
  const refused = isAboutMail && responseCode !== undefined && responseCode >= 500
  return { ok: false, refused, error: responseCode === undefined ? code : `${code} ${responseCode}` }
}
