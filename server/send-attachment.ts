import type { Context } from 'hono'
import { isShowable } from './domain/attachments'

/**
 * Sends a kept file. Pictures that were written again by us may be shown; everything else is only a download, and
 * nothing in it runs or loads anything, wherever it is opened.
 */
export function sendAttachment(c: Context, file: { name: string; type: string; bytes: Uint8Array }): Response {
  c.header('Content-Type', file.type)
  c.header('Content-Disposition', `${isShowable(file.type) ? 'inline' : 'attachment'}; ${namedBoth(file.name)}`)
  c.header('Content-Length', String(file.bytes.length))
  c.header('X-Content-Type-Options', 'nosniff')
  c.header('Content-Security-Policy', "sandbox; default-src 'none'")
  c.header('Cache-Control', 'private, no-store')
  return c.req.method === 'HEAD' ? c.body(null) : c.body(new Uint8Array(file.bytes))
}

/** RFC 6266: a name in ASCII for old programs, the real one percent-encoded as RFC 5987 says. */
function namedBoth(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\u0110\u0111]/g, (letter) => (letter === '\u0110' ? 'D' : 'd'))
    .replace(/[^\w .()-]/g, '_')
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return `filename="${plain}"; filename*=UTF-8''${encoded.replace(/%[0-9a-f]{2}/g, (byte) => byte.toUpperCase())}`
}
