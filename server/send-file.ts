import type { Context } from 'hono'

/** Sends bytes as a file to keep, as they are made. */
export async function sendFile(
  c: Context,
  { contentType, fileName, body }: { contentType: string; fileName: string; body: ReadableStream<Uint8Array> },
): Promise<Response> {
  c.header('Content-Type', contentType)
  c.header('Content-Disposition', `attachment; filename="${fileName}"`)
  c.header('Cache-Control', 'private, no-store')
  c.header('Content-Security-Policy', "default-src 'none'")
  if (c.req.method !== 'HEAD') return c.body(body)
  await body.cancel()
  return c.body(null)
}
