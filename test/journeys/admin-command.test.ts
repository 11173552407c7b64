import { expect, it } from 'vitest'
import { listAudit } from '../../db/audit'
import { connect } from '../../db/connect'
import { countRecoveryCodes, replaceRecoveryCodes } from '../../db/recovery-codes'
import { findStaff, insertStaff, updateStaff } from '../../db/staff'
import { findInvited } from '../../server/actions/invitations'
import { isSetupLinkOpen } from '../../server/actions/setup-link'
import { hailong } from '../support/command'
import { describeEngines } from '../support/database'

describeEngines('hailong admin', ({ place }) => {
  it('prints a one-time link alone on stdout; the link before it stops working', async () => {
    const where = await place()
    const first = await hailong(where, 'admin', 'create')
    const second = await hailong(where, 'admin', 'create')
    expect([first.code, second.code]).toEqual([0, 0])
    const [before, after] = [first, second].map(
      ({ out }) => /^https:\/\/hailong\.test\/can-bo\/thiet-lap\/([\w-]{22})\n$/.exec(out.toString())?.[1] ?? '',
    )
    const { db, close } = await connect(where)
    expect(await isSetupLinkOpen(db, new Date(), before ?? '')).toBe(false)
    expect(await isSetupLinkOpen(db, new Date(), after ?? '')).toBe(true)
    await close()
  })

  it('resets password and second step of somebody who cannot get in, and writes it down', async () => {
    const where = await place()
    const unknown = await hailong(where, 'admin', 'reset', 'khong.co')
    expect([unknown.code, unknown.out.length]).toEqual([1, 0])
    expect(unknown.said).toContain('khong.co')
    const { db, close } = await connect(where)
    const person = { id: 'p', login: 'hoa.lt', name: 'Hoa', role: 'administrator', officeCode: null, disabledAt: null }
    const account = { passwordHash: 'x', createdAt: '2026-01-01T00:00:00Z', totpSecret: 'sealed', totpAt: 'x' }
    await insertStaff(db, { ...person, ...account })
    await replaceRecoveryCodes(db, 'p', ['a', 'b'])
    const reset = await hailong(where, 'admin', 'reset', 'Hoa.LT')
    expect(reset.code).toBe(0)
    const token = /^https:\/\/hailong\.test\/can-bo\/loi-moi\/([\w-]{22})\n$/.exec(reset.out.toString())?.[1] ?? ''
    expect((await findInvited(db, new Date(), token))?.login).toBe('hoa.lt')
    expect(await findStaff(db, 'p')).toMatchObject({ passwordHash: '', totpSecret: null, totpAt: null })
    expect(await countRecoveryCodes(db, 'p')).toBe(0)
    const written = (await listAudit(db, { limit: 5 })).map(({ action, staffId }) => [action, staffId])
    expect(written).toEqual([
      ['staff.invite', null],
      ['staff.reset', null],
      ['staff.two-step-off', null],
    ])
    await updateStaff(db, 'p', { disabledAt: 'x' })
    expect((await hailong(where, 'admin', 'reset', 'hoa.lt')).code).toBe(1)
    await close()
  })

  it('says how it is used', async () => {
    const ran = await hailong(await place(), 'admin', 'delete')
    expect(ran.code).toBe(1)
    expect(ran.out.length).toBe(0)
    expect(ran.said).toContain('admin create')
  })
})
