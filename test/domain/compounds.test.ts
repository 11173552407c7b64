import fc from 'fast-check'
import { expect, it } from 'vitest'
import { keepWords } from '../../web/vi/compounds'

it('keeps compounds on one line', () => {
  expect(keepWords('Thủ tục, giấy tờ, thời gian')).toBe('Thủ\u00a0tục, giấy tờ, thời\u00a0gian')
  expect(keepWords('Kết quả hài lòng, quý IV/2026')).toBe('Kết\u00a0quả hài\u00a0lòng, quý\u00a0IV/2026')
})

it('leaves words alone that only begin or end like a compound', () => {
  expect(keepWords('liên kết quảng cáo')).toBe('liên kết quảng cáo')
})

it('changes nothing but spaces', () => {
  fc.assert(
    fc.property(fc.string(), (text) => keepWords(text).replaceAll('\u00a0', ' ') === text.replaceAll('\u00a0', ' ')),
  )
})
