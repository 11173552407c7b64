import { expect, it } from 'vitest'
import type { Connection } from '../../db/connect'
import { insertStaff } from '../../db/staff'
import { fillEmpty } from '../../server/first-start'
import { randomBytesPooled } from '../../server/random'
import { describeEngines } from '../support/database'
import { insertDepartment } from '../support/department'
import { administratorOf, faultsOf, type Sending, sendTable } from '../support/imports'

const createdAt = '2026-01-01T00:00:00.000Z'
const heading = ['login', 'name', 'role', 'officeCode']
type Line = [login: string, name: string, role: string, office: string | null]

/** The administrator `goc` of everything, and `phuong` of CQ-1; both sign in. */
async function department(connection: Connection) {
  const { db } = connection
  await fillEmpty(connection, new Date(createdAt), randomBytesPooled)
  await insertDepartment(db)
  const person = { role: 'administrator', passwordHash: 'x', createdAt, disabledAt: null }
  await insertStaff(db, { ...person, id: 'goc', login: 'goc', name: 'Gốc', officeCode: null })
  await insertStaff(db, { ...person, id: 'phuong', login: 'phuong', name: 'Phường', officeCode: 'CQ-1' })
  const send = (lines: Line[], sending?: Sending) => sendTable(connection, 'staff', [heading, ...lines], sending)
  const refused = async (lines: Line[], sending?: Sending) =>
    faultsOf(await send(lines, sending)).map(({ code, line, value }) => [code, line, value])
  return { db, send, refused }
}

describeEngines('people from a spreadsheet', (engine) => {
  it('are invited when they are new and changed when they are known', async () => {
    const { db, send } = await department(await engine.open())
    const lines: Line[] = [
      ['Hoa.LT', 'Lê Thị  Hoa'.normalize('NFD'), 'cán bộ TIẾP NHẬN', 'CQ-1'],
      ['phuong', 'Phường', 'Quản trị hệ thống', 'CQ-1'],
    ]
    const first = await send(lines)
    expect(first).toMatchObject({
      ok: true,
      summary: { added: 1, same: 1 },
      invited: [{ login: 'hoa.lt', mailed: false }],
    })
    const hoa = await db.selectFrom('staff').selectAll().where('login', '=', 'hoa.lt').executeTakeFirst()
    expect(hoa).toMatchObject({ name: 'Lê Thị Hoa', role: 'intake', officeCode: 'CQ-1', passwordHash: '' })
    expect(await send(lines)).toMatchObject({ ok: true, summary: { added: 0, changed: 0, same: 2 }, invited: [] })
    const promoted = await send([['hoa.lt', 'Lê Thị Hoa', 'approver', null]])
    expect(promoted).toMatchObject({
      summary: {
        changed: 1,
        changes: [{ before: { role: 'intake', officeCode: 'CQ-1' }, after: { role: 'approver', officeCode: null } }],
      },
      invited: [],
    })
    const actions = await db
      .selectFrom('audit')
      .select('action')
      .where('subject', '=', hoa?.id ?? '')
      .orderBy('id')
      .execute()
    expect(actions.map(({ action }) => action)).toEqual(['staff.add', 'staff.invite', 'staff.change'])
  })

  it('tries everything and invites nobody on a dry run', async () => {
    const { db, send } = await department(await engine.open())
    const tried = await send([['hoa.lt', 'Hoa', 'viewer', 'CQ']], { dryRun: true })
    expect(tried).toMatchObject({ ok: true, summary: { added: 1 }, invited: [] })
    expect(await db.selectFrom('staff').select('id').execute()).toHaveLength(2)
    expect(await db.selectFrom('oneTimeLink').select('tokenHash').execute()).toEqual([])
  })

  it('are refused line by line', async () => {
    const { db, refused } = await department(await engine.open())
    const faults = await refused([
      ['lê hoa', 'Hoa', 'viewer', 'CQ'],
      ['minh.nv', 'Minh', 'giám đốc', 'CQ'],
      ['lan.tt', 'Lan', 'viewer', 'CQ-9'],
      ['lan.tt', 'Lan', 'viewer', 'CQ'],
      ['yen', '', 'viewer', 'cq'],
    ])
    expect(faults).toEqual([
      ['malformed-login', 2, 'lê hoa'],
      ['unknown-option', 3, 'giám đốc'],
      ['unknown-office', 4, 'CQ-9'],
      ['repeated-row', 5, 'lan.tt'],
      ['missing-value', 6, undefined],
      ['malformed-office', 6, 'cq'],
    ])
    expect(await db.selectFrom('staff').select('id').execute()).toHaveLength(2)
  })

  it('never lose the last administrator, nor raise the person who imports', async () => {
    const { send, refused } = await department(await engine.open())
    expect(await refused([['goc', 'Gốc', 'viewer', null]])).toEqual([['last-administrator', 2, 'goc']])
    const self = { staff: administratorOf(null, 'goc') }
    expect(await refused([['goc', 'Gốc', 'administrator', 'CQ']], self)).toEqual([['own-account', 2, 'goc']])
    expect(await send([['goc', 'Tên mới', 'administrator', null]], self)).toMatchObject({
      ok: true,
      summary: { changed: 1 },
    })
  })

  it('in one part of the tree are let in by its administrator, administrators of the part too, but nobody outside', async () => {
    const { send, refused } = await department(await engine.open())
    const own = { staff: administratorOf('CQ-1', 'phuong') }
    expect(await send([['ban', 'Bạn', 'administrator', 'CQ-1']], own)).toMatchObject({
      ok: true,
      summary: { added: 1 },
    })
    expect(await refused([['ban', 'Bạn', 'administrator', null]], own)).toEqual([['missing-part', 2, undefined]])
    expect(await refused([['phuong', 'Phường', 'administrator', null]], own)).toEqual([['own-account', 2, 'phuong']])
    expect(await refused([['goc', 'Đổi tên', 'viewer', 'CQ-1']], own)).toEqual([['outside-person', 2, 'goc']])
    expect(await refused([['moi', 'Mới', 'viewer', 'CQ']], own)).toEqual([['outside-part', 2, 'CQ']])
    expect(await refused([['moi', 'Mới', 'viewer', null]], own)).toEqual([['missing-part', 2, undefined]])
    expect(await send([['moi', 'Mới', 'viewer', 'CQ-1']], own)).toMatchObject({ ok: true, summary: { added: 1 } })
  })
})
