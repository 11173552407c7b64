import type { Context } from 'hono'
import type { Deps } from './deps'

/** Whether a page of another site sent this request: such an answer is kept, with a remark. */
export function isForeign(c: Context, { publicUrl }: Pick<Deps, 'publicUrl'>): boolean {
  const origin = c.req.header('Origin')
  const host = c.req.header('Host')
  return !!origin && origin !== 'null' && ![publicUrl, `http://${host}`, `https://${host}`].includes(origin)
}
