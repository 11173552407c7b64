import { gzipSync } from 'node:zlib'
import type { Context } from 'hono'
import type { VNode } from 'preact'
import { paths } from '../web/paths'
import type { Deps } from './deps'
import { contentSecurityPolicy, toHtml } from './render'

type Options = {
  title: string
  status?: 200 | 409 | 410 | 413 | 422 | 429 | 503
  sheet?: 'feedback' | 'sent'
  shared?: boolean
}

/**
 * A page of the form for feedback: its sheet inside, so that it is painted at once; its script a file, because seven pages
 * share it. Sent compressed, since each page carries what was written on the others.
 */
export function formPage(c: Context, { assets }: Pick<Deps, 'assets'>, page: VNode, options: Options): Response {
  const style = options.sheet === 'sent' ? assets.sentCss : assets.feedbackCss
  const scriptSrc = paths.asset(assets.files.feedbackScript)
  const html = toHtml({ title: options.title, style, scriptSrc, training: assets.training, children: page })
  c.status(options.status ?? 200)
  c.header('Content-Type', 'text/html; charset=utf-8')
  c.header('Content-Security-Policy', contentSecurityPolicy(style))
  // On a device that many people use, Back must not show what the person before wrote.
  c.header('Cache-Control', options.shared ? 'no-store' : 'private, no-cache')
  c.header('Vary', 'Accept-Encoding')
  if (!c.req.header('Accept-Encoding')?.includes('gzip')) return c.body(html)
  c.header('Content-Encoding', 'gzip')
  return c.body(new Uint8Array(gzipSync(html)))
}
