import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultScoring } from '../../db/seed/scoring'
import { decide } from '../../server/domain/case-actions'
import { type Counted, countCases, spanOf } from '../../server/domain/case-figures'
import { dossierSatisfaction, indicator8, indicatorsOf, spreadOf } from '../../server/domain/case-indicators'
import type { CaseAction } from '../../server/domain/case-moves'
import { handlingClasses, vague } from '../../server/domain/case-view'
import type { CaseEvent } from '../../server/domain/feedback-case'
import { type ScoringRule, score, scoringSchema } from '../../server/domain/scoring'
import { factsOf, momentAt, person, sender, usual } from '../support/case-facts'
import { histories, historyDeadlines } from '../support/case-histories'

type Deed = [day: number, action: CaseAction, by?: 'sender' | 'other']

/** A petition of 05/01/2026 (a Monday) with what was done on which day after it. */
function told(id: string, deeds: readonly Deed[], extension = 0) {
  let facts = factsOf({ id, code: id })
  const { code, publishChoice, sentAt, receivedAt, officeCode, channel, kind } = facts
  const data = { officeCode, channel, kind, contentGroup: 'conduct', field: 'Hộ tịch' }
  const events = [{ kind: 'open', at: sentAt, officeCode, data }] as CaseEvent[]
  for (const [days, action, by] of deeds) {
    const moment = momentAt(days, extension)
    const decided = decide(facts, action, by === 'sender' ? sender : person('approver', by ?? 'me'), moment)
    if (!decided.ok) throw new Error(`${action.deed}: ${decided.error}`)
    facts = { ...facts, ...decided.change }
    events.push(...decided.events.map((event) => ({ ...event, at: moment.now, officeCode }) as unknown as CaseEvent))
  }
  return { id, code, publishChoice, sentAt, receivedAt, events }
}

const answered = (day: number): Deed[] => [
  [day, usual.submit],
  [day, usual.answer, 'other'],
]
const january = { from: '2026-01-01', to: '2026-01-31' }
const count = (cases: ReturnType<typeof told>[], days = january): Counted[] =>
  countCases(cases, spanOf(days, '2026-06-01'), () => 'all', historyDeadlines)
const judge = (cases: ReturnType<typeof told>[], days = january) => indicatorsOf(count(cases, days), days.to)

describe('indicators of petitions', () => {
  it('a day that is due lasts until 24:00, and a period that ends on it finds it overdue', () => {
    // 15 working days after 05/01/2026, of which Saturday 10/01 is one.
    const open = told('one', [])
    const until = (to: string) => count([open], { from: '2026-01-01', to })[0]
    expect(until('2026-01-22')).toMatchObject({ dueOn: '2026-01-23', late: false })
    expect(until('2026-01-23')).toMatchObject({ late: true })
    const judged = (to: string, today: string) =>
      countCases([open], spanOf({ from: '2026-01-01', to }, today), () => '', historyDeadlines)[0]?.late
    expect([judged('2026-01-23', '2026-01-23'), judged('2026-03-31', '2026-01-24')]).toEqual([false, true])
  })

  it('an extension makes it on time for the office and leaves it late for the national measure', () => {
    const longer: Deed[] = [
      [10, usual['ask-extension']],
      [10, usual['approve-extension'], 'other'],
    ]
    const found = judge([told('one', [...longer, ...answered(23)], 5), told('two', answered(3))])
    expect([found.onTime.rate, found.onTimeNationally.rate]).toEqual([100, 50])
    expect(judge([told('one', longer, 5)], { from: '2026-01-01', to: '2026-01-27' })).toMatchObject({
      onTime: { rate: 100 },
      onTimeNationally: { rate: 0 },
    })
  })

  it('nothing has no rate and full points; ninety in a hundred is one point', () => {
    expect(judge([])).toMatchObject({ onTime: { rate: null }, satisfied: { rate: null }, indicator8: 2 })
    const of = (owed: number, late: number) =>
      indicator8({ handled: owed, inProgress: 0, handledLateNationally: late, overdueNationally: 0 })
    expect([of(0, 0), of(10, 0), of(10, 1), of(1000, 100), of(1000, 101), of(1, 1)]).toEqual([2, 2, 1, 1, 0, 0])
  })

  it('who is unsatisfied, answered late or asks again is counted once; who says nothing counts as satisfied', () => {
    const rated = (rating: 'satisfied' | 'not-satisfied'): Deed => [5, { ...usual.rate, rating }, 'sender']
    const found = judge([
      told('silent', answered(4)),
      told('glad', [...answered(4), rated('satisfied')]),
      told('cross', [...answered(4), rated('not-satisfied'), [6, usual.reopen, 'sender']]),
    ])
    expect(found.satisfied).toEqual({ part: 2, of: 3, rate: 66.67 })
    expect(found.ratings).toEqual({ satisfied: 1, acceptable: 0, notSatisfied: 1, none: 1 })
  })

  it('days of waiting for the sender are not handling; the first deed that the sender sees is the response', () => {
    const asked: Deed[] = [
      [2, usual['ask-sender']],
      [10, usual.supplement, 'sender'],
    ]
    const [one] = count([told('one', [...asked, ...answered(11)])])
    // 06/01–16/01 has 10 working days; 08, 09, 10 (swapped), 12, 13 and 14 lie between asking and the reply.
    expect(one?.days).toEqual({ handling: 4, response: 2, publishing: null })
  })

  it('any official place counts as published, until it is taken away from the own page', () => {
    const place: Deed = [6, { ...usual.place, place: 'notice-board', publishedOn: '2026-01-10' }]
    const found = (deeds: Deed[]) => judge([told('one', [...answered(4), ...deeds])])
    expect(found([]).published.rate).toBe(0)
    expect(found([]).publishedOnTime).toEqual({ part: 0, of: 1, rate: 0 })
    expect(found([place])).toMatchObject({ published: { rate: 100 }, publishedOnTime: { rate: 100 } })
    expect(
      found([
        [5, usual.publish],
        [7, usual.unpublish],
      ]).published.rate,
    ).toBe(0)
    expect(found([place, [7, usual.publish], [8, usual.unpublish]]).published.rate).toBe(100)
  })

  it('median and nearest rank', () => {
    expect(spreadOf([])).toEqual({ n: 0, median: null, p90: null })
    expect(spreadOf([3, null, 1])).toEqual({ n: 2, median: 2, p90: 3 })
    expect(spreadOf([10, 9, 8, 7, 6, 5, 4, 3, 2, 1])).toEqual({ n: 10, median: 5.5, p90: 9 })
    expect(handlingClasses([0, 2, 3, 15, 16, null]).map(({ count }) => count)).toEqual([2, 1, 0, 1, 1])
  })

  it('dossiers lose what is overdue and what is disliked, never below nothing', () => {
    expect(dossierSatisfaction({ all: 0, overdue: 0, disliked: 0 }).rate).toBeNull()
    expect(dossierSatisfaction({ all: 1000, overdue: 20, disliked: 5 })).toEqual({ part: 975, of: 1000, rate: 97.5 })
    expect(dossierSatisfaction({ all: 10, overdue: 8, disliked: 8 }).rate).toBe(0)
  })

  it('a number of restricted cases is vague for others: no two pages differ by one', () => {
    expect([0, 4].map(vague)).toEqual([{ kind: 'few' }, { kind: 'few' }])
    expect([5, 7, 8, 12].map(vague)).toEqual([5, 5, 10, 10].map((count) => ({ kind: 'about', count })))
  })

  it('every share lies between nothing and all, whatever happened', () => {
    fc.assert(
      fc.property(histories, fc.boolean(), (all, early) => {
        const days = { from: '2026-01-01', to: early ? '2026-03-31' : '2026-12-31' }
        const counted = countCases(all, spanOf(days, '2027-01-01'), () => 'all', historyDeadlines)
        const { handled, answered, onTime, onTimeNationally, satisfied, published, publishedOnTime } = indicatorsOf(
          counted,
          '2027-01-01',
        )
        for (const { part, of, rate } of [
          handled,
          answered,
          onTime,
          onTimeNationally,
          satisfied,
          published,
          publishedOnTime,
        ]) {
          expect(part).toBeGreaterThanOrEqual(0)
          expect(part).toBeLessThanOrEqual(of)
          expect(rate === null).toBe(of === 0)
        }
        expect(onTimeNationally.part).toBeLessThanOrEqual(onTime.part)
        for (const { days } of counted) expect(days.handling ?? 0).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 300 },
    )
  })
})

describe('tables of points', () => {
  const linear: ScoringRule = { metric: 'satisfied', form: 'linear', whenNone: 4, full: 9000, maximum: 4, source: '' }
  const step: ScoringRule = {
    ...{ metric: 'on-time', form: 'step', whenNone: 2, source: '' },
    steps: [
      { from: 9000, points: 1 },
      { from: 10_000, points: 2 },
    ],
  }

  it('full from its threshold, below it in proportion; nothing at all gives what the table says', () => {
    const at = (part: number, of: number) => score(linear, { part, of })
    expect([at(9, 10), at(10, 10), at(72, 100), at(1, 3), at(0, 10), at(0, 0)]).toEqual([4, 4, 3.2, 1.48, 0, 4])
  })

  it('a threshold is reached exactly, not by rounding', () => {
    const at = (part: number, of: number) => score(step, { part, of })
    expect([at(1, 1), at(99_999, 100_000), at(9, 10), at(89_999, 100_000), at(0, 0)]).toEqual([2, 1, 1, 0, 2])
  })

  it('never more than the maximum and never fewer points for a better share', () => {
    const share = fc.tuple(fc.nat(500), fc.nat(500), fc.nat(500)).map((all) => all.sort((a, b) => a - b))
    fc.assert(
      fc.property(share, fc.constantFrom(linear, step), ([less = 0, more = 0, of = 0], rule) => {
        if (of === 0) return
        const [a, b] = [score(rule, { part: less, of }), score(rule, { part: more, of })]
        expect(a).toBeLessThanOrEqual(b)
        expect(b).toBeLessThanOrEqual(rule.form === 'linear' ? rule.maximum : 2)
      }),
    )
  })

  it('what is shipped is a valid table', () => {
    expect(scoringSchema.parse(defaultScoring)).toEqual(defaultScoring)
  })
})
