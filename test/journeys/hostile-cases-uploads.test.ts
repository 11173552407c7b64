import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { type Multipart, readMultipart } from '../../server/multipart'
import { takeAttachment } from '../../server/store/attachments'
import { openApp } from '../support/app'
import { smallPdf, zipOf } from '../support/attachments'
import { describeEngines } from '../support/database'

const limits = { maxBytes: 1024 * 1024, maxFiles: 2, maxFileBytes: 1024 }

/** What is read of a body of parts, without a connection. */
async function readParts(parts: readonly string[]): Promise<Multipart> {
  const body = `${parts.map((part) => `--b\r\nContent-Disposition: form-data; ${part}\r\n`).join('')}--b--\r\n`
  const read: Multipart[] = []
  const app = new Hono()
  app.post('/', async (c) => {
    read.push(await readMultipart(c, limits))
    return c.text('')
  })
  await app.request('/', { method: 'POST', body, headers: { 'Content-Type': 'multipart/form-data; boundary=b' } })
  return read[0] ?? expect.fail('nothing was read')
}

const repeated = (part: (i: number) => string, times: number) => Array.from({ length: times }, (_, i) => part(i))

describe('a form of very many parts', () => {
  it('is not kept for each file that is refused', async () => {
    const read = await readParts(repeated((i) => `name="tep"; filename="${i}.jpg"\r\n\r\nx`, 50_000))
    expect(read).toMatchObject({ ok: false, error: 'too-many' })
    expect(read.files).toHaveLength(2)
    expect(read.ok ? 0 : read.refused.length).toBeLessThanOrEqual(100)
  })

  it('is not kept for each file without a byte', async () => {
    const read = await readParts(repeated((i) => `name="tep"; filename="${i}.jpg"\r\n\r\n`, 50_000))
    expect(read).toMatchObject({ ok: false, error: 'too-many' })
    expect(read.files).toHaveLength(2)
  })

  it('keeps a thousand texts, empty ones too, and says that there were more', async () => {
    const read = await readParts(repeated((i) => `name="a${i}"\r\n\r\n`, 50_000))
    expect(read).toMatchObject({ ok: false, error: 'too-large' })
    expect(read.fields).toHaveLength(1000)
  })

  it('counts the names of texts among their bytes', async () => {
    const read = await readParts(repeated((i) => `name="${i}${'n'.repeat(10_000)}"\r\n\r\n`, 900))
    expect(read).toMatchObject({ ok: false, error: 'too-large' })
    expect(JSON.stringify(read.fields).length).toBeLessThan(600 * 1024)
  })
})

describe('a workbook that asks a program when it is opened', () => {
  const link = (inside: string) =>
    zipOf({
      '[Content_Types].xml': '<Types/>',
      'xl/workbook.xml': '<workbook/>',
      'xl/externalLinks/externalLink1.xml': `<externalLink xmlns="x">${inside}</externalLink>`,
    })
  const taken = async (inside: string) =>
    takeAttachment(await link(inside), 'a.xlsx', { mostBytes: 1024 * 1024, scan: null })

  it('is refused', async () => {
    for (const inside of ['<ddeLink ddeService="cmd" ddeTopic="/c calc"/>', '<x:oleLink progId="a"/>'])
      expect(await taken(inside)).toMatchObject({ ok: false, error: 'active' })
  })

  it('one that reads another workbook is not', async () => {
    const values = '<cell><v>1</v></cell>'.repeat(10_000)
    expect(await taken(`<externalBook>${values}</externalBook>`)).toMatchObject({ ok: true })
  })
})

describeEngines('somebody who fills the disk with files of forms that are never sent', (engine) => {
  it('is told to wait after a few hundred megabytes, and everybody else is not', async () => {
    const app = await openApp(await engine.open(), { RATE_LIMITS: 'on' })
    Object.assign(app.deps.config, { trustedProxies: ['unknown'] })
    const pdf = Buffer.concat([smallPdf, Buffer.alloc(9 * 1024 * 1024), Buffer.from('%%EOF')])
    const upload = async (address: string, bytes: Uint8Array) => {
      const form = new FormData()
      for (const [name, value] of [
        ['matter', 'conduct'],
        ['content', 'x'],
        ['them', '1'],
        ['clientId', app.deps.newId()],
        ['draftId', app.deps.newId()],
      ] as const)
        form.set(name, value)
      for (let i = 0; i < 5; i++) form.append('file', new Blob([bytes as BlobPart, `${i}`]), `${i}.pdf`)
      return (await app.visitor().post('/gop-y/tep', form, { 'X-Forwarded-For': address })).status
    }
    const statuses: number[] = []
    for (let i = 0; i < 6; i++) statuses.push(await upload('10.0.0.1', pdf))
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429])
    expect(await upload('10.0.0.2', smallPdf)).toBe(200)
  })
})
