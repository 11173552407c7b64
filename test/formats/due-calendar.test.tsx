import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { holidays as announced } from '../../db/seed/holidays'
import { makeCalendar } from '../../server/domain/calendar'
import { defaultDeadlineRules as rules } from '../../server/domain/deadline-policy'
import { type ClockFacts, explainDue } from '../../server/domain/deadlines'
import { DueCalendar } from '../../web/components/due-calendar'

const calendar = makeCalendar(4, announced)

function page(startedAt: string, today: string, more: Partial<ClockFacts> = {}) {
  const clock = { startedAt, receivedAt: startedAt, pauses: [], extraDays: 0, superiorDueOn: null, ...more }
  const explanation = explainDue(calendar, rules, clock)
  const html = renderToString(<DueCalendar explanation={explanation} today={today} basis="Nghị định 20/2008/NĐ-CP" />)
  const text = html.replace(/<[^>]+>/g, '|').replace(/\|+/g, '|')
  const cells = [...html.matchAll(/<td class="([^"]*)">(.*?)<\/td>/g)].map(([, state = '', cell = '']) => ({
    ...{
      state,
      cell: cell
        .replace(/<[^>]+>/g, ' ')
        .replace(/ +/g, ' ')
        .trim(),
    },
  }))
  return { html, text, cells }
}

describe('why a deadline is when it is', () => {
  it('is a calendar from Monday to Sunday, every day counted or skipped', () => {
    const { text, cells } = page('2026-08-20T07:05:00Z', '2026-09-03')
    expect(text).toContain('Cơ quan có 15 ngày làm việc. Ngày gửi (thứ Năm 20/08) không tính.')
    expect(text).toContain('Từ 29/08 đến 02/09 (5 ngày) không tính: nghỉ hoán đổi, Quốc khánh.')
    expect(text).toContain('Thứ Bảy 22/08 làm bù nên có tính.')
    expect(cells).toHaveLength(35)
    expect(cells.slice(0, 7)).toEqual([
      { state: 'beyond', cell: '17/8' },
      { state: 'beyond', cell: '18' },
      { state: 'beyond', cell: '19' },
      { state: 'begin', cell: '20 gửi' },
      { state: 'on', cell: '21 ngày làm việc thứ 1' },
      { state: 'on swap', cell: '22 bù 2' },
      { state: 'off', cell: '23 nghỉ' },
    ])
    expect(cells).toContainEqual({ state: 'off', cell: '31 đổi' })
    expect(cells).toContainEqual({ state: 'on today', cell: '3 ngày làm việc thứ 8 (hôm nay)' })
    expect(cells).toContainEqual({ state: 'end', cell: '14 hạn 15' })
    expect(text).toContain('|thứ Hai 31/08|: không tính, nghỉ hoán đổi, làm bù ngày 22/08/2026|')
    expect(text).toContain('Lịch áp dụng: phiên bản 4. Căn cứ: Nghị định 20/2008/NĐ-CP; Bộ luật Dân sự 2015')
  })

  it('says when the sender is waited for', () => {
    const pauses = [{ from: '2026-11-23T02:00:00Z', to: null }]
    const { text, cells } = page('2026-11-20T02:00:00Z', '2026-11-25', { pauses })
    expect(text).toContain('Tạm dừng chờ Ông/Bà bổ sung: hạn được tính lại khi có phần bổ sung.')
    expect(cells.some(({ state }) => state.startsWith('end'))).toBe(false)
    const done = page('2026-11-20T02:00:00Z', '2026-11-25', {
      pauses: [{ from: '2026-11-23T02:00:00Z', to: '2026-11-27T02:00:00Z' }],
    })
    expect(done.cells).toContainEqual({ state: 'off today', cell: '25 chờ (hôm nay)' })
    expect(done.text).toContain('hạn 15|')
  })

  it('says that a day off is only expected', () => {
    const { text } = page('2028-01-20T02:00:00Z', '2028-01-20')
    expect(text).toContain('không tính, Tết Nguyên đán (dự kiến)')
    expect(text).toContain('Có ngày nghỉ dự kiến, chưa có thông báo')
  })
})
