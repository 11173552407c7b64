import { expect, it } from 'vitest'
import { insertAudit, listAudit } from '../../db/audit'
import {
  findOffice,
  insertOffice,
  listOffices,
  listOfficesBelow,
  listRootOffices,
  updateOffice,
} from '../../db/offices'
import { findPoint, insertPoint, listPoints } from '../../db/points'
import { findSetting, saveSetting } from '../../db/settings'
import {
  findNewestVersion,
  findSurveyVersion,
  getSurveyVersion,
  insertSurveyVersion,
  listSurveyVersions,
} from '../../db/surveys'
import { inTransaction } from '../../db/transaction'
import { surveyDefinition } from '../../server/domain/survey'
import { describeEngines } from '../support/database'

const createdAt = '2026-01-01T00:00:00.000Z'
const office = (code: string, name: string, parentCode: string | null = null) => ({
  ...{ code, name, parentCode, address: null, phone: null, createdAt },
})

describeEngines('offices and points', (engine) => {
  it('are found in the tree and listed as a Vietnamese reader expects', async () => {
    const { db } = await engine.open()
    await insertOffice(db, office('TINH', 'Tỉnh'))
    await insertOffice(db, office('SO', 'Sở Y tế', 'TINH'))
    await insertOffice(db, office('P10', 'Phường 10', 'SO'))
    await insertOffice(db, office('P2', 'Phường 2', 'SO'))
    await insertOffice(db, office('DD', 'Đống Đa', 'TINH'))
    await insertOffice(db, office('KHAC', 'Ân Thi'))
    const names = (rows: { name: string }[]) => rows.map((row) => row.name)
    expect(names(await listOfficesBelow(db, 'TINH'))).toEqual(['Đống Đa', 'Phường 2', 'Phường 10', 'Sở Y tế', 'Tỉnh'])
    expect(names(await listOfficesBelow(db, 'P2'))).toEqual(['Phường 2'])
    expect(await listOfficesBelow(db, 'unknown')).toEqual([])
    expect(names(await listOffices(db))[0]).toBe('Ân Thi')
    expect((await listRootOffices(db)).map(({ code }) => code)).toEqual(['KHAC', 'TINH'])
    expect((await findOffice(db, 'SO'))?.parentCode).toBe('TINH')
    await db.updateTable('office').set({ parentCode: 'P2' }).where('code', '=', 'TINH').execute()
    expect(await listOfficesBelow(db, 'TINH')).toHaveLength(5)
  })

  it('include what was merged into them, along any chain of mergers', async () => {
    const { db } = await engine.open()
    await insertOffice(db, office('SO', 'Sở'))
    await insertOffice(db, office('A', 'A', 'SO'))
    await insertOffice(db, office('A1', 'A1', 'A'))
    await insertOffice(db, office('B', 'B', 'SO'))
    await insertOffice(db, office('C', 'C'))
    await updateOffice(db, 'A', { validTo: '2026-06-30', successorCode: 'B' })
    await updateOffice(db, 'B', { validTo: '2026-07-31', successorCode: 'C' })
    const below = async (code: string) => (await listOfficesBelow(db, code)).map((one) => one.code)
    expect(await below('C')).toEqual(['A', 'A1', 'B', 'C'])
    expect(await below('B')).toEqual(['A', 'A1', 'B'])
    expect(await below('A')).toEqual(['A', 'A1'])
    expect(await below('SO')).toEqual(['A', 'A1', 'B', 'SO'])
    // The installation's own office is one that still works.
    await updateOffice(db, 'SO', { validTo: '2026-12-31' })
    expect((await listRootOffices(db)).map(({ code }) => code)).toEqual(['C', 'SO'])
  })

  it('points belong to offices', async () => {
    const { db } = await engine.open()
    const point = (code: string, officeCode: string) => ({
      code,
      officeCode,
      name: code,
      surveyKey: 'x',
      closedAt: null,
      createdAt,
    })
    await insertOffice(db, office('A', 'A'))
    await insertOffice(db, office('B', 'B'))
    await insertPoint(db, point('7F3K', 'A'))
    await insertPoint(db, point('2222', 'B'))
    expect(await findPoint(db, '7F3K')).toMatchObject({ quickFirst: 0, channel: 'phone', field: '', closedAt: null })
    expect(await findPoint(db, '7f3k')).toBeUndefined()
    expect((await listPoints(db)).map(({ code }) => code)).toEqual(['7F3K', '2222'])
    expect(await listPoints(db, ['B'])).toHaveLength(1)
    expect(await listPoints(db, [])).toEqual([])
    await expect(insertPoint(db, point('NEU1', 'nowhere'))).rejects.toThrow()
  })
})

const definition = surveyDefinition.parse({
  ...{ key: 'thu', version: 1, title: 'Thử', source: 'thử', dimensionCount: 1, minutes: 1, comment: null },
  scale: [
    { label: 'Không', satisfied: false },
    { label: 'Có', satisfied: true },
  ],
  noOpinion: { label: 'Không ý kiến', short: 'KYK' },
  dimensions: [
    {
      key: '1',
      official: 'a',
      short: 'a',
      phone: 'a',
      criteria: [{ key: '1.1', official: 'a', phone: 'a', short: 'a' }],
    },
  ],
})

describeEngines('published surveys', (engine) => {
  it('never change', async () => {
    const { db } = await engine.open()
    expect(await insertSurveyVersion(db, definition, createdAt)).toEqual({ ok: true, id: 'thu@1' })
    expect(await insertSurveyVersion(db, definition, 'later')).toEqual({ ok: true, id: 'thu@1' })
    const changed = { ...definition, title: 'Khác' }
    expect(await insertSurveyVersion(db, changed, 'later')).toEqual({ ok: false, error: 'published-differently' })
    expect(await getSurveyVersion(db, 'thu@1')).toEqual(definition)
    expect(await findNewestVersion(db, 'thu')).toEqual({
      id: 'thu@1',
      surveyKey: 'thu',
      version: 1,
      publishedAt: createdAt,
      effectiveOn: null,
    })
  })

  it('are listed newest first and read once', async () => {
    const { db } = await engine.open()
    for (const version of [1, 10, 2]) await insertSurveyVersion(db, { ...definition, version }, createdAt)
    expect((await listSurveyVersions(db)).map(({ id }) => id)).toEqual(['thu@10', 'thu@2', 'thu@1'])
    expect((await findNewestVersion(db, 'thu'))?.id).toBe('thu@10')
    expect(await findSurveyVersion(db, 'thu@2')).toBe(await findSurveyVersion(db, 'thu@2'))
    await expect(getSurveyVersion(db, 'thu@3')).rejects.toThrow('thu@3')
  })

  it('that were undone are not remembered', async () => {
    const { db } = await engine.open()
    const undone = inTransaction(db, async (db) => {
      await insertSurveyVersion(db, definition, createdAt)
      await getSurveyVersion(db, 'thu@1')
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    expect(await findSurveyVersion(db, 'thu@1')).toBeUndefined()
  })
})

describeEngines('settings and audit', (engine) => {
  it('keep the last value, and every entry', async () => {
    const { db } = await engine.open()
    for (const value of ['1', '2']) await saveSetting(db, 'a', value)
    expect([await findSetting(db, 'a'), await findSetting(db, 'b')]).toEqual(['2', undefined])
    for (const action of ['a', 'b', 'c'])
      await insertAudit(db, { at: createdAt, staffId: null, action, subject: 's', detail: '' })
    const page = await listAudit(db, { limit: 2 })
    expect(page.map(({ action }) => action)).toEqual(['c', 'b'])
    const rest = await listAudit(db, { limit: 2, before: page.at(-1)?.id ?? 0 })
    expect(rest.map(({ action }) => action)).toEqual(['a'])
  })
})
