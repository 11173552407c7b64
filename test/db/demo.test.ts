import { expect, it } from 'vitest'
import { fillDemo } from '../../server/demo/fill'
import { verify } from '../../server/ledger/verify'
import { makeReport } from '../../server/reports'
import { describeEngines } from '../support/database'

const now = new Date('2026-11-20T05:00:00Z')

describeEngines('the demonstration', (engine) => {
  it('is a department with 6 offices and 14 points, published quarters, a log that is right, and petitions in every state that people work on', async () => {
    const connection = await engine.open()
    expect(await fillDemo(connection, now, 1500)).toBe(true)
    const count = async (table: 'office' | 'point' | 'response' | 'periodSnapshot') =>
      Number(
        (
          await connection.db
            .selectFrom(table)
            .select((eb) => eb.fn.countAll().as('n'))
            .executeTakeFirstOrThrow()
        ).n,
      )
    expect([await count('office'), await count('point'), await count('response')]).toEqual([6, 14, 1500])
    expect(await count('periodSnapshot')).toBe(3)
    expect((await verify(connection)).findings).toEqual([])
    expect(await fillDemo(connection, now, 1500)).toBe(false)
    expect(await count('response')).toBe(1500)
    // Filling takes seconds, so the petitions are looked at in the same one.
    const cases = await connection.db.selectFrom('feedbackCase').select(['state', 'sentAt']).execute()
    expect(cases.length).toBeGreaterThanOrEqual(45)
    expect(cases.every(({ sentAt }) => sentAt <= now.toISOString())).toBe(true)
    const states = new Set(cases.map(({ state }) => state))
    for (const state of [
      'new',
      'awaiting-sender',
      'supplemented',
      'in-progress',
      'awaiting-approval',
      'reopened',
    ] as const)
      expect(states, state).toContain(state)
  })

  it('is the same every time, and lies where real offices lie', async () => {
    const rates = async () => {
      const connection = await engine.open()
      await fillDemo(connection, now, 500)
      const made = await makeReport({ connection, today: '2026-11-20' }, 'satisfaction', {})
      if (!made.ok) throw new Error(made.error)
      const rows = []
      for await (const row of made.report.rows) rows.push(row)
      return rows
    }
    const [first, second] = [await rates(), await rates()]
    expect(first).toEqual(second)
    const overall = Number(first.find((row) => row.kind === 'overall')?.rate)
    expect(overall).toBeGreaterThan(80)
    expect(overall).toBeLessThan(95)
  })
})
