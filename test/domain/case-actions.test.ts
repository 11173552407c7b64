import { describe, expect, it } from 'vitest'
import { decide, isAllowed, maySee, possibleDeeds } from '../../server/domain/case-actions'
import { type CaseDeed, caseDeeds } from '../../server/domain/case-deeds'
import type { CaseAction, CaseFault } from '../../server/domain/case-moves'
import { caseStates, isAnswered, isOpen, refusalGrounds } from '../../server/domain/case-words'
import type { CaseFacts } from '../../server/domain/feedback-case'
import { may, type Role, roles } from '../../server/domain/permissions'
import { factsOf, momentAt, person, sender, usual } from '../support/case-facts'

/** A case in a state, with what such a case has. */
const inState = (state: CaseFacts['state'], own: Partial<CaseFacts> = {}) => {
  const submitted = state === 'awaiting-approval' ? { submittedBy: 'somebody' } : {}
  return factsOf({ state, ...submitted, ...(isAnswered(state) && { answeredAt: momentAt(1).now }), ...own })
}
const boss = person('approver')
const errorOf = (facts: CaseFacts, action: CaseAction, actor = boss, days = 2, extension = 0): CaseFault | 'ok' => {
  const decided = decide(facts, action, actor, momentAt(days, extension))
  return decided.ok ? 'ok' : decided.error
}

describe('what can be done to a case', () => {
  it('in each state, by the sender or by somebody who may do everything', () => {
    const all = (state: CaseFacts['state'], actor: typeof boss | typeof sender) =>
      possibleDeeds(inState(state), actor, caseDeeds).join(' ')
    const lines = caseStates.map((state) => `${state}: ${all(state, boss)} | sender: ${all(state, sender)}`)
    expect(`\n${lines.join('\n')}\n`).toMatchInlineSnapshot(`
      "
      new: classify assign restrict refuse forward forward-outside return return-outside ask-sender start set-superior explain note ask-extension approve-extension refuse-extension submit withdraw merge split | sender: withdraw
      awaiting-sender: classify assign restrict refuse supplement set-superior explain note approve-extension refuse-extension withdraw merge split | sender: supplement withdraw
      supplemented: classify assign restrict refuse forward forward-outside return return-outside ask-sender start set-superior explain note ask-extension approve-extension refuse-extension submit withdraw merge split | sender: withdraw
      in-progress: classify assign restrict refuse forward forward-outside return return-outside ask-sender set-superior explain note ask-extension approve-extension refuse-extension submit withdraw merge split | sender: withdraw
      awaiting-approval: classify assign restrict set-superior explain note approve-extension refuse-extension send-back answer withdraw | sender: withdraw
      awaiting-publication: restrict explain note reopen publish place | sender: rate reopen
      answered: restrict explain note reopen publish place | sender: rate reopen
      answered-privately: restrict explain note reopen place | sender: rate reopen
      published: restrict explain note reopen unpublish place | sender: rate reopen
      refused: restrict note correct | sender: 
      forwarded: restrict note correct | sender: 
      returned: restrict note correct | sender: 
      merged: restrict note | sender: 
      split: restrict note | sender: 
      withdrawn: restrict note | sender: 
      reopened: classify assign restrict refuse forward forward-outside return return-outside ask-sender start set-superior explain note ask-extension approve-extension refuse-extension submit withdraw merge split | sender: withdraw
      "
    `)
  })

  it('by each role, of a case that is everybody’s and of one that is kept from others', () => {
    const mine = (role: Role, own: Partial<CaseFacts>) =>
      caseDeeds.filter((deed) => isAllowed(factsOf(own), deed, person(role))).join(' ')
    const lines = roles.flatMap((role) => [
      `${role}: ${mine(role, {}) || '–'}`,
      `${role}, restricted: ${mine(role, { restricted: true }) || '–'}`,
      `${role}, restricted and given to this person: ${mine(role, { restricted: true, assigneeId: role }) || '–'}`,
    ])
    expect(`\n${lines.join('\n')}\n`).toMatchInlineSnapshot(`
      "
      viewer: –
      viewer, restricted: –
      viewer, restricted and given to this person: –
      intake: classify assign restrict refuse forward forward-outside return return-outside ask-sender supplement start set-superior note ask-extension submit reopen withdraw merge split correct
      intake, restricted: –
      intake, restricted and given to this person: classify assign restrict refuse forward forward-outside return return-outside ask-sender supplement start set-superior note ask-extension submit reopen withdraw merge split correct
      handler: ask-sender start note ask-extension submit
      handler, restricted: –
      handler, restricted and given to this person: ask-sender start note ask-extension submit
      approver: classify assign restrict refuse forward forward-outside return return-outside ask-sender supplement start set-superior explain note ask-extension approve-extension refuse-extension submit send-back answer reopen withdraw merge split correct publish unpublish place
      approver, restricted: classify assign restrict refuse forward forward-outside return return-outside ask-sender supplement start set-superior explain note ask-extension approve-extension refuse-extension submit send-back answer reopen withdraw merge split correct publish unpublish place
      approver, restricted and given to this person: classify assign restrict refuse forward forward-outside return return-outside ask-sender supplement start set-superior explain note ask-extension approve-extension refuse-extension submit send-back answer reopen withdraw merge split correct publish unpublish place
      publisher: publish unpublish place
      publisher, restricted: –
      publisher, restricted and given to this person: publish unpublish place
      statistics: –
      statistics, restricted: –
      statistics, restricted and given to this person: –
      auditor: –
      auditor, restricted: –
      auditor, restricted and given to this person: –
      administrator: –
      administrator, restricted: –
      administrator, restricted and given to this person: –
      "
    `)
  })

  it('whoever handles works on the own cases alone, and with nobody’s on none', () => {
    const deeds = (assigneeId: string | null) =>
      possibleDeeds(inState('in-progress', { assigneeId }), person('handler'), caseDeeds).join(' ')
    expect([deeds(null), deeds('somebody'), deeds('handler')]).toMatchInlineSnapshot(`
      [
        "",
        "",
        "ask-sender note ask-extension submit",
      ]
    `)
    expect(errorOf(inState('new'), usual.start, person('handler'))).toBe('not-yours')
  })

  it('every usual deed is done where the tables say so', () => {
    for (const deed of caseDeeds)
      for (const state of caseStates) {
        const own = { askedDays: 3, askedBy: 'somebody' }
        const actor = ['rate', 'reopen'].includes(deed) ? sender : boss
        const possible = possibleDeeds(inState(state, own), actor, [deed]).length > 0
        const said = decide(inState(state, own), usual[deed], actor, momentAt(2, 5))
        const wanted = possible ? 'ok' : actor === sender || deed !== 'rate' ? 'wrong-state' : 'forbidden'
        const unless: Partial<Record<CaseDeed, string>> = { restrict: state === 'published' ? 'published-still' : 'ok' }
        expect([deed, state, said.ok ? 'ok' : said.error]).toEqual([
          deed,
          state,
          possible ? (unless[deed] ?? wanted) : wanted,
        ])
      }
  })
})

describe('what is refused', () => {
  it('an extension where the office allows none, for too long in all, by whoever asked, or without a word to the sender', () => {
    const at = (own: Partial<CaseFacts> = {}) => inState('in-progress', own)
    const ask = (days: number): CaseAction => ({ deed: 'ask-extension', days, ground: 'Phải xác minh' })
    const longer = { ...factsOf().clock, extraDays: 3 }
    expect(errorOf(at(), ask(1))).toBe('extension-off')
    expect(errorOf(at(), ask(6), boss, 2, 5)).toBe('extension-too-long')
    expect(errorOf(at({ clock: longer }), ask(3), boss, 2, 5)).toBe('extension-too-long')
    expect(errorOf(at({ clock: longer }), ask(2), boss, 2, 5)).toBe('ok')
    const asked = { askedDays: 3, askedBy: 'approver' }
    expect(errorOf(at(asked), usual['approve-extension'], boss, 2, 5)).toBe('own-extension')
    const other = person('approver', 'other')
    expect(errorOf(at(asked), { deed: 'approve-extension', told: ' ' }, other, 2, 5)).toBe('text-missing')
    expect(errorOf(at(asked), { deed: 'refuse-extension', reason: ' ' }, other, 2, 5)).toBe('reason-missing')
    expect(errorOf(at(), usual['approve-extension'], other, 2, 5)).toBe('nothing-asked')
  })

  it('opening to everybody what is kept from others by its kind, or by somebody who is not entrusted with it', () => {
    const open: CaseAction = { deed: 'restrict', restricted: false, reason: 'Nhầm' }
    for (const kind of ['complaint', 'denunciation', 'child'] as const)
      expect(errorOf(inState('in-progress', { kind, restricted: true }), open)).toBe('kind-restricted')
    expect(errorOf(inState('in-progress', { restricted: true }), open)).toBe('ok')
    const given = inState('in-progress', { restricted: true, assigneeId: 'intake' })
    expect(errorOf(given, open, person('intake'))).toBe('forbidden')
    expect(errorOf(given, { ...open, restricted: true }, person('intake'))).toBe('ok')
  })

  it('a merger with itself, with a case that is over, or between open and restricted ones', () => {
    const merge = (own: Partial<Extract<CaseAction, { deed: 'merge' }>['into']>): CaseAction => ({
      ...usual.merge,
      into: { ...usual.merge.into, ...own },
    })
    const at = inState('new')
    expect(errorOf(at, merge({ id: 'case' }))).toBe('same-case')
    for (const state of caseStates.filter((one) => !isOpen(one) && !isAnswered(one)))
      expect(errorOf(at, merge({ state }))).toBe('target-closed')
    expect(errorOf(at, merge({ restricted: true }))).toBe('target-restricted')
    expect(errorOf(inState('new', { restricted: true }), merge({}))).toBe('target-restricted')
    expect(errorOf(at, merge({ state: 'published' }))).toBe('ok')
  })

  it('a reopening after its days, and a second one', () => {
    const answered = inState('answered')
    expect(errorOf(answered, usual.reopen, boss, 16)).toBe('ok')
    expect(errorOf(answered, usual.reopen, boss, 17)).toBe('reopen-too-late')
    expect(errorOf({ ...answered, reopenedAt: momentAt(1).now }, usual.reopen)).toBe('reopened-already')
  })

  it('a second look has its own time, whatever day a superior had set for the first answer; a transfer keeps that day', () => {
    const clock = { ...factsOf().clock, superiorDueOn: '2026-01-07' }
    const clockAfter = (facts: CaseFacts, action: CaseAction) => {
      const decided = decide(facts, action, boss, momentAt(10))
      return decided.ok ? decided.change.clock : decided.error
    }
    const fresh = { startedAt: momentAt(10).now, receivedAt: momentAt(10).now, pauses: [], extraDays: 0 }
    expect(clockAfter(inState('answered', { clock }), usual.reopen)).toEqual({ ...fresh, superiorDueOn: null })
    expect(clockAfter(inState('in-progress', { clock }), usual.forward)).toEqual({
      ...fresh,
      superiorDueOn: '2026-01-07',
    })
  })
})

describe('a refusal', () => {
  it('as a complaint or a denunciation shows the right door and keeps the case from others', () => {
    const refuse = { deed: 'refuse', ground: 'denunciation', text: 'Không tiếp nhận', door: '' } as const
    expect(errorOf(inState('new'), refuse)).toBe('door-missing')
    const decided = decide(inState('new'), { ...refuse, door: 'Ban Tiếp công dân' }, boss, momentAt(2))
    expect(decided).toMatchObject({ change: { kind: 'denunciation', restricted: true, state: 'refused' } })
    expect(decided.ok && decided.events.map(({ kind }) => kind)).toEqual(['classify', 'refuse'])
  })

  it('never makes a kind that is kept from others an open one', () => {
    for (const ground of refusalGrounds) {
      const refuse: CaseAction = { deed: 'refuse', ground, text: 'Không tiếp nhận', door: 'Nơi khác' }
      const decided = decide(inState('new', { kind: 'child', restricted: true }), refuse, boss, momentAt(2))
      if (decided.ok)
        expect([decided.change.kind ?? 'child', decided.change.restricted ?? true]).toEqual(['child', true])
    }
  })
})

it('the administrator of the program sees no case', () => {
  expect(may('administrator', 'cases.view')).toBe(false)
  expect(maySee(factsOf(), person('administrator'))).toBe(false)
})
