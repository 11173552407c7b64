import { expect, it } from 'vitest'
import { insertOffice } from '../../db/offices'
import { listPointProcedures, savePointProcedures } from '../../db/point-procedures'
import { insertPoint } from '../../db/points'
import {
  findProcedure,
  insertProcedure,
  listProcedureFields,
  listProcedures,
  searchProcedures,
  updateProcedure,
} from '../../db/procedures'
import { inTransaction } from '../../db/transaction'
import { describeEngines } from '../support/database'

const createdAt = '2026-01-01T00:00:00.000Z'
const row = (code: string, name: string, field: string) => ({ code, name, field, closedAt: null, createdAt })

describeEngines('procedures', (engine) => {
  it('are found by code, name or field typed without marks, every word in any order', async () => {
    const { db } = await engine.open()
    await insertProcedure(db, row('1.001193', 'Đăng ký khai sinh', 'Hộ tịch'))
    await insertProcedure(db, row('1.000894', 'Đăng ký kết hôn', 'Hộ tịch'))
    await insertProcedure(db, row('2.000815', 'Chứng thực bản sao 100%', 'Chứng thực'))
    const found = async (words: string) =>
      (await searchProcedures(db, { words, limit: 10 })).rows.map(({ code }) => code)
    expect(await found('dang ky')).toEqual(['1.000894', '1.001193'])
    expect(await found('ho tich SINH')).toEqual(['1.001193'])
    expect(await found('2.0008')).toEqual(['2.000815'])
    expect(await found('100%')).toEqual(['2.000815'])
    expect(await found('1%3')).toEqual([])
    expect(await found('a_b\\')).toEqual([])
    expect(await searchProcedures(db, { limit: 1, offset: 1 })).toMatchObject({
      total: 3,
      rows: [{ code: '1.001193' }],
    })
    expect(await searchProcedures(db, { field: 'Chứng thực', limit: 9 })).toMatchObject({ total: 1 })
    expect(await listProcedureFields(db)).toEqual(['Chứng thực', 'Hộ tịch'])

    await updateProcedure(db, { code: '1.000894', name: 'Đăng ký lại kết hôn', field: 'Hộ tịch', closedAt: createdAt })
    expect(await found('lai')).toEqual(['1.000894'])
    expect(await searchProcedures(db, { open: true, limit: 9 })).toMatchObject({ total: 2 })
    expect(await findProcedure(db, '9')).toBeUndefined()
    expect(await listProcedures(db)).toHaveLength(3)
  })

  it('a point offers those that were chosen for it', async () => {
    const { db } = await engine.open()
    await insertOffice(db, { code: 'CQ-1', name: 'A', parentCode: null, address: null, phone: null, createdAt })
    const point = { officeCode: 'CQ-1', name: 'Quầy', surveyKey: 'x', closedAt: null, createdAt }
    await insertPoint(db, { ...point, code: 'AAAA' })
    await insertProcedure(db, row('1.001193', 'Đăng ký khai sinh', 'Hộ tịch'))
    await inTransaction(db, (db) => savePointProcedures(db, 'AAAA', ['1.001193', '1.001193']))
    expect(await listPointProcedures(db, 'AAAA')).toMatchObject([{ code: '1.001193', field: 'Hộ tịch' }])
    await inTransaction(db, (db) => savePointProcedures(db, 'AAAA', []))
    expect(await listPointProcedures(db, 'AAAA')).toEqual([])
  })
})
