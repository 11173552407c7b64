import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decide, maySee, possibleDeeds } from '../../server/domain/case-actions'
import { deedFields, formDeeds } from '../../server/domain/case-deed-fields'
import { readDeed } from '../../server/domain/case-deed-forms'
import { type CaseDeed, caseDeeds } from '../../server/domain/case-deeds'
import type { CaseAction } from '../../server/domain/case-moves'
import { isPublishable } from '../../server/domain/case-public'
import { caseKinds, isOpen, refusalGrounds } from '../../server/domain/case-words'
import type { CaseFacts } from '../../server/domain/feedback-case'
import { factsOf, momentAt, person, sender, usual } from '../support/case-facts'

/** `pick`: which of the deeds that are possible for this person. */
type Step = { pick: number; who: 'sender' | 'a' | 'b' | 'c'; days: number; kind: number; files: number; on: boolean }
const steps = fc.array(
  fc.record<Step>({
    pick: fc.nat(999),
    who: fc.constantFrom('sender', 'a', 'b', 'c'),
    days: fc.integer({ min: 0, max: 9 }),
    kind: fc.nat(caseKinds.length - 1),
    files: fc.nat(2),
    on: fc.boolean(),
  }),
  { minLength: 1, maxLength: 60 },
)
const actors = { sender, a: person('approver', 'a'), b: person('intake', 'b'), c: person('handler', 'c') }

function actionOf(deed: CaseDeed, { kind, on, files, days }: Step): CaseAction {
  if (deed === 'classify') return { ...usual.classify, kind: caseKinds[kind] ?? 'pakn' }
  if (deed === 'restrict') return { ...usual.restrict, restricted: on }
  if (deed === 'refuse') return { ...usual.refuse, ground: refusalGrounds[kind] ?? 'unclear', door: 'Nơi khác' }
  if (deed === 'assign') return { ...usual.assign, assigneeId: on ? 'c' : null }
  if (deed === 'supplement') return { ...usual.supplement, files }
  if (deed === 'ask-extension') return { ...usual['ask-extension'], days }
  return usual[deed]
}

type Run = { before: CaseFacts; after: CaseFacts; deed: CaseDeed; who: Step['who']; kinds: string[]; now: string }

/** Plays deeds one after the other; those that are refused change nothing. */
function play(list: readonly Step[]): Run[] {
  let [facts, days] = [factsOf(), 0]
  return list.flatMap((step) => {
    days += step.days
    const moment = momentAt(days, 5)
    const possible = possibleDeeds(facts, actors[step.who], caseDeeds)
    const deed = possible[step.pick % possible.length]
    if (!deed) return []
    const decided = decide(facts, actionOf(deed, step), actors[step.who], moment)
    if (!decided.ok) return []
    const before = facts
    facts = { ...facts, ...decided.change }
    return [
      { before, after: facts, deed, who: step.who, kinds: decided.events.map(({ kind }) => kind), now: moment.now },
    ]
  })
}

describe('whatever is done, one after the other', () => {
  const always = (check: (runs: Run[]) => void) =>
    fc.assert(
      fc.property(steps, (list) => void check(play(list))),
      { numRuns: 400 },
    )

  it('a case is reopened once at most', () => {
    always((runs) => expect(runs.filter(({ deed }) => deed === 'reopen').length).toBeLessThan(2))
  })

  it('what is restricted is never published, and becomes open only by somebody who is entrusted with it', () => {
    always((runs) => {
      for (const { before, after, deed, who } of runs) {
        if (after.restricted) expect(isPublishable(after)).toBe(false)
        if (after.restricted) expect(['published', 'awaiting-publication']).not.toContain(after.state)
        if (['complaint', 'denunciation', 'child'].includes(after.kind)) expect(after.restricted).toBe(true)
        if (before.restricted && !after.restricted) expect([deed, who]).toEqual(['restrict', 'a'])
        if (deed === 'publish') expect([after.kind, after.publishChoice]).toEqual(['pakn', 'without-name'])
      }
    })
  })

  it('an answer is approved by somebody else than whoever gave it', () => {
    always((runs) => {
      for (const { before, deed, who } of runs)
        if (deed === 'answer') {
          expect(before.submittedBy).not.toBeNull()
          expect(before.submittedBy).not.toBe(who)
        }
    })
  })

  it('what an answer is owed for has an honest clock', () => {
    always((runs) => {
      for (const { after, now } of runs) {
        const { startedAt, receivedAt, pauses, extraDays } = after.clock
        for (const { from, to } of pauses) expect(from <= (to ?? now)).toBe(true)
        const open = pauses.filter(({ to }) => to === null)
        expect(open.length).toBe(after.state === 'awaiting-sender' ? 1 : 0)
        for (const [i, { from }] of pauses.slice(1).entries()) expect((pauses[i]?.to ?? '') <= from).toBe(true)
        expect([startedAt, receivedAt].every((at) => at >= factsOf().sentAt && at <= now)).toBe(true)
        expect(extraDays).toBeGreaterThanOrEqual(0)
        expect(extraDays).toBeLessThanOrEqual(5)
        expect(after.askedDays + extraDays).toBeLessThanOrEqual(5)
      }
    })
  })

  it('what is over stays over, unless it is corrected or looked at again', () => {
    always((runs) => {
      for (const { before, after, deed } of runs)
        if (!isOpen(before.state) && isOpen(after.state)) expect(['correct', 'reopen']).toContain(deed)
      for (const { before, deed } of runs)
        if (['merged', 'split', 'withdrawn'].includes(before.state)) expect(['note', 'restrict']).toContain(deed)
    })
  })

  it('each deed leaves an event of its own name, and nobody sees more than before without a word', () => {
    always((runs) => {
      for (const { before, after, deed, kinds } of runs) {
        expect(kinds).toContain(deed)
        const seen = (facts: CaseFacts) => maySee(facts, actors.b)
        // Whoever is entrusted may also call it urgent, which whoever receives sees.
        const opening = ['restrict', 'assign', ...(after.kind === 'urgent' ? ['classify'] : [])]
        if (!seen(before) && seen(after)) expect(opening).toContain(deed)
      }
    })
  })
})

describe('a form of a deed', () => {
  const typed = fc.oneof(
    fc.string(),
    fc.constantFrom('', '2026-02-31', '14/9/2026', 'pakn', 'conduct', '⟨nơi nhận⟩', '999'),
  )
  const context = { assignees: ['handler'], office: 'CQ-1', hasProcedure: true }

  it('is read whatever stands in it; what is needed and empty is named, gaps never reach the sender', () => {
    fc.assert(
      fc.property(fc.constantFrom(...formDeeds), fc.array(typed, { minLength: 8, maxLength: 8 }), (deed, texts) => {
        const values = Object.fromEntries(deedFields[deed].map(({ name }, i) => [name, [texts[i] ?? '']]))
        const read = readDeed(deed, values, context)
        const empty = deedFields[deed].filter(({ name, needed }) => needed && (values[name]?.[0] ?? '').trim() === '')
        if (empty.length > 0) expect(read.ok).toBe(false)
        if (read.ok) expect(read.action.deed).toBe(deed)
        if (read.ok && 'told' in read.action) expect(read.action.told).not.toMatch(/⟨.+⟩/)
        if (!read.ok) expect(read.faults.length).toBeGreaterThan(0)
      }),
    )
  })
})
