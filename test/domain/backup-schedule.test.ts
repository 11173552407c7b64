import { describe, expect, it } from 'vitest'
import { isBackupDue } from '../../server/domain/backup-schedule'

const local = (text: string) => new Date(`${text}:00+07:00`)
const due = (now: string, lastGood: string | null, given: { lastFailed?: string; startedAt?: string } = {}) =>
  isBackupDue('02:30', {
    now: local(now),
    startedAt: local(given.startedAt ?? '2026-03-01T00:00'),
    lastGood: lastGood ? local(lastGood) : null,
    lastFailed: given.lastFailed ? local(given.lastFailed) : null,
  })

describe('a backup by itself', () => {
  it('is due at its time, once', () => {
    expect(due('2026-03-10T02:29', '2026-03-09T02:31')).toBe(false)
    expect(due('2026-03-10T02:30', '2026-03-09T02:31')).toBe(true)
    expect(due('2026-03-10T02:45', '2026-03-10T02:30')).toBe(false)
  })

  it('is due at its time even when one was made by catching up the day before', () => {
    expect(due('2026-03-10T02:30', '2026-03-09T10:00')).toBe(true)
  })

  it('is made up for when the machine was off, a few minutes after it was switched on', () => {
    const startedAt = '2026-03-10T07:30'
    expect(due('2026-03-10T07:31', '2026-03-09T02:30', { startedAt })).toBe(false)
    expect(due('2026-03-10T07:33', '2026-03-09T02:30', { startedAt })).toBe(true)
    expect(due('2026-03-10T07:33', '2026-03-09T16:00', { startedAt })).toBe(false)
    expect(due('2026-03-10T16:01', '2026-03-09T16:00', { startedAt })).toBe(true)
    expect(due('2026-03-10T08:00', null, { startedAt })).toBe(true)
  })

  it('is tried again an hour after a failure', () => {
    expect(due('2026-03-10T03:00', '2026-03-08T02:30', { lastFailed: '2026-03-10T02:30' })).toBe(false)
    expect(due('2026-03-10T03:31', '2026-03-08T02:30', { lastFailed: '2026-03-10T02:30' })).toBe(true)
  })

  it('is never due when it is switched off', () => {
    const now = local('2026-03-10T02:30')
    expect(isBackupDue(null, { now, startedAt: new Date(0), lastGood: null, lastFailed: null })).toBe(false)
  })
})
