import { connect as connectTo } from 'node:net'
import { Hono } from 'hono'
import { describe, expect, it, onTestFinished } from 'vitest'
import { closeServer, listen } from '../../server/listen'
import { type Multipart, readMultipart } from '../../server/multipart'
import type { Env } from '../../server/session'

const MB = 1024 * 1024
const limits = { maxBytes: 50 * MB, maxFiles: 5, maxFileBytes: 10 * MB }

/** A server that says what it read of a form. */
async function openServer(given = limits) {
  const read: Multipart[] = []
  const app = new Hono<Env>()
  app.post('/', async (c) => {
    const form = await readMultipart(c, given)
    read.push(form)
    return c.text(form.ok ? 'kept' : form.error, form.ok ? 200 : 413)
  })
  const { port, server } = await listen(app, { port: 0, host: '127.0.0.1' })
  onTestFinished(() => closeServer(server, 0))
  const last = () => read.at(-1) ?? expect.fail('nothing was read')
  return { url: `http://127.0.0.1:${port}/`, port, last }
}

function form(...parts: (readonly [string, string | File])[]): FormData {
  const data = new FormData()
  for (const [name, value] of parts) data.append(name, value)
  return data
}
const file = (size: number, name = 'ảnh "một".jpg') => new File([new Uint8Array(size).fill(7)], name)
const post = (url: string, body: FormData) => fetch(url, { method: 'POST', body })

describe('a form with files over HTTP', () => {
  it('gives texts in their order and files with their bytes', async () => {
    const { url, last } = await openServer()
    const sent = form(['noi-dung', 'Dòng một\r\nDòng hai'], ['loai', 'a'], ['loai', 'b'], ['tep', file(3)])
    expect((await post(url, sent)).status).toBe(200)
    expect(last()).toEqual({
      ok: true,
      fields: [
        ['noi-dung', 'Dòng một\r\nDòng hai'],
        ['loai', 'a'],
        ['loai', 'b'],
      ],
      files: [{ field: 'tep', name: 'ảnh "một".jpg', bytes: Buffer.from([7, 7, 7]) }],
    })
  })

  it('reads what browsers write: quoted names, file fields without a file, parts without a head', async () => {
    const { url, last } = await openServer()
    const name = 'Content-Disposition: form-data; name='
    const empty = 'filename=""\r\nContent-Type: application/octet-stream\r\n\r\n'
    const parts = [
      `${name}"a%22b"\r\n\r\n`,
      `${name}"tep"; ${empty}`,
      '\r\nx',
      `${name}"tep"; filename="C:\\b.pdf"\r\n\r\n--y`,
    ]
    const body = `${parts.map((part) => `--x y\r\n${part}\r\n`).join('')}--x y--\r\nafter`
    await fetch(url, { method: 'POST', body, headers: { 'Content-Type': 'multipart/form-data; boundary="x y"' } })
    const [fields, files] = [
      [
        ['a"b', ''],
        ['', 'x'],
      ],
      [{ field: 'tep', name: 'C:\\b.pdf', bytes: Buffer.from('--y') }],
    ]
    expect(last()).toEqual({ ok: true, fields, files })
  })

  it('refuses a photo of 20 MB, keeps what was typed before and after it, and the other photo', async () => {
    const { url, last } = await openServer()
    const sent = form(
      ['noi-dung', 'đã viết'],
      ['tep', file(20 * MB, 'to.jpg')],
      ['tep', file(100, 'nho.jpg')],
      ['buoc', '3'],
    )
    const reply = await post(url, sent)
    expect([reply.status, await reply.text()]).toEqual([413, 'too-large'])
    expect(last()).toMatchObject({
      error: 'too-large',
      fields: [
        ['noi-dung', 'đã viết'],
        ['buoc', '3'],
      ],
      files: [{ name: 'nho.jpg' }],
      refused: [{ field: 'tep', name: 'to.jpg', size: 20 * MB, error: 'too-large' }],
    })
  })

  it('refuses the sixth file and what is more than all may have together', async () => {
    const { url, last } = await openServer({ maxBytes: 250, maxFiles: 5, maxFileBytes: 100 })
    await post(url, form(...Array.from({ length: 6 }, () => ['tep', file(10)] as const)))
    expect(last()).toMatchObject({ error: 'too-many', refused: [{ error: 'too-many', size: 10 }] })
    await post(url, form(...Array.from({ length: 3 }, () => ['tep', file(100)] as const)))
    expect(last()).toMatchObject({ error: 'too-large', refused: [{ error: 'too-large', size: 100 }] })
    expect(last().files.length).toBe(2)
  })

  it('replies to an endless form, with the texts that came before', async () => {
    const { url, last } = await openServer()
    const piece = new Uint8Array(MB)
    let left = 400
    const head =
      '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nviết\r\n--x\r\nContent-Disposition: form-data; name="tep"; filename="b.jpg"\r\n\r\n'
    const body = new ReadableStream({
      start: (out) => out.enqueue(Buffer.from(head)),
      pull: (out) => (left-- > 0 ? out.enqueue(piece) : out.close()),
    })
    const headers = { 'Content-Type': 'multipart/form-data; boundary=x' }
    const init = { method: 'POST', body, headers, duplex: 'half' } as RequestInit
    // The connection ends before everything is sent: some clients then tell of that instead of the reply.
    await fetch(url, init).catch(() => undefined)
    expect(last()).toMatchObject({
      error: 'too-large',
      fields: [['a', 'viết']],
      files: [],
      refused: [{ name: 'b.jpg' }],
    })
  })

  it('keeps the texts of a form whose sending is cut off', async () => {
    const { port, last } = await openServer()
    const head =
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 5000\r\n\r\n'
    const part = '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nviết\r\n--x\r\nContent-Disp'
    const socket = connectTo(port, '127.0.0.1')
    await new Promise((done) => socket.write(head + part, done))
    await new Promise((done) => setTimeout(done, 100))
    socket.destroy()
    await expect.poll(() => last()).toMatchObject({ error: 'broken', fields: [['a', 'viết']], files: [] })
  })

  it('reads a form without files, and says what is no form', async () => {
    const { url, last } = await openServer()
    await fetch(url, { method: 'POST', body: new URLSearchParams({ a: 'viết\0' }) })
    expect(last()).toEqual({ ok: true, fields: [['a', 'viết']], files: [] })
    await fetch(url, { method: 'POST', body: 'a=b' })
    expect(last()).toMatchObject({ ok: false, error: 'not-a-form' })
    await fetch(url, { method: 'POST', body: 'a=b', headers: { 'Content-Type': 'multipart/form-data; boundary=y' } })
    expect(last()).toMatchObject({ ok: false, error: 'broken', fields: [] })
  })
})
