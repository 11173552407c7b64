import type { Calendar } from './calendar'
import { type CaseDeed, isPossible, neededFor, onBehalf } from './case-deeds'
import { type CaseAction, type CaseFault, moves } from './case-moves'
import { type CaseKind, caseKinds } from './case-words'
import type { DeadlineRules } from './deadline-policy'
import type { CaseChange, CaseFacts, NewCaseEvent } from './feedback-case'
import type { Permission } from './permissions'

/** Who acts. The sender proved it with the look-up code. */
export type CaseActor = { by: 'sender' } | { by: 'staff'; id: string; may: (permission: Permission) => boolean }

/** The moment: instant, day in UTC+7, and the calendar and rules of the office that owns the case. */
export type CaseMoment = { now: string; today: string; calendar: Calendar; rules: DeadlineRules }

export type Decided = { ok: true; change: CaseChange; events: NewCaseEvent[] } | { ok: false; error: CaseFault }

/**
 * The only way a case changes: what a deed does to it, or why it cannot be done. Pure; whoever calls stores the change
 * and the events in one transaction, `where version = ?`.
 */
export function decide(facts: CaseFacts, action: CaseAction, actor: CaseActor, moment: CaseMoment): Decided {
  if (!isAllowed(facts, action.deed, actor)) return { ok: false, error: 'forbidden' }
  if (!isPossible(action.deed, facts.state)) return { ok: false, error: 'wrong-state' }
  if (actor.by === 'staff' && isOthersWork(facts, action.deed, actor)) return { ok: false, error: 'not-yours' }
  if (liftsRestriction(action, facts) && actor.by === 'staff' && !actor.may('cases.restricted'))
    return { ok: false, error: 'forbidden' }
  return moves[action.deed](facts, action as never, { ...moment, by: actor.by === 'staff' ? actor.id : null })
}

/** Whether a person may do a deed to a case at all, its state aside: for showing what can be done. */
export function isAllowed(facts: Visible, deed: CaseDeed, actor: CaseActor): boolean {
  const needed = neededFor[deed]
  if (actor.by === 'sender') return needed === 'sender'
  if (!maySee(facts, actor)) return false
  return needed === 'sender' ? onBehalf.includes(deed) && actor.may('cases.receive') : actor.may(needed)
}

type Visible = Pick<CaseFacts, 'restricted' | 'assigneeId' | 'kind'>
type Staff = Extract<CaseActor, { by: 'staff' }>

/** Whether a person of the staff may open a case of the own part of the tree. */
export function maySee({ restricted, assigneeId, kind }: Visible, actor: Staff): boolean {
  if (!actor.may('cases.view')) return false
  return !restricted || assigneeId === actor.id || kindsSeen(actor.may).includes(kind)
}

/** Kinds of restricted cases that a person sees. Danger now cannot wait for the one person who is entrusted. */
export function kindsSeen(may: Staff['may']): readonly CaseKind[] {
  if (may('cases.restricted')) return caseKinds
  return may('cases.receive') ? ['urgent'] : []
}

/** Who only handles works on what is assigned to the own person; who receives or approves helps out anywhere. */
function isOthersWork({ assigneeId }: CaseFacts, deed: CaseDeed, actor: Staff): boolean {
  if (neededFor[deed] !== 'cases.handle' || actor.may('cases.receive') || actor.may('cases.approve')) return false
  return assigneeId !== actor.id
}

/**
 * Only whoever is entrusted with restricted cases opens one to others; the person it was given to does not, nor by calling
 * it urgent.
 */
const liftsRestriction = (action: CaseAction, { restricted, kind }: CaseFacts) =>
  (action.deed === 'restrict' && !action.restricted) ||
  (action.deed === 'classify' && restricted && action.kind === 'urgent' && kind !== 'urgent')

/** Deeds that are possible now for this person. */
export function possibleDeeds(facts: CaseFacts, actor: CaseActor, deeds: readonly CaseDeed[]): CaseDeed[] {
  return deeds.filter(
    (deed) =>
      isAllowed(facts, deed, actor) &&
      isPossible(deed, facts.state) &&
      !(actor.by === 'staff' && isOthersWork(facts, deed, actor)),
  )
}
