import { expect, it } from 'vitest'
import { insertVersion, listChanges, listEntries, listVersions, newestVersion, readCalendar } from '../../db/calendar'
import { findPolicyFor, getPolicy, insertPolicy, listPolicies } from '../../db/deadline-policies'
import { insertOffice } from '../../db/offices'
import { seedCalendar } from '../../db/seed/calendar'
import { firstPolicy } from '../../db/seed/deadlines'
import { addWorkingDays, type CalendarEntry, isWorkingDay } from '../../server/domain/calendar'
import { describeEngines } from '../support/database'

const at = '2026-11-21T02:00:00.000Z'
const made = { madeAt: at, madeBy: null, summary: 'Nghỉ do bão', document: 'CĐ 12' }

const storm = (officeCode: string | null): CalendarEntry => ({
  ...{ from: '2026-12-01', to: '2026-12-02', kind: 'closure', name: 'Nghỉ do bão', pair: null },
  ...{ confidence: 'published', source: 'CĐ 12', officeCode },
})

describeEngines('the calendar', (engine) => {
  it('is seeded once, and every version can be read again', async () => {
    const { db } = await engine.open()
    expect((await readCalendar(db)).version).toBe(0)
    expect(isWorkingDay(await readCalendar(db), '2026-11-24')).toBe(false)
    await seedCalendar(db, at)
    await seedCalendar(db, at)
    expect(await newestVersion(db)).toBe(1)
    expect(await listPolicies(db)).toHaveLength(1)
    expect(addWorkingDays(await readCalendar(db), '2026-11-20', 15)).toBe('2026-12-14')

    const culture = (await listEntries(db, 1)).find(({ from }) => from === '2026-11-24')
    const number = await insertVersion(db, made, { add: [storm(null)], remove: [culture?.id ?? 0] })
    expect(number).toBe(2)
    expect(addWorkingDays(await readCalendar(db, undefined, 1), '2026-11-20', 15)).toBe('2026-12-14')
    // 24 November is a day off by law also when nobody has written it down.
    expect(addWorkingDays(await readCalendar(db), '2026-11-20', 15)).toBe('2026-12-16')
    expect((await readCalendar(db)).version).toBe(2)
    expect(await listChanges(db, 2)).toMatchObject({ added: [storm(null)], removed: [{ from: '2026-11-24' }] })
    expect((await listVersions(db)).map(({ number, summary }) => [number, summary])).toEqual([
      [2, 'Nghỉ do bão'],
      [1, 'Lịch nghỉ lễ, Tết, ngày làm bù 2024–2027 có sẵn trong chương trình'],
    ])
  })

  it('closes one office alone', async () => {
    const { db } = await engine.open()
    await seedCalendar(db, at)
    const office = { name: 'Sở', parentCode: null, address: null, phone: null, createdAt: at }
    await insertOffice(db, { ...office, code: 'S' })
    await insertOffice(db, { ...office, code: 'S-1', parentCode: 'S' })
    await insertVersion(db, made, { add: [storm('S')], remove: [] })
    const works = async (code?: string) => isWorkingDay(await readCalendar(db, code), '2026-12-01')
    expect([await works('S'), await works('S-1'), await works()]).toEqual([false, true, true])
  })

  it('holds deadlines: the own ones, else those of the nearest office above, else those of all', async () => {
    const { db } = await engine.open()
    await seedCalendar(db, at)
    const office = { name: 'Sở', parentCode: null, address: null, phone: null, createdAt: at }
    await insertOffice(db, { ...office, code: 'S' })
    await insertOffice(db, { ...office, code: 'S-1', parentCode: 'S' })
    await insertOffice(db, { ...office, code: 'S-1-1', parentCode: 'S-1' })
    const policy = { ...firstPolicy, madeAt: at, madeBy: null, rules: { ...firstPolicy.rules, answer: 7 } }
    await insertPolicy(db, { ...policy, id: 'a', officeCode: 'S', number: 1, effectiveOn: '2026-12-01' })
    await insertPolicy(db, { ...policy, id: 'b', officeCode: 'S', number: 2, effectiveOn: '2026-12-01' })
    const of = async (code: string, day: string) => (await findPolicyFor(db, code, day)).id
    expect(await of('S-1-1', '2026-11-30')).toBe('default-1')
    expect(await of('S-1-1', '2026-12-01')).toBe('b')
    expect(await of('S', '2026-12-01')).toBe('b')
    expect((await getPolicy(db, 'a')).rules.answer).toBe(7)
    await expect(insertPolicy(db, { ...policy, id: 'c', officeCode: 'S', number: 2 })).rejects.toThrow()
    await expect(insertPolicy(db, { ...policy, id: 'd', number: 1 })).rejects.toThrow()
  })
})
