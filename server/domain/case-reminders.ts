import type { CaseState } from './case-words'
import type { DueState } from './deadlines'

/** What a person is told about a case in the program; the words stand in web/vi/notices. */
export const noticeKinds = [
  'arrived',
  'restricted',
  'assigned',
  'supplemented',
  'reopened',
  'approval',
  'sent-back',
  'extension',
  'extension-decided',
  'superior',
  'rated',
  'to-publish',
  'due-soon',
  'due-today',
  'overdue',
  'publish-due',
] as const
export type NoticeKind = (typeof noticeKinds)[number]

const waitsFor: Partial<Record<NoticeKind, CaseState>> = {
  arrived: 'new',
  approval: 'awaiting-approval',
  'to-publish': 'awaiting-publication',
}

/** Whether what was told is still to be done; a mail that comes in the morning leaves out what has been. */
export function isStillTrue(kind: NoticeKind, state: CaseState): boolean {
  return waitsFor[kind] === undefined || waitsFor[kind] === state
}

/** Working days between two reminders about a case that is late. */
const nagEvery = 5

/** `step`: told apart from the other reminders about the same due date. `escalates`: those who approve are told too. */
export type Reminder = { kind: 'due-soon' | 'due-today' | 'overdue'; step: number; escalates: boolean }

/**
 * What is to be said on a working day about a case that an answer is owed for; null: nothing. A reminder that was missed
 * (the machine was off) is given on the next day; whoever keeps them says each step once.
 * @param remindBefore working days before the due date, most first (deadline rules)
 */
export function reminderOf(due: DueState, remindBefore: readonly number[]): Reminder | null {
  switch (due.kind) {
    case 'paused':
      return null
    case 'today':
      return { kind: 'due-today', step: 0, escalates: true }
    case 'overdue':
      return { kind: 'overdue', step: Math.floor((due.days - 1) / nagEvery), escalates: true }
    case 'left': {
      const step = remindBefore.filter((days) => days >= due.days).at(-1)
      return step === undefined ? null : { kind: 'due-soon', step, escalates: false }
    }
  }
}

/** Whether the morning's reminders are due: a working day, in the hours from `at` (`HH:MM`, UTC+7) to six in the evening. */
export function isMorning(at: string, isWorking: boolean, now: Date): boolean {
  const time = new Date(now.getTime() + 7 * 3_600_000).toISOString().slice(11, 16)
  return isWorking && time >= at && time < '18:00'
}
