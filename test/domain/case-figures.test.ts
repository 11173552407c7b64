import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clockAt } from '../../server/domain/case-clock'
import { type Counted, countCases, type FiguredCase, spanOf } from '../../server/domain/case-figures'
import { type CaseCounts, countColumns, isBalanced } from '../../server/domain/case-identity'
import type { ScopeOf } from '../../server/domain/case-stints'
import { addDays } from '../../server/domain/period'
import { type History, histories, historyDeadlines, historyOffices } from '../support/case-histories'

const today = '2027-06-30'
const day = fc.integer({ min: -10, max: 400 }).map((days) => addDays('2026-01-01', days))
/** Three days in their order. */
const days = fc.tuple(day, day, day).map((all) => all.sort())
const scopes: Record<string, readonly string[]> = {
  all: historyOffices,
  tree: ['A', 'A1', 'A2'],
  one: ['A1'],
  far: ['B'],
}
const scope = fc.constantFrom(...Object.keys(scopes))

const within =
  (name: string): ScopeOf =>
  (office) =>
    scopes[name]?.includes(office) ? name : null
const each =
  (name: string): ScopeOf =>
  (office) =>
    scopes[name]?.includes(office) ? office : null
const count = (cases: readonly FiguredCase[], from: string, to: string, scopeOf: ScopeOf) =>
  countCases(cases, spanOf({ from, to }, today), scopeOf, historyDeadlines)
const columns = (counted: readonly Counted[]) => countColumns(counted)
const flows = ['new', 'again', 'handled', 'refused', 'forwarded', 'returned', 'withdrawn', 'merged', 'split'] as const
const pick = (counts: CaseCounts, keys: readonly (keyof CaseCounts)[]) => keys.map((key) => counts[key])
const sum = (all: readonly CaseCounts[], key: keyof CaseCounts) => all.reduce((total, one) => total + one[key], 0)
const moves = (all: readonly History[]) =>
  all.flatMap(({ events }) => events).filter(({ kind }) => kind === 'forward' || kind === 'return')

describe('figures from what happened', () => {
  it('the clock of any moment is the one that was stored then', () => {
    fc.assert(
      fc.property(histories, (all) => {
        for (const one of all)
          for (const { at, clock } of one.clocks) {
            const next = new Date(Date.parse(at) + 1).toISOString()
            expect(clockAt(one, next, historyDeadlines.rulesFor).clock).toEqual(clock)
          }
      }),
      { numRuns: 300 },
    )
  })

  it('what came in is what went out and what is left, in any period, scope and part of a table', () => {
    fc.assert(
      fc.property(histories, days, scope, (all, [from = '', , to = ''], name) => {
        const counted = count(all, from, to, within(name))
        expect(isBalanced(columns(counted))).toBe(true)
        for (const group of ['pakn', 'question', 'complaint'])
          expect(isBalanced(columns(counted.filter(({ facts }) => facts.kind === group)))).toBe(true)
        for (const one of count(all, from, to, each(name))) expect(isBalanced(columns([one]))).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('quarters add to the year: what flows is the sum, what is left over is carried into the next', () => {
    fc.assert(
      fc.property(histories, days, scope, (all, [from = '', middle = '', to = ''], name) => {
        const first = columns(count(all, from, middle, within(name)))
        const second = columns(count(all, addDays(middle, 1), addDays(to, 1), within(name)))
        const whole = columns(count(all, from, addDays(to, 1), within(name)))
        for (const key of [...flows, 'handledLate', 'handledLateNationally'] as const)
          expect(first[key] + second[key]).toBe(whole[key])
        expect(second.carried).toBe(first.inProgress)
        expect(pick(whole, ['carried'])).toEqual(pick(first, ['carried']))
        expect(pick(whole, ['inProgress', 'overdue'])).toEqual(pick(second, ['inProgress', 'overdue']))
      }),
      { numRuns: 500 },
    )
  })

  it('offices add to the whole but for transfers among them, which each counts as leaving and coming', () => {
    fc.assert(
      fc.property(histories, days, fc.constantFrom('all', 'tree'), (all, [from = '', , to = ''], name) => {
        const whole = columns(count(all, from, to, within(name)))
        const offices = (scopes[name] ?? []).map((office) =>
          columns(count(all, from, to, (code) => (code === office ? office : null))),
        )
        const grouped = count(all, from, to, each(name))
        expect(columns(grouped).total).toBe(sum(offices, 'total'))
        for (const key of [
          'carried',
          'inProgress',
          'overdue',
          'handled',
          'refused',
          'withdrawn',
          'merged',
          'split',
        ] as const)
          expect(sum(offices, key)).toBe(whole[key])
        const { from: start, until } = spanOf({ from, to }, today)
        const inside = moves(all).filter(({ at, officeCode, data }) => {
          const both = within(name)(officeCode) !== null && within(name)((data as { to: string }).to) !== null
          return both && at >= start && at < until
        }).length
        const came = sum(offices, 'new') + sum(offices, 'again')
        const left = sum(offices, 'forwarded') + sum(offices, 'returned')
        expect([came - inside, left - inside]).toEqual([whole.new + whole.again, whole.forwarded + whole.returned])
      }),
      { numRuns: 500 },
    )
  })

  it('what happens after a period changes nothing in it', () => {
    fc.assert(
      fc.property(histories, days, scope, (all, [from = '', , to = ''], name) => {
        const { until } = spanOf({ from, to }, today)
        const then = all.map((one) => ({ ...one, events: one.events.filter(({ at }, i) => i === 0 || at < until) }))
        expect(columns(count(then, from, to, within(name)))).toEqual(columns(count(all, from, to, within(name))))
      }),
      { numRuns: 300 },
    )
  })
})
