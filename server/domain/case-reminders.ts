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

export type Reminder = { kind: 'due-soon' | 'due-today' | 'overdue'; days: number; escalates: boolean }

/**
 * What is to be said on a working day about a case that an answer is owed for; null: nothing today. `escalates`: those
 * who approve are told as well, on the last day and from then on.
 * @param remindBefore working days before the due date, each said once (deadline rules)
 */
export function reminderOf(due: DueState, remindBefore: readonly number[]): Reminder | null {
  switch (due.kind) {
    case 'paused':
      return null
    case 'today':
      return { kind: 'due-today', days: 0, escalates: true }
    case 'overdue':
      return { kind: 'overdue', days: due.days, escalates: true }
    case 'left':
      return remindBefore.includes(due.days) ? { kind: 'due-soon', days: due.days, escalates: false } : null
  }
}

/** Whether the morning's reminders are due: a working day, in the hours from `at` (`HH:MM`, UTC+7) to six in the evening. */
export function isMorning(at: string, isWorking: boolean, now: Date): boolean {
  const time = new Date(now.getTime() + 7 * 3_600_000).toISOString().slice(11, 16)
  return isWorking && time >= at && time < '18:00'
}
