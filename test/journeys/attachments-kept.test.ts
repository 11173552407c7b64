import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { Hono } from 'hono'
import { expect, it, onTestFinished } from 'vitest'
import { copySqlite, replaceSqlite } from '../../db/backup'
import {
  adoptDraftFiles,
  deleteDraftFile,
  findCaseFile,
  forgetUnfinishedFiles,
  insertCaseFile,
  listCaseFiles,
  listDraftFiles,
  readFile,
  removeCaseFile,
} from '../../db/case-files'
import { connect } from '../../db/connect'
import { listApplied, migrate } from '../../db/migrate'
import { dumpRows, replaceFromRows } from '../../db/pg-rows'
import { sendAttachment } from '../../server/send-attachment'
import { takeAttachment } from '../../server/store/attachments'
import { smallPdf } from '../support/attachments'
import { describeEngines, temporaryFolder } from '../support/database'

const at = '2026-11-20T02:00:00.000Z'
const facts = { name: 'đơn.pdf', type: 'application/pdf', width: null, height: null, sha256: 'ab' }
const unfinished = (id: string, draftId: string, createdAt = at) => ({
  id,
  caseId: null,
  draftId,
  createdAt,
  createdBy: null,
  file: { ...facts, bytes: smallPdf },
})

describeEngines('files of a form', (engine) => {
  it('are kept with their bytes, in their order, and may be taken out again', async () => {
    const { db } = await engine.open()
    await insertCaseFile(db, unfinished('b', 'form', '2026-11-20T03:00:00.000Z'))
    await insertCaseFile(db, unfinished('a', 'form', '2026-11-20T04:00:00.000Z'))
    await insertCaseFile(db, unfinished('c', 'other'))
    expect((await listDraftFiles(db, 'form')).map(({ id }) => id)).toEqual(['b', 'a'])
    const read = await readFile(db, 'a')
    expect(read).toMatchObject({ name: 'đơn.pdf', size: smallPdf.length, internal: 0, caseId: null })
    expect(Buffer.from(read?.bytes ?? []).equals(smallPdf)).toBe(true)
    expect(await deleteDraftFile(db, 'form', 'c')).toBe(false)
    expect(await deleteDraftFile(db, 'form', 'b')).toBe(true)
    expect([await findCaseFile(db, 'b'), await readFile(db, 'b')]).toEqual([undefined, undefined])
    await removeCaseFile(db, 'a', at)
    expect([await findCaseFile(db, 'a'), await readFile(db, 'a')]).toEqual([undefined, undefined])
    expect(await listCaseFiles(db, 'none')).toEqual([])
    expect(await adoptDraftFiles(db, 'none', { caseId: 'none' })).toBe(0)
  })

  it('are forgotten when nobody finishes it', async () => {
    const { db } = await engine.open()
    await insertCaseFile(db, unfinished('old', 'form', '2026-11-19T01:59:59.000Z'))
    await insertCaseFile(db, unfinished('new', 'form', '2026-11-19T02:00:00.000Z'))
    expect(await forgetUnfinishedFiles(db, '2026-11-19T02:00:00.000Z')).toBe(1)
    expect([await readFile(db, 'old'), (await readFile(db, 'new'))?.id]).toEqual([undefined, 'new'])
    const left = await db.selectFrom('fileContent').select('id').execute()
    expect(left).toEqual([{ id: 'new' }])
  })
})

describeEngines('backups', (engine) => {
  const openPlace = async () => {
    const connection = await connect(await engine.place())
    onTestFinished(() => connection.close())
    await migrate(connection)
    return connection
  }

  it('have the files in them', async () => {
    const [connection, other] = [await openPlace(), await openPlace()]
    const bytes = randomBytes(9_000_000)
    await insertCaseFile(connection.db, { ...unfinished('large', 'form'), file: { ...facts, bytes } })
    await insertCaseFile(connection.db, unfinished('small', 'form'))
    const file = join(await temporaryFolder(), 'copy')
    if (connection.engine === 'sqlite') await copySqlite(connection, file)
    else await dumpRows(connection, file)
    if (other.engine === 'sqlite') await replaceSqlite(other, file)
    else await replaceFromRows(other, file, (await listApplied(connection)).at(-1) ?? '')
    for (const [id, kept] of [
      ['large', bytes],
      ['small', smallPdf],
    ] as const)
      expect(Buffer.from((await readFile(other.db, id))?.bytes ?? []).equals(kept), id).toBe(true)
  })
})

it('a kept file is sent so that nothing in it can run, and only pictures are shown', async () => {
  const taken = await takeAttachment(smallPdf, "Đơn của bà Tư (lần 2) 'a'.pdf", { mostBytes: 1000, scan: null })
  if (!taken.ok) return expect.fail(taken.error)
  const app = new Hono()
  app.get('/pdf', (c) => sendAttachment(c, taken.file))
  app.get('/anh', (c) => sendAttachment(c, { name: 'ảnh.jpg', type: 'image/jpeg', bytes: smallPdf }))
  const pdf = await app.request('/pdf')
  expect(Object.fromEntries(pdf.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition':
      'attachment; filename="Don cua ba Tu (lan 2) _a_.pdf"; filename*=UTF-8\'\'%C4%90%C6%A1n%20c%E1%BB%A7a%20b%C3%A0%20T%C6%B0%20%28l%E1%BA%A7n%202%29%20%27a%27.pdf',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
    'cache-control': 'private, no-store',
  })
  expect(Buffer.from(await pdf.arrayBuffer()).equals(smallPdf)).toBe(true)
  expect((await app.request('/anh')).headers.get('content-disposition')).toMatch(/^inline; filename="anh.jpg"/)
  expect(await (await app.request('/pdf', { method: 'HEAD' })).text()).toBe('')
})
