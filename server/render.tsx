import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { Document, type DocumentProps } from '../web/layout'
import { paths } from '../web/paths'
import { cspHash } from './assets'
import type { Deps } from './deps'

export type PageOptions = {
  title: string
  description?: string
  status?: ContentfulStatusCode
  lang?: string
  bodyClass?: string
  refresh?: number
  /** The page shows another one of ours in a frame. */
  frame?: boolean
}

const hashes = new Map<string, string>()
const hashOf = (text: string) => {
  const known = hashes.get(text) ?? cspHash(text)
  hashes.set(text, known)
  return known
}

/** A whole HTML document as text. */
export function toHtml(props: DocumentProps): string {
  return `<!doctype html>${renderToString(<Document {...props} />)}`
}

/**
 * Content-Security-Policy for a page with at most one inline style and one inline script. Only a page that `holds` a
 * frame may load one, and only a page that stands `inside` may be shown in ours; from such a page nothing is sent.
 */
export function contentSecurityPolicy(style?: string, script?: string, frame?: 'holds' | 'inside'): string {
  const styles = style ? hashOf(style) : "'self'"
  const scripts = script ? `${hashOf(script)} 'self'` : "'self'"
  return `default-src 'none'; style-src ${styles}; script-src ${scripts}; connect-src 'self'; img-src 'self' data:; form-action ${frame === 'inside' ? "'none'" : "'self'"}; base-uri 'none'; frame-ancestors ${frame === 'inside' ? "'self'" : "'none'"}${frame === 'holds' ? "; frame-src 'self'" : ''}`
}

/** A citizen's page to be looked at inside one of ours: nothing can be sent from it. `large`: with large letters. */
export function framedPage(
  c: Context,
  { assets }: Pick<Deps, 'assets'>,
  page: VNode,
  { title, lang, large, dark }: { title: string; lang: string; large: boolean; dark: boolean },
) {
  // The frame shows what was asked for, whatever this device prefers.
  const style = assets.citizenCss
    .replace(/@media\s*\(prefers-color-scheme:\s*dark\)/g, dark ? '@media all' : '@media not all')
    .replace(/color-scheme:\s*light dark/, `color-scheme: ${dark ? 'dark' : 'light'}`)
  c.header('Content-Security-Policy', contentSecurityPolicy(style, undefined, 'inside'))
  c.header('Cache-Control', 'private, no-store')
  const { training } = assets
  return c.html(toHtml({ title, lang, style, training, htmlClass: large ? 'letters' : undefined, children: page }))
}

type Sheet = 'citizen' | 'public' | 'case'

/**
 * A page for everybody: sheet (and script) inline, one request. `script: true` adds the survey's script, `'follow'` that of
 * whoever follows a case; `sheet` chooses the sheet of those pages or of the public results.
 */
export function citizenPage(
  c: Context,
  deps: Pick<Deps, 'assets'>,
  page: VNode,
  options: PageOptions & { script?: boolean | 'follow'; sheet?: Sheet },
): Response | Promise<Response> {
  const { assets } = deps
  const style = assets[`${options.sheet ?? 'citizen'}Css`]
  const script = options.script ? assets[`${options.script === true ? 'survey' : options.script}Script`] : undefined
  c.header('Content-Security-Policy', contentSecurityPolicy(style, script))
  c.header('Cache-Control', 'private, no-cache')
  const { title, description, lang, bodyClass } = options
  const { training } = assets
  return c.html(
    toHtml({ title, description, lang, bodyClass, style, script, training, children: page }),
    options.status ?? 200,
  )
}

/** A page for staff: sheet and enhancer are files of their own, cached for ever under their hash. */
export function staffPage(c: Context, deps: Pick<Deps, 'assets'>, page: VNode, options: PageOptions) {
  c.header('Content-Security-Policy', contentSecurityPolicy(undefined, undefined, options.frame ? 'holds' : undefined))
  c.header('Cache-Control', 'private, no-store')
  const styleHref = paths.asset(deps.assets.files.staffCss)
  const scriptSrc = paths.asset(deps.assets.files.staffScript)
  const { title, lang, bodyClass = 'can', refresh } = options
  return c.html(
    toHtml({ title, lang, bodyClass, styleHref, scriptSrc, refresh, training: deps.assets.training, children: page }),
    options.status ?? 200,
  )
}
