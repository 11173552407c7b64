import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isWebAddress, readPlace } from '../../server/domain/publication-place'

const limits = { today: '2026-11-21', answeredOn: '2026-11-10', hasFile: false }
const typed = { place: ['notice-board'], on: ['20/11/2026'], link: [''], note: ['Bảng tin tầng 1'] }

it('a link leads to a page of the web and carries no name or password', () => {
  for (const link of ['https://dichvucong.gov.vn/x?y=1#z', 'http://phuong.binhan.gov.vn/'])
    expect(isWebAddress(link), link).toBe(true)
  const wrong = [
    'javascript:alert(1)',
    'data:text/html,x',
    '//a.vn',
    'a.vn',
    'https://a b.vn',
    'https://u:p@a.vn',
    'https://a',
  ]
  for (const link of [...wrong, 'https://', `https://a.vn/${'x'.repeat(500)}`])
    expect(isWebAddress(link), link).toBe(false)
  fc.assert(fc.property(fc.string(), (text) => !isWebAddress(text) || /^https?:/i.test(text)))
})

it('a place has a day between the answer and today, and something that proves it', () => {
  expect(readPlace(typed, limits)).toEqual({
    ok: true,
    value: { place: 'notice-board', link: '', publishedOn: '2026-11-20', note: 'Bảng tin tầng 1' },
  })
  const codes = (change: object, own = {}) => {
    const read = readPlace({ ...typed, ...change }, { ...limits, ...own })
    return read.ok ? [] : read.faults.map(({ code }) => code)
  }
  expect(codes({ on: ['22/11/2026'] })).toEqual(['future'])
  expect(codes({ on: ['2026-11-09'] })).toEqual(['before'])
  expect(codes({ on: ['31/11/2026'] })).toEqual(['day'])
  expect(codes({ note: [' '] })).toEqual(['proof'])
  expect(codes({ note: [''] }, { hasFile: true })).toEqual([])
  expect(codes({ place: ['own-page'], link: ['x'] })).toEqual(['place', 'link'])
})
