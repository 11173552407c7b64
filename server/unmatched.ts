import type { Context, Hono } from 'hono'
import type { Deps } from './deps'
import { errorResponse } from './errors'
import type { Env } from './session'

/** No route answers: the address has a slash too many (301), it knows other methods only (405), or it is unknown (404). */
export function unmatched(app: Hono<Env>, deps: Deps) {
  return (c: Context<Env>) => {
    const { path, method } = c.req
    const bare = path.replace(/\/+$/, '')
    if (bare !== path && methodsOf(app, bare).includes('GET')) return c.redirect(bare + new URL(c.req.url).search, 301)
    const methods = methodsOf(app, path)
    if (methods.length === 0 || methods.includes(method)) return errorResponse(c, deps, 404)
    c.header('Allow', methods.flatMap((known) => (known === 'GET' ? ['GET', 'HEAD'] : [known])).join(', '))
    return errorResponse(c, deps, 405)
  }
}

/** The methods that some route has for a path; middleware does not count. */
function methodsOf(app: Hono<Env>, path: string): string[] {
  return ['GET', 'POST'].filter((method) => {
    const [handlers] = app.router.match(method, path)
    return handlers.some(([[, route]]) => route.method === method)
  })
}
