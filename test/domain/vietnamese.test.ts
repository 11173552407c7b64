import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanText, fold, nfc } from '../../server/domain/vietnamese'

const vietnamese = fc
  .array(fc.constantFrom(...'aàảãáạăằẵẳắặâầẩẫấậeêếệiíịoôốộơớợuưứựyýỵdđĐÁẾỢ XỨ '))
  .map((letters) => letters.join(''))

describe('Vietnamese text', () => {
  it('folds marks, đ and case', () => {
    expect(fold('Thời điểm ĐÁNH GIÁ')).toBe('thoi diem danh gia')
    expect(fold('Ủy ban nhân dân quận Bình Thạnh')).toBe('uy ban nhan dan quan binh thanh')
  })

  it('folds the same whether marks are composed or typed apart', () => {
    fc.assert(
      fc.property(vietnamese, (text) => {
        expect(fold(text.normalize('NFD'))).toBe(fold(text))
        expect(fold(text)).toMatch(/^[a-z ]*$/)
        expect(fold(fold(text))).toBe(fold(text))
        expect(nfc(text.normalize('NFD'))).toBe(text)
      }),
    )
  })

  it('keeps text and line breaks, drops what no reader sees', () => {
    expect(cleanText('  Cán bộ\u0000 tốt\r\nCảm\tơn\u202E \uFEFF')).toBe('Cán bộ tốt\nCảm ơn')
    expect(cleanText('a\uD800b 😀')).toBe('ab 😀')
    expect(cleanText('Hài lòng'.normalize('NFD'))).toBe('Hài lòng')
  })

  it('is the same when cleaned again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(cleanText(cleanText(text))).toBe(cleanText(text))
      }),
    )
  })
})
