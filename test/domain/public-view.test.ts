import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CaseActor, decide } from '../../server/domain/case-actions'
import { type CaseDeed, caseDeeds, neededFor } from '../../server/domain/case-deeds'
import type { CaseAction } from '../../server/domain/case-moves'
import { isOpen } from '../../server/domain/case-words'
import type { CaseEvent, CaseFacts } from '../../server/domain/feedback-case'
import { type Followed, isForSender, publicView } from '../../server/domain/public-view'
import { withoutIdentity } from '../../server/domain/shared-answer'
import { factsOf, momentAt, sender, usual } from '../support/case-facts'

/** What no sender may read; it stands wherever the staff writes for itself. */
const secret = 'NỘI BỘ'
const staff: CaseActor = { by: 'staff', id: secret, may: () => true }
const approver: CaseActor = { by: 'staff', id: `${secret} 2`, may: () => true }

const inside: Partial<{ [D in CaseDeed]: Partial<Extract<CaseAction, { deed: D }>> }> = {
  assign: { assigneeId: secret, department: secret, note: secret },
  restrict: { reason: secret },
  forward: { reason: secret },
  'forward-outside': { reason: secret, address: secret },
  return: { reason: secret },
  'return-outside': { reason: secret },
  start: { note: secret },
  'set-superior': { office: secret, document: secret },
  explain: { office: secret, text: secret },
  note: { text: secret },
  'ask-extension': { ground: secret },
  'refuse-extension': { reason: secret },
  'send-back': { reason: secret },
  correct: { reason: secret },
}
const actionOf = (deed: CaseDeed) => ({ ...usual[deed], ...inside[deed] }) as CaseAction
const actorOf = (deed: CaseDeed): CaseActor =>
  neededFor[deed] === 'sender' ? sender : neededFor[deed] === 'cases.approve' ? approver : staff

const written = { title: 'Đòi thêm giấy', content: 'Nội dung', place: '', wish: '' }
const names = new Map([
  ['CQ', 'Cơ quan'],
  ['CQ-1', 'UBND phường'],
])
const answers = [
  { no: 1, text: 'Đã nhắc quầy 3.', sentAt: '2026-01-06T02:00:00.000Z' },
  { no: 2, text: secret, sentAt: null },
]

/** A case after some deeds, each a day after the other; those that are refused change nothing. */
function walked(deeds: readonly CaseDeed[]): Followed {
  const first = {
    no: 1,
    kind: 'open',
    at: momentAt(0).now,
    by: null,
    state: 'new',
    officeCode: 'CQ',
    told: '',
  } as const
  const events: CaseEvent[] = [{ ...first, data: { officeCode: 'CQ', channel: 'web', kind: 'pakn' } }]
  let facts: CaseFacts = factsOf()
  deeds.forEach((deed, i) => {
    const actor = actorOf(deed)
    const moment = momentAt(i, 5)
    const decided = decide(facts, actionOf(deed), actor, moment)
    if (!decided.ok) return
    facts = { ...facts, ...decided.change }
    for (const event of decided.events) {
      const by = actor.by === 'staff' ? actor.id : null
      const common = { no: events.length + 1, at: moment.now, by, state: facts.state, officeCode: facts.officeCode }
      events.push({ told: '', ...event, ...common } as CaseEvent)
    }
  })
  const moment = momentAt(deeds.length, 5)
  return { facts: { ...facts, ...written }, events, answers, moment, names, target: null, parts: [] }
}

const walks = fc.array(fc.constantFrom(...caseDeeds), { maxLength: 25 })

describe('what a sender sees', () => {
  it('is nothing that the staff wrote for itself, and nobody’s name, whatever was done', () => {
    fc.assert(
      fc.property(walks, (deeds) => {
        const { due, ...view } = publicView(walked(deeds))
        expect(JSON.stringify(view)).not.toContain(secret)
        expect(JSON.stringify(due?.explanation.days ?? [])).not.toContain(secret)
      }),
      { numRuns: 500 },
    )
  })

  it('offers what can be done and nothing else', () => {
    fc.assert(
      fc.property(walks, (deeds) => {
        const followed = walked(deeds)
        const { facts, moment } = followed
        const view = publicView(followed)
        const can = (deed: CaseDeed) => decide(facts, actionOf(deed), sender, moment).ok
        expect(view.mayWithdraw).toBe(can('withdraw'))
        expect(view.mayRate).toBe(can('rate'))
        expect(view.reopenUntil !== null).toBe(can('reopen'))
        expect(view.asked !== null).toBe(can('supplement'))
        expect(view.due !== null).toBe(isOpen(facts.state))
        expect(view.now !== null).toBe(isOpen(facts.state))
      }),
      { numRuns: 500 },
    )
  })

  it('is of the case it was merged into the progress and the answer alone', () => {
    fc.assert(
      fc.property(walks, walks, (own, other) => {
        const merged = walked([...own, 'merge'])
        const target = { ...walked(other), identity: null }
        const view = publicView({
          ...merged,
          target: {
            ...target,
            facts: { ...target.facts, title: secret, content: secret, place: secret, wish: secret },
          },
        })
        expect(JSON.stringify({ ...view, due: null })).not.toContain(secret)
        const kinds = new Set(view.done.slice(merged.events.length).map(({ kind }) => kind))
        for (const kind of ['asked', 'supplemented', 'rated', 'reopened', 'withdrawn'] as const)
          expect(kinds.has(kind)).toBe(false)
      }),
    )
  })

  it('does not say that this sender is waited for when that of the other case is', () => {
    const view = publicView({ ...walked(['merge']), target: { ...walked(['ask-sender']), identity: null } })
    expect([view.asked, view.now?.kind, view.due?.on]).toEqual([null, 'working', null])
  })

  it('promises no day for a suggestion', () => {
    const followed = walked([])
    const view = publicView({ ...followed, facts: { ...followed.facts, kind: 'suggestion' } })
    expect([view.due, view.coming]).toEqual([null, []])
  })

  it('does not show a place of publication that was entered wrongly', () => {
    const followed = walked(['classify', 'submit', 'answer', 'place'])
    const placed = followed.events.at(-1)
    if (placed?.kind !== 'place') throw new Error('not placed')
    expect(publicView(followed).done.map(({ kind }) => kind)).toContain('placed')
    const back: CaseEvent = { ...placed, no: placed.no + 1, kind: 'unplace', data: { ...placed.data, left: null } }
    const view = publicView({ ...followed, events: [...followed.events, back] })
    expect(view.done.map(({ kind }) => kind)).not.toContain('placed')
  })
})

describe('files of a case', () => {
  const { events } = walked(['ask-sender', 'supplement', 'note'])
  const file = { eventNo: null, internal: 0, createdBy: null, createdAt: momentAt(0).now }
  it.each([
    ['sent with the case', {}, true],
    ['typed in with the case by staff', { createdBy: 'clerk' }, true],
    ['sent with what was added', { eventNo: 3, createdAt: momentAt(1).now }, true],
    ['of the staff', { internal: 1 }, false],
    ['put there by staff for an answer that was not sent', { createdBy: 'clerk', createdAt: momentAt(1).now }, false],
    ['of a note', { eventNo: 4, createdBy: 'clerk' }, false],
  ])('%s', (_, own, expected) => {
    expect(isForSender({ ...file, ...own }, events)).toBe(expected)
  })
})

describe('an answer for somebody else', () => {
  const identity = {
    name: 'Phạm Thị Dung',
    address: '9 Lê Lợi',
    phone: '0912 345 678',
    email: 'd@x.vn',
    organisation: '',
  }
  const shown = (text: string) =>
    withoutIdentity(text, identity)
      .map((part) => ('text' in part ? part.text : '█'))
      .join('')
  it.each([
    ['Kính gửi bà Phạm Thị Dung, số 9 Lê Lợi.', 'Kính gửi bà █, số █.'],
    ['BÀ PHẠM  THỊ DUNG (0912345678, 0912.345.678; D@X.VN)', 'BÀ █ (█, █; █)'],
    ['Mọi thắc mắc xin gọi 0234 3822 168.', 'Mọi thắc mắc xin gọi 0234 3822 168.'],
  ])('%s', (text, expected) => {
    expect(shown(text)).toBe(expected)
  })
})
