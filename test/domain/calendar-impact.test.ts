import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holidays } from '../../db/seed/holidays'
import { type CalendarEntry, makeCalendar } from '../../server/domain/calendar'
import { planFile } from '../../server/domain/calendar-change'
import { checkEntries } from '../../server/domain/calendar-check'
import { dueMoves, type OpenClock } from '../../server/domain/calendar-impact'
import { defaultDeadlineRules as rules } from '../../server/domain/deadline-policy'
import { addDays } from '../../server/domain/period'

const policies = new Map([['p', { rules }]])
const today = makeCalendar(1, holidays)

function open(day: string, paused = false): OpenClock {
  const startedAt = `${day}T02:00:00.000Z`
  const pauses = paused ? [{ from: startedAt, to: null }] : []
  const clock = { startedAt, receivedAt: startedAt, pauses, extraDays: 0, superiorDueOn: null }
  return { code: `C-${day}`, officeCode: 'CQ', policyId: 'p', clock }
}

const day = fc.integer({ min: 0, max: 700 }).map((count) => addDays('2026-01-01', count))
const closure = fc.record({ from: day, length: fc.integer({ min: 0, max: 10 }) }).map(
  ({ from, length }): CalendarEntry => ({
    ...{ from, to: addDays(from, length), kind: 'closure', name: 'x', pair: null },
    ...{ confidence: 'published', source: 'x', officeCode: null },
  }),
)

describe('a change of the calendar', () => {
  it('moves nothing when nothing changes, and no deadline forward when days off are added', () => {
    fc.assert(
      fc.property(fc.array(day, { maxLength: 8 }), closure, (days, closure) => {
        const cases = days.map((day) => open(day))
        expect(
          dueMoves(
            cases,
            () => today,
            () => today,
            policies,
          ),
        ).toEqual([])
        const after = makeCalendar(2, [...holidays, closure])
        for (const move of dueMoves(
          cases,
          () => today,
          () => after,
          policies,
        )) {
          expect(move.after > move.before).toBe(true)
          expect(move.before >= closure.from).toBe(true)
        }
      }),
    )
  })

  it('moves no clock that stands', () => {
    const off: CalendarEntry = {
      ...{ from: '2026-11-25', to: '2026-11-25', kind: 'closure', name: 'x', pair: null },
      ...{ confidence: 'published', source: 'x', officeCode: null },
    }
    const after = makeCalendar(2, [...holidays, off])
    const moves = dueMoves(
      [open('2026-11-20'), open('2026-11-19', true)],
      () => today,
      () => after,
      policies,
    )
    expect(moves).toMatchObject([{ code: 'C-2026-11-20', before: '2026-12-14', after: '2026-12-15' }])
  })
})

describe('the days that are shipped', () => {
  it('fit each other', () => {
    expect(checkEntries(holidays, [])).toEqual([])
  })

  it('that come again in a file change nothing; a file of other years leaves them', () => {
    const stored = holidays.map((entry, id) => ({ ...entry, id }))
    expect(planFile(stored, holidays)).toEqual({ add: [], remove: [], kept: holidays.length })
    const other = holidays.map((entry) => ({ ...entry, from: `2031${entry.from.slice(4)}` })).slice(0, 1)
    expect(planFile(stored, other)).toMatchObject({ add: other, remove: [] })
    const only2026 = holidays.filter(({ from }) => from.startsWith('2026')).slice(1)
    expect(planFile(stored, only2026).remove).toHaveLength(1)
  })
})
