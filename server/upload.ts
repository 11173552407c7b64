import type { Context } from 'hono'

export type Upload = { fields: FormData } | { error: 'too-large' | 'not-a-form' }

/** A posted form with a file, at most `max` bytes altogether; counted while it arrives, whatever its declared length. */
export async function readUpload(c: Context, max: number): Promise<Upload> {
  if (Number(c.req.header('Content-Length') ?? 0) > max) return { error: 'too-large' }
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of (c.req.raw.body ?? []) as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > max) return { error: 'too-large' }
    chunks.push(chunk)
  }
  const body = new Response(new Blob(chunks as BlobPart[]), {
    headers: { 'Content-Type': c.req.header('Content-Type') ?? '' },
  })
  return body.formData().then(
    (fields) => ({ fields }),
    () => ({ error: 'not-a-form' as const }),
  )
}
