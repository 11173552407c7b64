import { answeredStates, type CaseState, openStates } from './case-words'
import type { CaseEventKind } from './feedback-case'
import type { Permission } from './permissions'

/** What people do to a case. `open` and `merge-in` happen by themselves. */
export const caseDeeds = [
  'classify',
  'assign',
  'restrict',
  'refuse',
  'forward',
  'forward-outside',
  'return',
  'return-outside',
  'ask-sender',
  'supplement',
  'start',
  'set-superior',
  'explain',
  'note',
  'ask-extension',
  'approve-extension',
  'refuse-extension',
  'submit',
  'send-back',
  'answer',
  'rate',
  'reopen',
  'withdraw',
  'merge',
  'split',
  'correct',
  'publish',
  'unpublish',
  'place',
] as const satisfies readonly CaseEventKind[]
export type CaseDeed = (typeof caseDeeds)[number]

const owed: readonly CaseState[] = openStates
const answered: readonly CaseState[] = answeredStates
/** Being worked on: not waiting for the sender and not lying with the approver. */
const atWork: readonly CaseState[] = ['new', 'supplemented', 'in-progress', 'reopened']
const never: readonly CaseState[] = []

/** The states in which each deed is possible; the only such table. */
export const possibleIn: Record<CaseDeed, readonly CaseState[]> = {
  classify: [...owed],
  assign: [...owed],
  restrict: [...owed, ...answered, 'refused', 'forwarded', 'returned', 'withdrawn', 'merged', 'split'],
  refuse: [...atWork, 'awaiting-sender'],
  forward: [...atWork],
  'forward-outside': [...atWork],
  return: [...atWork],
  'return-outside': [...atWork],
  'ask-sender': [...atWork],
  supplement: ['awaiting-sender'],
  start: ['new', 'supplemented', 'reopened'],
  'set-superior': [...owed],
  explain: [...owed, ...answered],
  note: [...owed, ...answered, 'refused', 'forwarded', 'returned', 'merged', 'split', 'withdrawn'],
  'ask-extension': [...atWork],
  'approve-extension': [...owed],
  'refuse-extension': [...owed],
  submit: [...atWork],
  'send-back': ['awaiting-approval'],
  answer: ['awaiting-approval'],
  rate: [...answered],
  reopen: [...answered],
  withdraw: [...owed],
  merge: [...atWork, 'awaiting-sender'],
  split: [...atWork, 'awaiting-sender'],
  correct: ['refused', 'forwarded', 'returned'],
  publish: ['awaiting-publication', 'answered'],
  unpublish: ['published'],
  place: [...answered],
}

/** Who may: a permission, or the sender with the look-up code. `supplement` may also be keyed in by whoever receives. */
export const neededFor: Record<CaseDeed, Permission | 'sender'> = {
  classify: 'cases.receive',
  assign: 'cases.receive',
  restrict: 'cases.receive',
  refuse: 'cases.receive',
  forward: 'cases.receive',
  'forward-outside': 'cases.receive',
  return: 'cases.receive',
  'return-outside': 'cases.receive',
  'ask-sender': 'cases.handle',
  supplement: 'sender',
  start: 'cases.handle',
  'set-superior': 'cases.receive',
  explain: 'cases.approve',
  note: 'cases.handle',
  'ask-extension': 'cases.handle',
  'approve-extension': 'cases.approve',
  'refuse-extension': 'cases.approve',
  submit: 'cases.handle',
  'send-back': 'cases.approve',
  answer: 'cases.approve',
  rate: 'sender',
  reopen: 'sender',
  withdraw: 'sender',
  merge: 'cases.receive',
  split: 'cases.receive',
  correct: 'cases.receive',
  publish: 'cases.publish',
  unpublish: 'cases.publish',
  place: 'cases.publish',
}

/** Deeds of the sender that whoever receives may key in for somebody without a telephone. */
export const onBehalf: readonly CaseDeed[] = ['supplement', 'withdraw', 'reopen']

export function isPossible(deed: CaseDeed, state: CaseState): boolean {
  return (possibleIn[deed] ?? never).includes(state)
}
