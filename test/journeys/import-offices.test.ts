import { expect, it } from 'vitest'
import type { Connection } from '../../db/connect'
import { insertOffice } from '../../db/offices'
import { fillEmpty } from '../../server/first-start'
import { randomBytesPooled } from '../../server/random'
import { faultLine } from '../../web/vi/import-faults'
import { describeEngines } from '../support/database'
import { insertDepartment } from '../support/department'
import type { Rows } from '../support/department-files'
import { administratorOf, faultsOf, type Sending, sendTable } from '../support/imports'

const heading = ['code', 'name', 'parentCode', 'validTo', 'successorCode']
const createdAt = '2026-01-01T00:00:00.000Z'

/** CQ with CQ-1 below it, points in both; beside it KHAC, which belongs to nobody here. */
async function department(connection: Connection) {
  await fillEmpty(connection, new Date(createdAt), randomBytesPooled)
  await insertDepartment(connection.db)
  const other = { name: 'Cơ quan khác', parentCode: null, address: null, phone: null, createdAt }
  await insertOffice(connection.db, { ...other, code: 'KHAC' })
  const send = (rows: Rows, sending?: Sending) => sendTable(connection, 'offices', [heading, ...rows], sending)
  const refused = async (rows: Rows, sending?: Sending) =>
    faultsOf(await send(rows, sending)).map(({ code, line, value }) => [code, line, value])
  return { send, refused }
}

describeEngines('offices from a spreadsheet', (engine) => {
  it('keep what the file does not name, and lose what it leaves empty', async () => {
    const connection = await engine.open()
    const { send } = await department(connection)
    await connection.db
      .updateTable('office')
      .set({ phone: '0259', address: 'Số 1' })
      .where('code', '=', 'CQ-1')
      .execute()
    const named = [['CQ-1', 'UBND phường mới', 'CQ', null, null]]
    expect(await send(named)).toMatchObject({ ok: true, summary: { added: 0, changed: 1, same: 0 } })
    const find = () => connection.db.selectFrom('office').selectAll().where('code', '=', 'CQ-1').executeTakeFirst()
    expect(await find()).toMatchObject({ name: 'UBND phường mới', phone: '0259', address: 'Số 1', createdAt })
    const file: Rows = [
      ['code', 'name', 'address'],
      ['CQ-1', ' UBND  phường mới '.normalize('NFD'), null],
    ]
    const emptied = await sendTable(connection, 'offices', file)
    expect(emptied).toMatchObject({
      ok: true,
      summary: { changes: [{ before: { address: 'Số 1' }, after: { address: null } }] },
    })
    expect(await find()).toMatchObject({ phone: '0259', address: null })
  })

  it('are refused as a whole, with sentences that say what to do', async () => {
    const connection = await engine.open()
    const { send } = await department(connection)
    const result = await send([
      ['thpt a', 'Trường A', 'CQ', null, null],
      ['THPT-B', 'Trường B', 'CQ_1', null, null],
      ['THPT-C', '', 'CQ', null, null],
      ['THPT-C', 'Trường C', 'CQ', null, null],
    ])
    expect(faultsOf(result).map((fault) => faultLine(fault, 'offices'))).toEqual([
      'Dòng 2, cột “code”: “thpt a” không phải mã đơn vị: cần 2–20 ký tự chữ hoa không dấu, số, gạch ngang, dấu chấm. Xin ghi: THPT-A.',
      'Dòng 3, cột “parentCode”: Không có đơn vị “CQ_1” trong tệp hay trong hệ thống. Có phải là: CQ-1?',
      'Dòng 4, cột “name”: Ô để trống nhưng bắt buộc phải có.',
      'Dòng 5, cột “code”: “THPT-C” đã có ở dòng 4 của tệp. Mỗi mã chỉ được một dòng.',
    ])
    expect(await connection.db.selectFrom('office').select('code').execute()).toHaveLength(3)
    expect(await connection.db.selectFrom('audit').select('id').execute()).toEqual([])
  })

  it('end only where nothing is left open, and then stay what they were', async () => {
    const connection = await engine.open()
    const { send, refused } = await department(connection)
    expect(await refused([['CQ-1', 'UBND phường', 'CQ', '31/12/2025', null]])).toEqual([['still-in-use', 2, 'CQ-1']])
    expect(await refused([['CQ', 'Cơ quan của tôi', null, '31/12/2025', null]])).toEqual([
      ['still-above', 2, 'CQ'],
      ['still-in-use', 2, 'CQ'],
    ])
    expect(await refused([['CQ-1', 'UBND phường', 'CQ', null, 'CQ']])).toEqual([
      ['successor-without-end', 2, undefined],
    ])
    expect(
      await refused([
        ['MOI', 'Mới', 'CU', null, null],
        ['CU', 'Cũ', null, '30/06/2025', null],
      ]),
    ).toEqual([['closed-parent', 2, 'CU']])
    const old: Rows = [['CU', 'Phòng cũ', 'CQ', '30/06/2025', 'CQ']]
    expect(await send(old)).toMatchObject({ ok: true, summary: { added: 1 } })
    expect(await refused([['CU', 'Phòng khác', 'CQ', '30/06/2025', 'CQ']])).toEqual([['closed-office', 2, 'CU']])
    expect(await send([['CU', 'Phòng khác', 'CQ', null, null]])).toMatchObject({ ok: true, summary: { changed: 1 } })
  })

  it('go in circles neither above nor after each other', async () => {
    const { refused } = await department(await engine.open())
    expect(await refused([['CQ', 'Cơ quan', 'CQ-1', null, null]])).toMatchObject([
      ['parent-cycle', 2, expect.stringContaining('CQ → CQ-1')],
    ])
    const closed = (code: string, next: string) => [code, code, null, '30/06/2025', next]
    expect(await refused([closed('A1', 'B1'), closed('B1', 'A1')])).toEqual([['successor-cycle', 2, 'A1 → B1 → A1']])
  })

  it('outside the own part are nobody else’s to change', async () => {
    const connection = await engine.open()
    const { send, refused } = await department(connection)
    const staff = administratorOf('CQ')
    await connection.db
      .insertInto('staff')
      .values({
        id: staff.id,
        login: 'x',
        name: 'X',
        role: 'administrator',
        officeCode: 'CQ',
        passwordHash: '',
        createdAt,
        disabledAt: null,
      })
      .execute()
    const own = { staff }
    expect(await refused([['KHAC', 'Của tôi', null, null, null]], own)).toEqual([['outside-part', 2, 'KHAC']])
    expect(await refused([['MOI', 'Mới', 'KHAC', null, null]], own)).toEqual([['outside-part', 2, 'KHAC']])
    expect(await refused([['MOI', 'Mới', null, null, null]], own)).toEqual([['missing-value', 2, '']])
    expect(await refused([['CQ', 'Cơ quan của tôi', 'CQ-1', null, null]], own)).toContainEqual(['own-top', 2, 'CQ'])
    expect(await refused([['CQ-1', 'UBND phường', 'KHAC', null, null]], own)).toEqual([['outside-part', 2, 'KHAC']])
    const guided: Rows = [
      ['code', 'name', 'guidedByCode'],
      ['CQ-1', 'UBND phường', 'KHAC'],
    ]
    expect(faultsOf(await sendTable(connection, 'offices', guided, own))[0]).toMatchObject({ code: 'outside-part' })
    const ended: Rows = [
      ['code', 'name', 'validTo'],
      ['CQ', 'Cơ quan của tôi', '2026-03-09'],
    ]
    const top = faultsOf(await sendTable(connection, 'offices', ended, own))
    expect(top).toContainEqual(expect.objectContaining({ code: 'own-top', value: 'CQ' }))
    expect(
      await send(
        [
          ['CON', 'Con', 'MOI', null, null],
          ['MOI', 'Mới', 'CQ-1', null, null],
        ],
        own,
      ),
    ).toMatchObject({ ok: true })
    const clerk = { ...staff, role: 'intake' as const }
    expect(await send([['A1', 'A', 'CQ', null, null]], { staff: clerk })).toEqual({ ok: false, error: 'forbidden' })
  })
})
