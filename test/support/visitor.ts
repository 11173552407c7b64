import type { Hono } from 'hono'
import type { Env } from '../../server/session'

export type Page = { status: number; url: string; html: string; headers: Headers; text: string }

/**
 * A person with a browser that runs no script: keeps cookies, follows redirects, fills in the forms that stand on the page.
 * Talks to the app's fetch function, so that a journey needs no port.
 */
export class Visitor {
  private cookies = new Map<string, string>()
  page: Page = { status: 0, url: '/', html: '', headers: new Headers(), text: '' }

  constructor(
    private app: Hono<Env>,
    private origin = 'http://hailong.test',
  ) {}

  async open(path: string): Promise<Page> {
    return this.request(path, { method: 'GET' })
  }

  /** Sends the form whose action begins with `action`: hidden and prefilled fields are kept, `values` are typed over them. */
  async send(action: string, values: Record<string, string | string[]> = {}): Promise<Page> {
    const form = readForms(this.page.html).find((candidate) => candidate.action.startsWith(action))
    if (!form) throw new Error(`no form ${action} on ${this.page.url}`)
    const fields = form.fields.filter(([name]) => !(name in values))
    const typed = Object.entries(values).flatMap(([name, value]) =>
      [value].flat().map((v): [string, string] => [name, v]),
    )
    const all = new URLSearchParams([...fields, ...typed])
    if (form.method === 'get') return this.open(`${form.action}?${all}`)
    return this.post(form.action, all)
  }

  async post(
    path: string,
    body: URLSearchParams | FormData | string,
    headers: Record<string, string> = {},
  ): Promise<Page> {
    const type: Record<string, string> =
      typeof body === 'string' ? { 'Content-Type': 'application/x-www-form-urlencoded' } : {}
    return this.request(path, { method: 'POST', body, headers: { Origin: this.origin, ...type, ...headers } })
  }

  cookieValues(): string[] {
    return [...this.cookies.values()]
  }

  /** The value of a field as it stands on the page. */
  field(name: string): string | undefined {
    return readForms(this.page.html)
      .flatMap((form) => form.fields)
      .find(([field]) => field === name)?.[1]
  }

  private async request(path: string, init: RequestInit, hops = 0): Promise<Page> {
    const url = new URL(path, this.origin)
    const headers = new Headers(init.headers)
    headers.set('Host', url.host)
    if (this.cookies.size > 0)
      headers.set('Cookie', [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    const response = await this.app.request(url.href, { ...init, headers })
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = cookie.split(';')[0]?.split('=') ?? []
      if (/max-age=0/i.test(cookie)) this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    const next = response.headers.get('Location')
    if (next && response.status >= 300 && response.status < 400 && hops < 5)
      return this.request(next, { method: 'GET' }, hops + 1)
    const html = await response.text()
    this.page = {
      status: response.status,
      url: url.pathname + url.search,
      html,
      headers: response.headers,
      text: toText(html),
    }
    return this.page
  }
}

type Form = { action: string; method: string; fields: [string, string][] }

function readForms(html: string): Form[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, attributes = '', inner = '']) => ({
    action: decode(attribute(attributes, 'action') ?? ''),
    method: (attribute(attributes, 'method') ?? 'get').toLowerCase(),
    fields: [...readInputs(inner), ...readSelects(inner), ...readTextareas(inner)],
  }))
}

function readInputs(html: string): [string, string][] {
  return [...html.matchAll(/<input\b((?:"[^"]*"|[^>"])*)>/g)].flatMap(([, text = '']): [string, string][] => {
    const name = attribute(text, 'name')
    const type = attribute(text, 'type') ?? 'text'
    if (!name || type === 'submit' || type === 'file') return []
    if ((type === 'radio' || type === 'checkbox') && !/\schecked\b/.test(text)) return []
    return [[decode(name), decode(attribute(text, 'value') ?? '')]]
  })
}

function readSelects(html: string): [string, string][] {
  return [...html.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)].flatMap(
    ([, text = '', inner = '']): [string, string][] => {
      const options = [...inner.matchAll(/<option\b((?:"[^"]*"|[^>"])*)>([^<]*)/g)]
      const chosen = options.find(([, o = '']) => /\sselected\b/.test(o)) ?? options[0]
      const name = attribute(text, 'name')
      return name && chosen ? [[decode(name), decode(attribute(chosen[1] ?? '', 'value') ?? chosen[2] ?? '')]] : []
    },
  )
}

function readTextareas(html: string): [string, string][] {
  return [...html.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g)].flatMap(
    ([, text = '', inner = '']): [string, string][] => {
      const name = attribute(text, 'name')
      return name ? [[decode(name), decode(inner)]] : []
    },
  )
}

function attribute(text: string, name: string): string | undefined {
  const [found, value = ''] = text.match(new RegExp(`(?:^|\\s)${name}(?:="([^"]*)"|(?=[\\s/]|$))`)) ?? []
  return found === undefined ? undefined : value
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

function decode(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '')
}

function toText(html: string): string {
  const body = html.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, ' ')
  return decode(body.replace(/<[^>]+>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim()
}
