import { gzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { paths } from '../../web/paths'
import type { Deps } from '../deps'
import type { Env } from '../session'

/** Staff sheet and scripts under their hashed names, the script for typing procedures, robots.txt, the icon. */
export function fileRoutes(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()
  const { assets } = deps
  const forEver = 'public, max-age=31536000, immutable'
  const file = (path: string, type: string, text: string, cache: string) => {
    const zipped = new Uint8Array(gzipSync(text, { level: 9 }))
    app.get(path, (c) => {
      c.header('Content-Type', type)
      c.header('Cache-Control', cache)
      c.header('Vary', 'Accept-Encoding')
      if (!c.req.header('Accept-Encoding')?.includes('gzip')) return c.body(text)
      c.header('Content-Encoding', 'gzip')
      return c.body(zipped)
    })
  }
  file(paths.asset(assets.files.staffCss), 'text/css; charset=utf-8', assets.staffCss, forEver)
  file(paths.asset(assets.files.staffScript), 'text/javascript; charset=utf-8', assets.staffScript, forEver)
  file(paths.asset(assets.files.feedbackScript), 'text/javascript; charset=utf-8', assets.feedbackScript, forEver)
  file(paths.suggestScript(), 'text/javascript; charset=utf-8', assets.suggestScript, 'public, max-age=3600')
  file('/robots.txt', 'text/plain; charset=utf-8', robots, 'public, max-age=86400')
  file(paths.icon(), 'image/svg+xml', assets.icon, 'public, max-age=86400')
  app.get('/favicon.ico', (c) => c.redirect(paths.icon(), 302))
  return app
}

/** Published results may be found; forms, receipts and staff pages need not be. */
const robots = [
  'User-agent: *',
  'Disallow: /k/',
  'Disallow: /phieu/',
  'Disallow: /gop-y/',
  'Disallow: /can-bo',
  'Disallow: /api/',
  '',
].join('\n')
