import { describe, expect, it } from 'vitest'
import { type CaseTexts, hiddenIn } from '../../server/domain/public-case'
import { withoutIdentity } from '../../server/domain/shared-answer'

const texts = (content: string): CaseTexts => ({ title: '', content, place: '', wish: '', answer: '' })
const nobody = { name: '', address: '', phone: '', email: '', organisation: '' }

/** Texts that anybody may send, made to keep whoever publishes them waiting for ever. */
describe('a text made to be slow', () => {
  it.each([
    ['the same address again and again', 'a@b.vn '.repeat(1428)],
    ['hundreds of addresses', Array.from({ length: 300 }, (_, i) => `a${i}@b.vn`).join(' ')],
    ['the same number plate', '30A-123.45 '.repeat(900)],
    ['one name', 'bà Nguyễn Văn A '.repeat(600)],
  ])(
    '%s is hidden in a moment',
    (_, content) => {
      const hidden = hiddenIn(texts(content), { hidden: [], shown: [] })
      expect(hidden.length).toBeGreaterThan(250)
      const kept = hiddenIn(texts(content), { hidden, shown: hidden.slice(0, 200) })
      expect(kept).toEqual(hidden.slice(200))
    },
    10_000,
  )

  it('a sender who is called by dots and dashes does not hold up an answer with a line of them', () => {
    const line = `Trả lời: ${'.'.repeat(60)} ${'-'.repeat(60)} ${'hết '.repeat(200)}.`
    const identity = { ...nobody, address: '.'.repeat(61), organisation: `${'-. '.repeat(30)}A` }
    expect(withoutIdentity(line, identity)).toEqual([{ text: line }])
  }, 10_000)

  it('finds an address however its signs are set', () => {
    const identity = { ...nobody, address: '5/3 Hoa-Mai, P. An' }
    expect(withoutIdentity('ở 5/3 Hoa Mai, P An.', identity)).toEqual([
      { text: 'ở ' },
      { hidden: 'other' },
      { text: '.' },
    ])
  })
})
