import { expect, it } from 'vitest'
import { isMorning, isStillTrue, reminderOf } from '../../server/domain/case-reminders'

const before = [3, 1]

it('reminds at each step before the due date, on the day and every five working days after it', () => {
  const steps = [5, 4, 3, 2, 1].map((days) => reminderOf({ kind: 'left', days }, before)?.step ?? null)
  expect(steps).toEqual([null, null, 3, 3, 1])
  expect(reminderOf({ kind: 'today' }, before)).toEqual({ kind: 'due-today', step: 0, escalates: true })
  const late = [1, 2, 5, 6, 11].map((days) => reminderOf({ kind: 'overdue', days }, before)?.step)
  expect(late).toEqual([0, 0, 0, 1, 2])
})

it('says nothing while the sender is waited for', () => {
  expect(reminderOf({ kind: 'paused' }, before)).toBeNull()
})

it('reminds from the given hour until six in the evening, in UTC+7, on working days', () => {
  const at = (time: string) => new Date(`2026-03-10T${time}:00+07:00`)
  expect(
    ['00:10', '07:29', '07:30', '17:59', '18:00', '23:50'].map((time) => isMorning('07:30', true, at(time))),
  ).toEqual([false, false, true, true, false, false])
  expect(isMorning('07:30', false, at('08:00'))).toBe(false)
})

it('leaves out of the morning what has been done since', () => {
  expect([isStillTrue('arrived', 'new'), isStillTrue('arrived', 'in-progress')]).toEqual([true, false])
  expect([isStillTrue('approval', 'awaiting-approval'), isStillTrue('approval', 'published')]).toEqual([true, false])
  expect(isStillTrue('overdue', 'in-progress')).toBe(true)
})
