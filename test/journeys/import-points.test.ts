import { expect, it } from 'vitest'
import type { Connection } from '../../db/connect'
import { insertPoint } from '../../db/points'
import { insertProcedure } from '../../db/procedures'
import { fillEmpty } from '../../server/first-start'
import { randomBytesPooled } from '../../server/random'
import { describeEngines } from '../support/database'
import { insertDepartment } from '../support/department'
import type { Rows } from '../support/department-files'
import { administratorOf, faultsOf, type Sending, sendTable } from '../support/imports'

const createdAt = '2026-01-01T00:00:00.000Z'

async function department(connection: Connection) {
  const { db } = connection
  await fillEmpty(connection, new Date(createdAt), randomBytesPooled)
  await insertDepartment(db)
  const row = { field: 'Hộ tịch', createdAt }
  await insertProcedure(db, { ...row, code: '1.001193', name: 'Khai sinh', closedAt: null })
  await insertProcedure(db, { ...row, code: '1.000890', name: 'Kết hôn', closedAt: null })
  await insertProcedure(db, { ...row, code: '2.000815', name: 'Chứng thực', closedAt: createdAt })
  const send = (rows: Rows, sending?: Sending) => sendTable(connection, 'points', rows, sending)
  const refused = async (rows: Rows, sending?: Sending) =>
    faultsOf(await send(rows, sending)).map(({ code, line, value }) => [code, line, value])
  const find = (code: string) => db.selectFrom('point').selectAll().where('code', '=', code).executeTakeFirst()
  return { db, send, refused, find }
}

describeEngines('points from a spreadsheet', (engine) => {
  it('get codes, and are found again by office and name', async () => {
    const { db, send, find } = await department(await engine.open())
    const file: Rows = [
      ['Đơn vị', 'Tên điểm', 'Loại', 'Phiếu', 'Phiếu nhanh', 'Giờ', 'Đặt tại', 'TTHC'],
      ['CQ', 'Bàn 9', 'Máy tính bảng', 'SIPAS-24', 'có', 'thứ hai đến thứ sáu 7h30-11h30', 'CQ-1', '1.00089\n1.001193'],
      ['CQ-1', 'Quầy 1', 'bàn', null, null, null, null, null],
    ]
    const result = await send(file)
    expect(result).toMatchObject({ ok: true, summary: { rows: 2, added: 1, changed: 0, same: 1 } })
    const code = result.ok ? String(result.summary.changes[0]?.after.code) : ''
    expect(await find(code)).toMatchObject({
      ...{ officeCode: 'CQ', name: 'Bàn 9', kind: 'tablet', channel: 'tablet', surveyKey: 'sipas-24', quickFirst: 1 },
      ...{ hours: 'T2–T6 7:30–11:30', hostCode: 'CQ-1', closedAt: null },
    })
    const offered = () =>
      db
        .selectFrom('pointProcedure')
        .select('procedureCode')
        .where('pointCode', '=', code)
        .orderBy('procedureCode')
        .execute()
    expect(await offered()).toEqual([{ procedureCode: '1.000890' }, { procedureCode: '1.001193' }])
    expect(await send(file)).toMatchObject({ ok: true, summary: { added: 0, changed: 0, same: 2 } })
    const changed = await send([
      ['code', 'officeCode', 'name', 'procedures'],
      [code.toLowerCase(), 'CQ', 'Bàn 10', '1.001193'],
    ])
    expect(changed).toMatchObject({
      summary: {
        changed: 1,
        changes: [{ before: { name: 'Bàn 9', procedures: '1.000890, 1.001193' }, after: { name: 'Bàn 10' } }],
      },
    })
    expect(await find(code)).toMatchObject({ name: 'Bàn 10', kind: 'tablet', hostCode: 'CQ-1' })
    expect(await offered()).toEqual([{ procedureCode: '1.001193' }])
  })

  it('are refused line by line', async () => {
    const { db, send, refused } = await department(await engine.open())
    await db.updateTable('office').set({ validTo: '2025-06-30' }).where('code', '=', 'CQ-1').execute()
    const point = { officeCode: 'CQ', surveyKey: 'sipas-24', createdAt }
    await insertPoint(db, { ...point, code: 'MOI2', name: 'Quầy 2', closedAt: null })
    await insertPoint(db, { ...point, code: 'OLD2', name: 'Cũ', closedAt: createdAt, replacedBy: 'MOI2' })
    const heading = ['code', 'officeCode', 'name', 'surveyKey', 'hours', 'procedures', 'kind']
    const faults = await refused([
      heading,
      ['7F3K', 'CQ-1', 'Quầy 1', null, null, null, null],
      ['XXXX', 'CQ', 'Quầy X', null, null, null, null],
      ['OLD2', 'CQ', 'Cũ', null, null, null, null],
      [null, 'CQ', 'Quầy 2', null, null, null, null],
      [null, 'CQ', 'Bàn 1', 'phiếu lạ', null, null, null],
      [null, 'CQ', 'Bàn 2', null, 'khi có người', null, null],
      [null, 'CQ', 'Bàn 3', null, null, '1.001193, 9.999999', null],
      [null, 'CQ', 'Bàn 4', null, null, '2.000815', null],
      [null, 'CQ', 'Bàn 5', null, null, '1.001193; abc', null],
      [null, 'CQ-1', 'Bàn 6', null, null, null, null],
      [null, 'CQ', 'BÀN 7', null, null, null, 'xe buýt'],
      [null, 'CQ', 'Bàn 7', null, null, null, null],
    ])
    expect(faults).toEqual([
      ['other-office', 2, '7F3K'],
      ['malformed-point', 3, 'XXXX'],
      ['replaced-point', 4, 'OLD2'],
      ['same-name', 5, 'Quầy 2'],
      ['unknown-survey', 6, 'phiếu lạ'],
      ['malformed-hours', 7, 'khi có người'],
      ['unknown-procedure', 8, '9.999999'],
      ['closed-procedure', 9, '2.000815'],
      ['malformed-procedure', 10, 'abc'],
      ['ended-office', 11, 'CQ-1'],
      ['unknown-option', 12, 'xe buýt'],
      ['repeated-row', 13, 'Bàn 7'],
    ])
    const limited = { staff: administratorOf('CQ-1') }
    expect(
      await refused(
        [
          ['officeCode', 'name'],
          ['CQ', 'Bàn 8'],
        ],
        limited,
      ),
    ).toEqual([['outside-part', 2, 'CQ']])
    expect(
      await send(
        [
          ['officeCode', 'name'],
          ['CQ', 'Bàn 8'],
        ],
        { staff: { ...administratorOf(null), role: 'viewer' } },
      ),
    ).toEqual({ ok: false, error: 'forbidden' })
  })
})
