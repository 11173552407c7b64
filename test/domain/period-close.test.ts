import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  decideStep,
  hasEnded,
  nextSteps,
  type PeriodStanding,
  periodStandings,
  periodSteps,
  standingOf,
} from '../../server/domain/period-close'

describe('steps of a period', () => {
  it('are one readable table', () => {
    const table = periodStandings.flatMap((standing) =>
      periodSteps.map((step) => {
        const decided = decideStep(standing, step, { ended: true, reason: 'x' })
        return `${standing} + ${step} → ${decided.ok ? decided.state : decided.error}`
      }),
    )
    expect(table).toMatchInlineSnapshot(`
      [
        "open + close → closed",
        "open + approve → wrong-state",
        "open + publish → wrong-state",
        "open + reopen → wrong-state",
        "closed + close → wrong-state",
        "closed + approve → approved",
        "closed + publish → wrong-state",
        "closed + reopen → reopened",
        "approved + close → wrong-state",
        "approved + approve → wrong-state",
        "approved + publish → published",
        "approved + reopen → reopened",
        "published + close → wrong-state",
        "published + approve → wrong-state",
        "published + publish → wrong-state",
        "published + reopen → reopened",
      ]
    `)
  })

  it('refuse a period that has not ended and a reopening without reason', () => {
    expect(decideStep('open', 'close', { ended: false })).toEqual({ ok: false, error: 'not-ended' })
    expect(decideStep('published', 'reopen', { ended: true, reason: '  ' })).toEqual({ ok: false, error: 'no-reason' })
    expect(decideStep('published', 'reopen', { ended: true })).toEqual({ ok: false, error: 'no-reason' })
  })

  it('end when the last day is over', () => {
    expect(hasEnded({ to: '2026-03-31' }, '2026-03-31')).toBe(false)
    expect(hasEnded({ to: '2026-03-31' }, '2026-04-01')).toBe(true)
  })

  it('publish only what was closed and approved since it was last opened', () => {
    const step = fc.constantFrom(...periodSteps)
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let standing: PeriodStanding = 'open'
        let since: string[] = []
        for (const one of steps) {
          const decided = decideStep(standing, one, { ended: true, reason: 'x' })
          expect(nextSteps(standing, true).includes(one)).toBe(decided.ok)
          if (!decided.ok) continue
          standing = standingOf(decided.state)
          since = one === 'reopen' ? [] : [...since, one]
          if (standing === 'published') expect(since).toEqual(['close', 'approve', 'publish'])
        }
      }),
    )
  })
})
