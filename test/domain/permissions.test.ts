import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isRole, lastVisibleDay, may, permissions, roles, seesLive } from '../../server/domain/permissions'
import { roleAbout, roleNames } from '../../web/vi/staff'

describe('permissions', () => {
  it('are one readable table', () => {
    const table = roles.map((role) => `${role}: ${permissions.filter((p) => may(role, p)).join(' ')}`)
    expect(table).toMatchInlineSnapshot(`
      [
        "viewer: results.view results.export periods.view points.view rounds.view cases.view cases.figures cases.register calendar.view",
        "intake: results.view periods.view points.view rounds.view cases.view cases.receive cases.handle cases.sender cases.figures cases.register templates.manage calendar.view",
        "handler: results.view periods.view points.view rounds.view cases.view cases.handle cases.figures calendar.view",
        "approver: results.view results.export periods.view periods.close periods.approve periods.publish periods.reopen targets.edit points.view rounds.view cases.view cases.receive cases.handle cases.approve cases.publish cases.sender cases.restricted cases.figures cases.register templates.manage contacts.manage calendar.view",
        "publisher: results.view results.export periods.view periods.publish points.view rounds.view cases.view cases.publish cases.figures cases.register calendar.view",
        "statistics: results.view results.export responses.export periods.view periods.close denominators.edit import points.view rounds.view rounds.manage cases.figures cases.register calendar.view",
        "auditor: results.view results.export responses.export periods.view points.view rounds.view cases.figures calendar.view audit.view",
        "administrator: results.view results.export responses.export periods.view periods.close periods.approve periods.publish periods.reopen denominators.edit targets.edit import points.view points.manage offices.manage procedures.manage surveys.manage rounds.view rounds.manage cases.figures templates.manage contacts.manage calendar.view calendar.manage staff.manage audit.view backups.manage system.view training.manage",
      ]
    `)
  })

  it('let everybody read results and nobody but the administrator manage staff', () => {
    for (const role of roles) {
      expect(may(role, 'results.view')).toBe(true)
      expect(may(role, 'staff.manage')).toBe(role === 'administrator')
    }
  })

  it('give rows only to those who see live figures', () => {
    for (const role of roles) if (may(role, 'responses.export')) expect(seesLive(role)).toBe(true)
  })

  it('name every role', () => {
    expect(Object.keys(roleNames)).toEqual([...roles])
    expect(Object.keys(roleAbout)).toEqual([...roles])
    expect(isRole('administrator')).toBe(true)
    expect(isRole('root')).toBe(false)
  })
})

describe('the last visible day', () => {
  it('is today for those who keep the figures, yesterday for leaders, last Sunday at the desk', () => {
    // 2026-03-11 is a Wednesday.
    expect(lastVisibleDay('statistics', '2026-03-11')).toBe('2026-03-11')
    expect(lastVisibleDay('viewer', '2026-03-11')).toBe('2026-03-10')
    expect(lastVisibleDay('viewer', '2026-01-01')).toBe('2025-12-31')
    expect(lastVisibleDay('handler', '2026-03-11')).toBe('2026-03-08')
    expect(lastVisibleDay('intake', '2026-03-08')).toBe('2026-03-01')
    expect(lastVisibleDay('intake', '2026-03-09')).toBe('2026-03-08')
  })

  it('is never today at a desk, always a Sunday, at most a week back', () => {
    const days = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(days, (date) => {
        const today = date.toISOString().slice(0, 10)
        const last = lastVisibleDay('handler', today)
        const distance = (Date.parse(today) - Date.parse(last)) / 86_400_000
        expect(new Date(last).getUTCDay()).toBe(0)
        expect(distance).toBeGreaterThanOrEqual(1)
        expect(distance).toBeLessThanOrEqual(7)
      }),
    )
  })
})
