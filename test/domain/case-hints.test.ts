import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type HintCode, hintCodes, hintsOf } from '../../server/domain/case-hints'
import { fold } from '../../server/domain/vietnamese'

const codes = (text: string) => hintsOf(text).map(({ code }) => code)

const signs: [HintCode, string][] = [
  ['denunciation', 'Tôi tố cáo ông Lê Văn Tám, phó chủ tịch xã, nhận hối lộ 20 triệu'],
  ['denunciation', 'Cán bộ quầy 3 đòi tiền bôi trơn mới nhận hồ sơ'],
  ['denunciation', 'Bà Trần Thị Bé tham ô tiền quỹ'],
  ['complaint', 'Tôi khiếu nại quyết định thu hồi đất của gia đình'],
  ['complaint', 'Đề nghị xem xét lại quyết định kỷ luật tôi'],
  ['child', 'Cô giáo đánh con tôi bầm tím tay'],
  ['child', 'Cháu bé bị bố dượng bạo hành, nhốt trong nhà'],
  ['urgent', 'Nhà văn hóa đang cháy'],
  ['urgent', 'Có người cầm dao trước cổng trường'],
  ['question', 'Cho tôi hỏi làm hộ chiếu cần gì'],
  ['question', 'Lệ phí bao nhiêu?'],
]

describe('hints at what a message may be', () => {
  it.each(signs)('%s: %s', (code, text) => {
    expect(codes(text)).toContain(code)
    expect(codes(text.toUpperCase())).toContain(code)
    expect(codes(fold(text))).toContain(code)
    expect(codes(text.normalize('NFD'))).toContain(code)
  })

  it.each([
    'Cán bộ chậm trả hồ sơ, gây phiền hà, đi lại ba lần.',
    'Học sinh đá bóng trên sân, nhà trường đánh giá tốt. Trường đã tập huấn phòng cháy chữa cháy.',
    'Cây xoài to cao che biển báo, đề nghị cắt tỉa.',
    'Quỹ bị tham ô thế nào không rõ',
    'Đề nghị lắp thêm ghế ở Bộ phận Một cửa.',
    '',
  ])('says nothing of: %s', (text) => {
    expect(codes(text)).toEqual([])
  })

  it('names the words that were typed, the gravest sign first', () => {
    expect(hintsOf('Tôi KHIẾU NẠI và tố cáo: cô Hoa tát cháu nhà tôi')).toEqual([
      { code: 'child', words: ['cháu', 'tát'] },
      { code: 'denunciation', words: ['tố cáo'] },
      { code: 'complaint', words: ['KHIẾU NẠI'] },
    ])
  })

  it('says each thing once with words that stand in the text, whatever it is', () => {
    const typed = fc
      .array(fc.constantFrom(...signs.map(([, text]) => text), '. ', '?', '\n', '😀', '\ud800', 'İ'))
      .map((all) => all.join(' '))
    fc.assert(
      fc.property(fc.oneof(typed, fc.string({ unit: 'binary' })), (text) => {
        const hints = hintsOf(text)
        expect(hints.map(({ code }) => code)).toEqual(
          hintCodes.filter((code) => hints.some((hint) => hint.code === code)),
        )
        for (const { words } of hints) {
          expect(words.length).toBeLessThanOrEqual(5)
          for (const word of words) expect(text.normalize('NFC')).toContain(word)
        }
      }),
    )
    expect(codes('cháu bị đánh '.repeat(4000))).toEqual(['child'])
    expect(codes('a'.repeat(50_000))).toEqual([])
  })
})
