import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { entryFaults, readEntry, readTime } from '../../server/domain/case-entry'
import { entryFault } from '../../web/vi/case-entry'

const now = new Date('2026-11-20T07:00:00Z')
const rules = { now, offices: new Set(['CQ', 'CU']), closed: new Set(['CU']), allowsAnonymous: false }
const typed: Record<string, string> = {
  ...{ channel: 'paper', office: 'CQ', receivedOn: '2026-11-18', receivedTime: '8h30', kind: 'pakn' },
  ...{ title: 'Việc', content: 'Nội dung', name: 'Lan', address: 'Tổ 3', publish: 'private' },
}
const read = (own: Record<string, string> = {}) =>
  readEntry(Object.fromEntries(Object.entries({ ...typed, ...own }).map(([name, value]) => [name, [value]])), rules)
const times = (own: Record<string, string>) => {
  const done = read(own)
  return done.ok ? [done.value.sentAt, done.value.receivedAt] : done.faults.map(({ code }) => code)
}

describe('typing in on behalf', () => {
  it('the true times are those of Viet Nam; the day on the paper counts as the sending', () => {
    expect(times({})).toEqual(['2026-11-18T01:30:00.000Z', '2026-11-18T01:30:00.000Z'])
    expect(times({ sentOn: '15/11/2026' })).toEqual(['2026-11-15T05:00:00.000Z', '2026-11-18T01:30:00.000Z'])
    expect(times({ sentOn: '2026-11-18' })).toEqual(['2026-11-18T01:30:00.000Z', '2026-11-18T01:30:00.000Z'])
    expect(times({ sentOn: '2026-11-18', sentTime: '09:00' })).toEqual(['sent-after'])
    expect(times({ receivedOn: '2026-11-20', receivedTime: '14:00' })).toHaveLength(2)
    expect(times({ receivedOn: '2026-11-20', receivedTime: '14:01' })).toEqual(['future'])
    expect(times({ receivedOn: '2026-09-21' })).toHaveLength(2)
    expect(times({ receivedOn: '2026-09-20' })).toEqual(['old'])
    expect(times({ receivedOn: '0026-09-20', old: '1' })).toEqual(['received'])
  })

  it('an hour is read as people write it', () => {
    expect(['8:05', '8h05', '08.05', '23g59', '24:00', '8:60', ''].map(readTime)).toEqual([
      ...['08:05', '08:05', '08:05', '23:59'],
      ...[null, null, null],
    ])
  })

  it('nothing received later than now is ever taken, whatever else is typed', () => {
    const minute = fc.integer({ min: 1, max: 500_000 }).map((n) => new Date(now.getTime() + n * 60_000 + 7 * 3_600_000))
    fc.assert(
      fc.property(minute, (local) => {
        const [day = '', time = ''] = local.toISOString().split('T')
        expect(times({ receivedOn: day, receivedTime: time.slice(0, 5), old: '1' })).toContain('future')
      }),
    )
  })

  it('whatever is typed, the answer is an entry or sentences', () => {
    const fields = Object.keys(typed)
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...fields), fc.string({ maxLength: 40 })), (own) => {
        const done = read(own)
        if (!done.ok) for (const fault of done.faults) expect(entryFault(fault)).toMatch(/\.$/)
      }),
    )
    for (const code of entryFaults) expect(entryFault({ code, field: 'title' })).not.toContain('undefined')
  })
})
