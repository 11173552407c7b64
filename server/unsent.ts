import type { Context } from 'hono'
import type { Unsent } from '../web/components/unsent-fields'
import { paths } from '../web/paths'
import { largestOfAll, readPairs } from './form'
import { readMultipart } from './multipart'

/** Names under which the fields of an unsent form travel through the sign-in form. */
const prefix = 'giu.'

/**
 * A page of the staff area to go to; anything else, another site above all, is dropped.
 * @returns path and query, below /can-bo
 */
export function safeNext(text: string | undefined): string | undefined {
  if (!text || !URL.canParse(text, 'http://here')) return undefined
  const url = new URL(text, 'http://here')
  const ours = url.origin === 'http://here' && /^\/can-bo(\/|$)/.test(url.pathname)
  return ours ? url.pathname + url.search : undefined
}

/**
 * What a form holds that arrives after its session has ended; files are chosen again. Null when there is nothing to keep:
 * a link, an empty form, a file to import, or a form of passwords, which must not be written into a page.
 */
export async function readUnsent(c: Context): Promise<Unsent | null> {
  if (c.req.method !== 'POST' || c.req.path.startsWith(paths.staff.account())) return null
  const fields = await readTexts(c)
  if (fields.some(([name]) => name === 'password')) return null
  return fields.length > 0 ? { address: c.req.path, fields } : null
}

const noFiles = { maxFiles: 0, maxFileBytes: 0, maxBytes: 0 }

async function readTexts(c: Context): Promise<[string, string][]> {
  const type = c.req.header('Content-Type') ?? ''
  if (type.startsWith('application/x-www-form-urlencoded')) return readPairs(c, largestOfAll)
  const isLetter = type.startsWith('multipart/form-data') && !c.req.path.startsWith(paths.staff.imports())
  return isLetter ? (await readMultipart(c, noFiles)).fields : []
}

/** Reads it back from the sign-in form; null when that carries none, or one that is not for the staff area. */
export function unsentIn(form: [string, string][]): Unsent | null {
  const address = safeNext(form.find(([name]) => name === 'gui-lai')?.[1])
  const kept = form.filter(([name]) => name.startsWith(prefix))
  const fields = kept.map(([name, value]): [string, string] => [name.slice(prefix.length), value])
  return address ? { address, fields } : null
}
