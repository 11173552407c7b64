import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { formPairs, readBody } from './body'

/** Larger than any form of the staff area without a file, but for the few that name their own limit. */
const largest = 32 * 1024
/** Larger than every form: for what arrives after its session has ended and is to be kept. */
export const largestOfAll = 512 * 1024

/** Fields of a posted form; of a repeated name the last one. @throws HTTPException 413 */
export async function readForm(c: Context): Promise<Record<string, string | undefined>> {
  return Object.fromEntries(await readPairs(c))
}

/** The same as pairs in their order; a form of many texts may have more bytes. @throws HTTPException 413 */
export async function readPairs(c: Context, most = largest): Promise<[string, string][]> {
  const body = await readBody(c, most)
  if (!body.ok) throw new HTTPException(413)
  return formPairs(body.text)
}
