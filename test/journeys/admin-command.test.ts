import { expect, it } from 'vitest'
import { connect } from '../../db/connect'
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

  it('says how it is used', async () => {
    const ran = await hailong(await place(), 'admin', 'delete')
    expect(ran.code).toBe(1)
    expect(ran.out.length).toBe(0)
    expect(ran.said).toContain('admin create')
  })
})
