import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { icsOf } from '../../server/formats/ics'

const event = {
  ...{ uid: 'HL-26-000123@hailong', title: 'Hạn trả lời HL-26-000123', dueOn: '2026-12-31' },
  ...{ url: 'http://192.168.1.9:8080/tra-cuu', now: new Date('2026-11-21T02:03:04.567Z') },
}
const unfold = (text: string) => text.replaceAll('\r\n ', '')

describe('a deadline for the calendar of a telephone', () => {
  it('is an all-day event that ends on the next day', () => {
    expect(icsOf(event).split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//hailong//hailong//VI',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      'UID:HL-26-000123@hailong',
      'DTSTAMP:20261121T020304Z',
      'DTSTART;VALUE=DATE:20261231',
      'DTEND;VALUE=DATE:20270101',
      'SUMMARY:Hạn trả lời HL-26-000123',
      'URL:http://192.168.1.9:8080/tra-cuu',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ])
  })

  it('escapes and folds any text, and no line begins another property', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (title) => {
        const text = icsOf({ ...event, title, url: `http://a/${title}` })
        for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
        const lines = unfold(text).split('\r\n')
        expect(lines).toHaveLength(16)
        const summary = lines.find((line) => line.startsWith('SUMMARY:'))?.slice(8) ?? ''
        const read = summary.replace(/\\(.)/g, (_, sign: string) => (sign === 'n' ? '\n' : sign))
        expect(read).toBe(title.replace(/\r\n?/g, '\n'))
      }),
    )
  })
})
