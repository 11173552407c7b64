import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { onTestFinished } from 'vitest'

export type MailServer = {
  url: string
  /** What arrived, whole. */
  mails: { to: string[]; text: string }[]
  stop(): Promise<void>
}

/** A mail server on this machine. `refuse`: the reply to a recipient (such as 451 or 550), or nothing to take it. */
export async function startMailServer(refuse: (recipient: string) => number | undefined = () => undefined) {
  const mails: MailServer['mails'] = []
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo({ address }, _, done) {
      const responseCode = refuse(address)
      done(responseCode ? Object.assign(new Error('no'), { responseCode }) : undefined)
    },
    onData(stream, session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        mails.push({ to: session.envelope.rcptTo.map(({ address }) => address), text: Buffer.concat(parts).toString() })
        done()
      })
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  let isOpen = true
  const stop = async () => {
    if (isOpen) await new Promise<void>((resolve) => server.close(resolve))
    isOpen = false
  }
  onTestFinished(stop)
  const { port } = server.server.address() as AddressInfo
  return { url: `smtp://127.0.0.1:${port}`, mails, stop } satisfies MailServer
}

/** Subject and body of a mail as a person reads them. */
export function readMail(text: string): { subject: string; body: string } {
  const [head = '', ...rest] = text.split('\r\n\r\n')
  const unfolded = head.replace(/\r\n\s+/g, ' ')
  const subject = decodeWords(/^Subject: (.*)$/m.exec(unfolded)?.[1] ?? '')
  const coding = /^Content-Transfer-Encoding: (.*)$/im.exec(unfolded)?.[1]?.toLowerCase() ?? ''
  return { subject, body: decodeBody(rest.join('\r\n\r\n'), coding).replaceAll('\r\n', '\n') }
}

function decodeWords(text: string): string {
  return text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?([BQ])\?(.*?)\?=/gi, (_, kind: string, word: string) =>
      kind.toUpperCase() === 'B' ? Buffer.from(word, 'base64').toString() : decodeQuoted(word.replaceAll('_', ' ')),
    )
}

function decodeBody(text: string, coding: string): string {
  if (coding === 'base64') return Buffer.from(text, 'base64').toString()
  return coding === 'quoted-printable' ? decodeQuoted(text.replace(/=\r\n/g, '')) : text
}

function decodeQuoted(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString()
}
