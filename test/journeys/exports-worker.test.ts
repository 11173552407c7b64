import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { connect, type Place } from '../../db/connect'
import { migrate } from '../../db/migrate'
import type { DocumentRequest } from '../../server/document'
import { drain } from '../../server/ledger/follow'
import { inlineLong, type Long, type Rendered, workerLong } from '../../server/long'
import { describeEngines } from '../support/database'
import { answerOf, insertLedgerPlaces, keep } from '../support/ledger'

const root = join(import.meta.dirname, '..', '..')
let folder: string
let file: URL

// The worker as the product builds it; inside the repository, so that it finds its packages.
beforeAll(async () => {
  folder = await mkdtemp(join(root, 'dist.worker-'))
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { external: ['pdfmake', 'docx'] },
    build: {
      ssr: 'server/worker.ts',
      outDir: folder,
      rolldownOptions: { output: { entryFileNames: 'worker.js' } },
    },
  })
  file = pathToFileURL(join(folder, 'worker.js'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const responses = (format: string): DocumentRequest => ({
  kind: 'report',
  name: 'responses',
  parameters: {},
  format,
  today: '2026-03-31',
})

async function bytesOf(rendered: Rendered): Promise<Buffer> {
  if (!rendered.ok) throw new Error(rendered.error)
  return Buffer.from(await new Response(rendered.body).arrayBuffer())
}

async function filled(place: Place, count: number) {
  const connection = await connect(place)
  await migrate(connection)
  await insertLedgerPlaces(connection.db)
  await keep(
    connection,
    Array.from({ length: count }, (_, i) => answerOf(i)),
  )
  await drain(connection)
  return connection
}

describeEngines('the worker', (engine) => {
  it('gives the same bytes as this thread, to several at once, and ends when nothing is asked', async () => {
    const place = await engine.place()
    const connection = await filled(place, 1200)
    const long = workerLong(place, { file, idle: 50 })
    for (const again of [1, 2]) {
      const formats = ['json', 'csv', 'xlsx']
      const there = await Promise.all(formats.map(async (format) => bytesOf(await long.render(responses(format)))))
      const here = await Promise.all(
        formats.map(async (format) => bytesOf(await inlineLong(connection).render(responses(format)))),
      )
      expect(there.map((bytes) => bytes.length)).toEqual(here.map((bytes) => bytes.length))
      expect(there.every((bytes, i) => bytes.equals(here[i] ?? Buffer.alloc(0)))).toBe(true)
      // Long enough for the worker to have ended: the second round starts another one.
      if (again === 1) await new Promise((resolve) => setTimeout(resolve, 300))
    }
    await long.close()
    await connection.close()
  })

  it('says what is wrong with a question, prints posters, and survives a reader who leaves', async () => {
    const place = await engine.place()
    const connection = await filled(place, 3000)
    const long: Long & { close(): Promise<void> } = workerLong(place, { file })
    expect(
      await long.render({ ...responses('json'), parameters: { channel: 'fax' } } as DocumentRequest),
    ).toMatchObject({
      ok: false,
      error: 'unknown-channel',
    })
    expect(await long.render(responses('odt'))).toMatchObject({ ok: false, error: 'unknown-format', value: 'odt' })
    const left = await long.render(responses('csv'))
    if (left.ok) {
      const reader = left.body.getReader()
      await reader.read()
      await reader.cancel()
    }
    const never = await long.render(responses('csv'))
    if (never.ok) await never.body.cancel()
    const poster = {
      office: 'UBND',
      point: 'Quầy 1',
      url: 'https://hailong.test/k/7F3K',
      minutes: 4,
      hours: '',
      code: '7F3K',
    }
    const printed = await bytesOf(await long.render({ kind: 'posters', posters: [poster] }))
    expect(printed.subarray(0, 5).toString()).toBe('%PDF-')
    await long.close()
    await connection.close()
  })
})
