import { writeXlsx } from 'hucre/xlsx'
import { expect, it } from 'vitest'
import { listAudit } from '../../db/audit'
import type { Connection } from '../../db/connect'
import { insertPoint, listPoints } from '../../db/points'
import { type ImportOptions, importResponses } from '../../server/actions/imports'
import { fillEmpty } from '../../server/first-start'
import { drain } from '../../server/ledger/follow'
import { randomBytesPooled } from '../../server/random'
import { openKeys } from '../../server/store/keys'
import { faultLine } from '../../web/vi/import-faults'
import { describeEngines, temporaryFolder } from '../support/database'

const now = new Date('2026-03-10T02:00:00Z')
const everything: ImportOptions = { dryRun: false, staff: null, offices: null }

async function office(connection: Connection) {
  await fillEmpty(connection, now, randomBytesPooled)
  const [point] = await listPoints(connection.db)
  if (!point) throw new Error('no point')
  const dataDir = await temporaryFolder()
  const deps = { connection, db: connection.db, keys: await openKeys(dataDir), now: () => now }
  const send = async (text: string | Uint8Array, options: Partial<ImportOptions> = {}) =>
    importResponses(deps, Buffer.from(text), 'phieu.csv', { ...everything, ...options })
  return { point, dataDir, deps, send }
}

const count = async ({ db }: Connection) => (await db.selectFrom('response').select('id').execute()).length
const tallied = async ({ db }: Connection) =>
  (await db.selectFrom('tallyDay').selectAll().execute()).map((row) => [row.channel, row.standing, row.submittedOn])

describeEngines('importing earlier answers', ({ open }) => {
  it('keeps every row with its day, and the log counts it there', async () => {
    const connection = await open()
    const { point, send } = await office(connection)
    const text = `point,submittedAt,channel,1.1,1.2\n${point.code},05/03/2026,,5,4\n${point.code},2026-01-31T23:30,phone,1,na`
    expect(await send(text)).toMatchObject({ ok: true, summary: { rows: 2, added: 2, known: 0, from: '2026-01-31' } })
    const rows = await connection.db.selectFrom('response').selectAll().orderBy('submittedOn').execute()
    expect(rows).toMatchObject([
      { submittedOn: '2026-01-31', submittedAt: '2026-01-31T16:30:00.000Z', channel: 'phone', flags: 'imported' },
      { submittedOn: '2026-03-05', submittedAt: null, channel: 'paper', standing: 'under-half', version: 'sipas-24@1' },
    ])
    expect(await drain(connection)).toBe(2)
    expect(await tallied(connection)).toEqual(
      expect.arrayContaining([
        ['phone', 'under-half', '2026-01-31'],
        ['paper', 'under-half', '2026-03-05'],
      ]),
    )
  })

  it('adds nothing when the same answers come again, as CSV or saved by Excel; equal rows are different people', async () => {
    const connection = await open()
    const { point, send } = await office(connection)
    const csv = `point,submittedAt,1.1\n${`${point.code},2026-03-05 08:30,5\n`.repeat(3)}${point.code},2026-03-06,4\n`
    expect(await send(csv)).toMatchObject({ ok: true, summary: { added: 4, known: 0 } })
    expect(await send(csv)).toMatchObject({ ok: true, summary: { added: 0, known: 4 } })
    const at = new Date(Date.UTC(2026, 2, 5, 8, 30))
    const again = [point.code, at, 5.0]
    const day = [point.code, new Date(Date.UTC(2026, 2, 6)), 4]
    const rows = [['point', 'submittedAt', '1.1'], again, again, day, again, again]
    expect(await send(await writeXlsx({ sheets: [{ name: 'A', rows }] }))).toMatchObject({
      ok: true,
      summary: { rows: 5, added: 1, known: 4 },
    })
    expect(await count(connection)).toBe(5)
  })

  it('is all or nothing', async () => {
    const connection = await open()
    const { point, send } = await office(connection)
    const result = await send(`point,submittedAt,1.1\n${point.code},2026-03-05,5\n${point.code},2026-03-05,7\n`)
    expect(result).toMatchObject({ ok: false, faults: { total: 1, listed: [{ line: 3, column: '1.1', value: '7' }] } })
    expect(await count(connection)).toBe(0)
    expect(await drain(connection)).toBe(0)
  })

  it('changes nothing on a dry run, and says what would happen', async () => {
    const connection = await open()
    const { point, send } = await office(connection)
    const text = (levels: string) =>
      `point;submittedAt;1.1\n${[...levels].map((l) => `${point.code};5/3/2026;${l}\n`).join('')}`
    await send(text('5'))
    expect(await send(text('543'), { dryRun: true })).toMatchObject({ ok: true, summary: { added: 2, known: 1 } })
    expect(await count(connection)).toBe(1)
    expect(await listAudit(connection.db, { limit: 10 })).toHaveLength(1)
    expect(await send(text('543'))).toMatchObject({ ok: true, summary: { added: 2, known: 1 } })
  })

  it('refuses an id that stands for other answers, in the file or in the database', async () => {
    const connection = await open()
    const { point, send } = await office(connection)
    const text = (rows: string[]) =>
      `point,submittedAt,clientId,1.1\n${rows.map((r) => `${point.code},${r}\n`).join('')}`
    const twice = await send(text(['2026-03-05,a1,5', '2026-03-05,a1,4']))
    expect(twice).toMatchObject({ ok: false, faults: { listed: [{ code: 'repeated-id', line: 3, value: 'a1' }] } })
    expect(await send(text(['2026-03-05,a1,5', '2026-03-05,a1,5']))).toMatchObject({ summary: { added: 1, known: 1 } })
    // The same answers on another day are another form.
    const later = await send(text(['2026-03-06,a2,5', '2026-03-06,a1,5']))
    expect(later).toMatchObject({ ok: false, faults: { listed: [{ code: 'known-id', line: 3, value: 'a1' }] } })
    if (!later.ok && later.error === 'faults')
      expect(later.faults.listed.map((fault) => faultLine(fault))[0]).toMatch(/^Dòng 3, cột “clientId”: Mã phiếu “a1”/)
    expect(await count(connection)).toBe(1)
  })

  it('knows only the points of the own offices', async () => {
    const connection = await open()
    const { point, send } = await office(connection)
    const text = `point,submittedAt,1.1\n${point.code},2026-03-05,5\n`
    expect(await send(text, { offices: [] })).toMatchObject({
      ok: false,
      faults: { listed: [{ code: 'unknown-point' }] },
    })
    expect(await send(text, { offices: [point.officeCode] })).toMatchObject({ ok: true })
    const clerk = { id: 'clerk', role: 'intake' as const }
    expect(await send(text, { staff: clerk })).toEqual({ ok: false, error: 'forbidden' })
  })

  it('writes down who imported what', async () => {
    const connection = await open()
    const { point, send } = await office(connection)
    await send(`point,submittedAt,1.1\n${point.code},2026-03-05,5\n`)
    const [entry] = await listAudit(connection.db, { limit: 1 })
    expect(entry).toMatchObject({ action: 'import.responses', subject: 'phieu.csv', staffId: null })
    expect(JSON.parse(entry?.detail ?? '')).toMatchObject({ rows: 1, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
  })

  it('takes twenty thousand rows of several surveys', async () => {
    const connection = await open()
    const { point, send } = await office(connection)
    await insertPoint(connection.db, { ...point, code: 'NHANH', name: 'Nhanh', surveyKey: 'nhanh-6' })
    const lines = Array.from({ length: 20_000 }, (_, i) => {
      const code = i % 2 === 0 ? point.code : 'NHANH'
      return `${code},2026-02-${String(1 + (i % 28)).padStart(2, '0')},${1 + (i % 5)},${1 + (i % 3)},${i}`
    })
    const text = `point,submittedAt,1.1,2.1,comment\n${lines.join('\n')}\n`
    expect(await send(text)).toMatchObject({ ok: true, summary: { added: 20_000, points: { NHANH: 10_000 } } })
    expect(await send(text, { dryRun: true })).toMatchObject({ ok: true, summary: { added: 0, known: 20_000 } })
  }, 60_000)
})
