import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holidays as announced } from '../../db/seed/holidays'
import { makeCalendar, type Pause, workingDaysBetween } from '../../server/domain/calendar'
import { defaultDeadlineRules as rules } from '../../server/domain/deadline-policy'
import {
  answerDueOn,
  type ClockFacts,
  clockDueOn,
  dueState,
  explainDue,
  publishDueOn,
} from '../../server/domain/deadlines'

const calendar = makeCalendar(4, announced)
const hour = 3_600_000
const start = Date.parse('2024-01-01T00:00:00Z')
const iso = (time: number) => new Date(time).toISOString()

const clockAt = (startedAt: string, more: Partial<ClockFacts> = {}): ClockFacts => ({
  ...{ startedAt, receivedAt: startedAt, pauses: [], extraDays: 0, superiorDueOn: null },
  ...more,
})
const dueOn = (clock: ClockFacts) => answerDueOn(calendar, rules, clock)

/** A clock that starts somewhere in 2024–2026 and some pauses after that, in hours. */
const pausedClock = fc
  .record({
    at: fc.integer({ min: 0, max: 24 * 900 }),
    spans: fc.array(fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 400 })), { maxLength: 4 }),
  })
  .map(({ at, spans }) => {
    const begin = start + at * hour
    const pauses = spans.map(
      ([wait, length]): Pause => ({
        from: iso(begin + wait * hour),
        to: iso(begin + (wait + length) * hour),
      }),
    )
    return clockAt(iso(begin), { pauses })
  })

describe('deadlines', () => {
  it('run from sending, forwarding from receipt, publishing from approval', () => {
    const clock = clockAt('2026-02-13T09:20:00Z', { receivedAt: '2026-02-23T01:00:00Z' })
    expect(clockDueOn(calendar, rules, clock, 'classify')).toBe('2026-02-24')
    expect(clockDueOn(calendar, rules, clock, 'askMore')).toBe('2026-02-27')
    expect(clockDueOn(calendar, rules, clock, 'forward')).toBe('2026-03-02')
    expect(clockDueOn(calendar, rules, clock, 'answer')).toBe('2026-03-13')
    expect(publishDueOn(calendar, rules, '2026-03-12T16:59:00Z')).toBe('2026-03-16')
    expect(publishDueOn(calendar, rules, '2026-03-12T17:00:00Z')).toBe('2026-03-17')
  })

  it('a day begins and ends at midnight in Viet Nam', () => {
    expect(dueOn(clockAt('2026-11-19T16:59:59Z'))).toBe('2026-12-11')
    expect(dueOn(clockAt('2026-11-19T17:00:00Z'))).toBe('2026-12-14')
  })

  it('an extension adds working days, a superior may only shorten', () => {
    const sent = '2026-11-20T02:00:00Z'
    expect(dueOn(clockAt(sent, { extraDays: 5 }))).toBe('2026-12-21')
    expect(dueOn(clockAt(sent, { superiorDueOn: '2026-12-01' }))).toBe('2026-12-01')
    expect(dueOn(clockAt(sent, { superiorDueOn: '2026-11-28' }))).toBe('2026-11-30')
    expect(dueOn(clockAt(sent, { superiorDueOn: '2027-01-04' }))).toBe('2026-12-14')
    expect(explainDue(calendar, rules, clockAt(sent, { superiorDueOn: '2026-12-01' }))).toMatchObject({
      ...{ dueOn: '2026-12-01', bySuperior: true, count: 15 },
    })
  })

  it('waiting for the sender stops the clock, but not the day that a superior has set', () => {
    const pauses = [{ from: '2026-11-23T02:00:00Z', to: null }]
    const clock = clockAt('2026-11-20T02:00:00Z', { pauses })
    expect(dueOn(clock)).toBeNull()
    expect(explainDue(calendar, rules, clock)).toMatchObject({ dueOn: null, days: [{}, {}, { day: '2026-11-23' }] })
    expect(dueOn({ ...clock, superiorDueOn: '2026-12-01' })).toBe('2026-12-01')
  })

  it('a clock that goes on leaves out the working days that lie wholly in the pause', () => {
    const pauses = [{ from: '2026-11-23T02:00:00Z', to: '2026-11-27T02:00:00Z' }]
    const clock = clockAt('2026-11-20T02:00:00Z', { pauses })
    expect(dueOn(clock)).toBe('2026-12-16')
    const reasons = explainDue(calendar, rules, clock).days.map(({ reason }) => reason)
    expect(reasons.slice(0, 8)).toEqual([
      ...['weekend', 'weekend', 'weekday', 'holiday', 'paused', 'paused', 'weekday', 'weekend'],
    ])
  })

  it('where receipts after 15:00 count as the next working day, so do those of a day off', () => {
    const late = { ...rules, afterHour: 15 }
    const at = (instant: string) => answerDueOn(calendar, late, clockAt(instant))
    expect(at('2026-11-20T07:59:00Z')).toBe('2026-12-14')
    expect(at('2026-11-20T08:00:00Z')).toBe('2026-12-15')
    expect(at('2026-11-21T01:00:00Z')).toBe('2026-12-15')
    fc.assert(
      fc.property(fc.nat(24 * 800), fc.nat(24 * 30), (hours, more) => {
        const early = at(iso(start + hours * hour)) ?? ''
        expect(early <= (at(iso(start + (hours + more) * hour)) ?? '')).toBe(true)
      }),
    )
  })

  it('a deadline is left, today or overdue; also on a day off after it', () => {
    const state = (today: string) => dueState(calendar, '2026-11-20', today)
    expect(state('2026-11-18')).toEqual({ kind: 'left', days: 2 })
    expect(state('2026-11-20')).toEqual({ kind: 'today' })
    expect(state('2026-11-21')).toEqual({ kind: 'overdue', days: 1 })
    expect(state('2026-11-25')).toEqual({ kind: 'overdue', days: 2 })
    expect(dueState(calendar, null, '2026-11-25')).toEqual({ kind: 'paused' })
  })
})

describe('pauses', () => {
  const unpaused = (clock: ClockFacts) => ({ ...clock, pauses: [] })

  it('never make a deadline earlier, and later by as many working days as they take out', () => {
    fc.assert(
      fc.property(pausedClock, (clock) => {
        const due = dueOn(clock) ?? ''
        const plain = dueOn(unpaused(clock)) ?? ''
        expect(due >= plain).toBe(true)
        const { days } = explainDue(calendar, rules, clock)
        expect(days.at(-1)).toMatchObject({ day: due, ordinal: rules.answer })
        const paused = days.filter(({ reason }) => reason === 'paused').length
        expect(workingDaysBetween(calendar, plain, due)).toBe(paused)
      }),
    )
  })

  it('of no time change nothing, and a pause that is cut in two is one', () => {
    fc.assert(
      fc.property(pausedClock, fc.nat(2000), fc.nat(500), fc.nat(500), (clock, wait, first, second) => {
        const [a, b, c] = [wait, wait + first, wait + first + second].map((hours) =>
          iso(Date.parse(clock.startedAt) + hours * hour),
        ) as [string, string, string]
        const withPauses = (...more: Pause[]) => dueOn({ ...clock, pauses: [...clock.pauses, ...more] })
        expect(withPauses({ from: a, to: a })).toBe(dueOn(clock))
        expect(withPauses({ from: a, to: b }, { from: b, to: c })).toBe(withPauses({ from: a, to: c }))
        expect(withPauses({ from: b, to: c }, { from: a, to: b })).toBe(withPauses({ from: a, to: c }))
      }),
    )
  })

  it('wholly on days off change nothing', () => {
    const clock = clockAt('2026-02-10T02:00:00Z')
    for (const pause of [
      { from: '2026-02-14T00:00:00Z', to: '2026-02-22T10:00:00Z' },
      { from: '2026-02-20T20:00:00Z', to: '2026-02-22T02:00:00Z' },
    ])
      expect(dueOn({ ...clock, pauses: [pause] })).toBe(dueOn(clock))
  })

  it('that ended before the clock began again change nothing', () => {
    const clock = clockAt('2026-11-20T02:00:00Z')
    const pauses = [{ from: '2026-11-02T02:00:00Z', to: '2026-11-20T02:00:00Z' }]
    expect(dueOn({ ...clock, pauses })).toBe(dueOn(clock))
  })
})
