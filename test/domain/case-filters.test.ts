import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeCalendar } from '../../server/domain/calendar'
import { caseDue, compareByDue } from '../../server/domain/case-due'
import {
  type CaseTab,
  caseTabs,
  closedStates,
  currentStates,
  filterDays,
  isInTab,
  readInboxFilter,
  tabSlugs,
  writeInboxFilter,
} from '../../server/domain/case-filters'
import { caseChannels, caseKinds, caseStates, contentGroups, contentTypes } from '../../server/domain/case-words'
import { defaultDeadlineRules } from '../../server/domain/deadline-policy'

const or = <T extends string>(list: readonly T[]) => fc.constantFrom<T | ''>('', ...list)
const word = fc.string({ maxLength: 30 })

describe('the filter of the inbox', () => {
  it('stands in the address as it was read from there', () => {
    const query = fc.record({
      hop: fc.constantFrom(...Object.values(tabSlugs), 'khong-co'),
      ...{ 'co-quan': word, 'linh-vuc': word, 'thu-tuc': word, nguoi: word, q: word, tu: word, den: word },
      ...{ nhom: or(contentGroups), 'noi-dung': or(contentTypes), kenh: or(caseChannels) },
      ...{ 'trang-thai': or(caseStates), loai: or(caseKinds) },
    })
    fc.assert(
      fc.property(query, (asked) => {
        const filter = readInboxFilter(asked)
        expect(readInboxFilter(writeInboxFilter(filter))).toEqual(filter)
      }),
    )
  })

  it('takes days as people write them and names what it cannot read', () => {
    expect(filterDays({ from: '1/11/2026', to: '' })).toEqual({ from: '2026-11-01', to: null, wrong: null })
    expect(filterDays({ from: '31/02/2026', to: '' }).wrong).toBe('from')
    expect(filterDays({ from: '', to: 'mai' }).wrong).toBe('to')
    expect(filterDays({ from: '2026-11-02', to: '2026-11-01' }).wrong).toBe('order')
  })
})

const calendar = makeCalendar(0, [])
const clockFrom = (day: string) => ({
  ...{ startedAt: `${day}T02:00:00.000Z`, receivedAt: `${day}T02:00:00.000Z`, pauses: [] },
  ...{ extraDays: 0, superiorDueOn: null },
})
const days = fc.integer({ min: 0, max: 200 }).map((n) => new Date(Date.UTC(2026, 5, 1 + n)).toISOString().slice(0, 10))
const cases = fc
  .record({
    state: fc.constantFrom(...caseStates),
    kind: fc.constantFrom(...caseKinds),
    day: days,
    assigneeId: fc.constantFrom(null, 'me', 'other'),
    askedDays: fc.constantFrom(0, 5),
    code: fc.uuid(),
  })
  .map(({ day, ...rest }) => {
    const facts = { ...rest, clock: clockFrom(day), answeredAt: `${day}T02:00:00.000Z` }
    return { ...facts, sentAt: facts.clock.startedAt, ...caseDue(facts, calendar, defaultDeadlineRules, '2026-11-20') }
  })

describe('the boxes of the inbox', () => {
  it('a case is open, waits to be published or is done, and lies in the other boxes only accordingly', () => {
    expect([...currentStates, ...closedStates].sort()).toEqual([...caseStates].sort())
    fc.assert(
      fc.property(cases, (one) => {
        const boxes = caseTabs.filter((tab) => isInTab(tab, one, 'me'))
        const whole: CaseTab[] = ['open', 'awaiting-publication', 'closed']
        expect(boxes.filter((tab) => whole.includes(tab))).toHaveLength(1)
        if (boxes.includes('closed')) expect(boxes).toEqual(['closed'])
        expect(boxes.includes('soon') && boxes.includes('overdue')).toBe(false)
        if (boxes.includes('mine')) expect(one.assigneeId).toBe('me')
      }),
    )
  })

  it('the most urgent stand first: overdue, then by due date, then what has none', () => {
    fc.assert(
      fc.property(fc.array(cases, { maxLength: 20 }), (list) => {
        const sorted = [...list].sort(compareByDue)
        const dates = sorted.map(({ dueOn }) => dueOn ?? '9999')
        expect(dates).toEqual([...dates].sort())
        const overdue = sorted.map(({ due }) => due.kind === 'overdue')
        expect(overdue.lastIndexOf(true)).toBeLessThan(overdue.filter(Boolean).length)
      }),
    )
  })
})
