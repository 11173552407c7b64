import { join } from 'node:path'
import { expect, it } from 'vitest'
import { connect } from '../../db/connect'
import { migrate } from '../../db/migrate'
import { findStaff, insertStaff } from '../../db/staff'
import { confirmTwoSteps, pendingSecret, takeSecondStep } from '../../server/actions/two-steps'
import { randomBytesPooled } from '../../server/random'
import { openKeys } from '../../server/store/keys'
import { hailong } from '../support/command'
import { describeEngines, temporaryFolder } from '../support/database'
import { codeAt } from '../support/totp'

const start = '2026-03-10T02:00:00Z'
const later = '2026-03-12T02:00:00Z'

describeEngines('the second step after a restore', ({ place }) => {
  it('works with the same telephone and the same recovery codes, because the backup carries the keys', async () => {
    const [from, to] = [await place(), await place()]
    const first = await connect(from)
    await migrate(first)
    const at = (instant: string) => () => new Date(instant)
    const own = { staffId: 'hoa', sessionHash: '' }
    const deps = { db: first.db, keys: await openKeys(from.dataDir), now: at(start), random: randomBytesPooled }
    const account = { role: 'administrator', officeCode: null, passwordHash: 'x', createdAt: start, disabledAt: null }
    await insertStaff(first.db, { id: own.staffId, login: 'hoa.lt', name: 'Hoa', ...account })
    const secret = (await pendingSecret(deps, own.staffId)) ?? ''
    const confirmed = await confirmTwoSteps(deps, own, codeAt(secret, start))
    await first.close()
    const file = join(await temporaryFolder(), 'copy.hailong')
    expect((await hailong(from, 'backup', file)).code).toBe(0)
    expect((await hailong(to, 'restore', file)).code).toBe(0)

    const second = await connect(to)
    const restored = { db: second.db, keys: await openKeys(to.dataDir), now: at(later), random: randomBytesPooled }
    const take = async (code: string) => {
      const staff = await findStaff(second.db, own.staffId)
      return staff ? takeSecondStep(restored, staff, code) : null
    }
    expect(await take(codeAt(secret, later))).toEqual({ ok: true, recoveryLeft: null })
    expect(await take(confirmed.ok ? (confirmed.codes[0] ?? '') : '')).toEqual({ ok: true, recoveryLeft: 9 })
    await second.close()
  })
})
