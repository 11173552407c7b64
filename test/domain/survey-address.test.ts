import { describe, expect, it } from 'vitest'
import { draftSurveys, seedSurveys } from '../../db/seed'
import { bnv19 } from '../../db/seed/bnv-19'
import { englishOf } from '../../db/seed/english'
import { nhanh6 } from '../../db/seed/nhanh-6'
import { sipas24 } from '../../db/seed/sipas-24'
import { listCriteria, type SurveyDefinition, surveyDefinition } from '../../server/domain/survey'
import {
  carryTranslations,
  inLanguage,
  isComplete,
  languagesOf,
  listTexts,
  mapTexts,
  nextCriterionKey,
  replaceWord,
  withAddress,
  withWord,
} from '../../server/domain/survey-language'
import { wordsOf } from '../../web/survey-words'

const inEnglish = (definition: SurveyDefinition): SurveyDefinition => ({
  ...definition,
  translations: {
    en: Object.fromEntries(listTexts(definition).map(({ key, text }) => [key, englishOf(text) ?? text])),
  },
})

describe('the form of address', () => {
  it.each([
    ['Ông/Bà có góp ý gì thêm?', 'em', 'Em có góp ý gì thêm?'],
    ['Nói chung, Ông/Bà hài lòng ở mức nào?', 'em', 'Nói chung, em hài lòng ở mức nào?'],
    ['Phiếu có 6 câu. Ông/Bà được bỏ qua.', 'anh/chị', 'Phiếu có 6 câu. Anh/chị được bỏ qua.'],
    ['Nếu ông/bà chọn “Có”.', 'em', 'Nếu em chọn “Có”.'],
    ['Xong!\n“Ông/Bà gửi chưa?”', 'quý phụ huynh', 'Xong!\n“Quý phụ huynh gửi chưa?”'],
    ['Ông/Bà', 'Ông/Bà', 'Ông/Bà'],
  ])('%s → %s', (text, address, expected) => {
    expect(withAddress(text, address)).toBe(expected)
  })

  it('is used by every sentence of the page, and no usual one is left', () => {
    const words = wordsOf('vi', 'em')
    expect(words.survey.howSatisfied).toBe('Em hài lòng ở mức nào?')
    expect(words.survey.length(24, 4)).toContain('Em được bỏ qua câu')
    expect(words.survey.skipHints.purpose?.('Không có ý kiến')).toMatch(/^Em chưa nhận kết quả/)
    expect(words.surveyProblems.invalid.text).toMatch(/^Mời em xem lại/)
    expect(words.receipt.title.kept).toBe('Đã nhận phiếu. Cảm ơn em.')
    expect(wordsOf('vi', 'em')).toBe(words)
    expect(wordsOf('vi')).toBe(wordsOf('vi', 'Ông/Bà'))
  })

  it('is used by the texts of the survey', () => {
    const shown = inLanguage({ ...sipas24, address: 'em' }, 'vi')
    expect(listTexts(shown).filter(({ text }) => /ông\/bà/i.test(text))).toEqual([])
    expect(listCriteria(shown).find(({ key }) => key === '3.2')?.phone).toBe('Cán bộ chăm chú lắng nghe em')
    expect(inLanguage(sipas24, 'vi')).toEqual(sipas24)
  })

  it('does not change what earlier versions are stored as', () => {
    for (const survey of [...seedSurveys, ...draftSurveys]) {
      expect(JSON.stringify(surveyDefinition.parse(survey))).toBe(JSON.stringify(survey))
      expect(Object.keys(survey)).not.toContain('address')
      expect(Object.keys(survey)).not.toContain('translations')
    }
    expect(surveyDefinition.safeParse({ ...sipas24, address: 'một cách xưng hô dài hơn hai mươi' }).success).toBe(false)
  })
})

describe('the word for the people who serve', () => {
  it('is replaced as a word, with its capital', () => {
    expect(replaceWord('Cán bộ hỏi cán bộ', 'cán bộ', 'thầy cô')).toBe('Thầy cô hỏi thầy cô')
    expect(replaceWord('công chức(s), công', 'công', 'x')).toBe('x chức(s), x')
    expect(replaceWord('a . b.c', '.', '!')).toBe('a ! b.c')
    expect(replaceWord('cán bộ', '', 'x')).toBe('cán bộ')
  })

  it('stays in reports unless they are meant too', () => {
    const phone = withWord(sipas24, { from: 'cán bộ', to: 'viên chức', official: false })
    expect(listTexts(phone).some(({ text }) => /cán bộ/i.test(text) && !text.startsWith('Cán bộ, '))).toBe(false)
    expect(listCriteria(phone).map(({ official }) => official)).toEqual(listCriteria(sipas24).map((c) => c.official))
    const both = withWord(sipas24, { from: 'công chức', to: 'viên chức', official: true })
    expect(both.dimensions[2]?.official).toBe('Viên chức giải quyết thủ tục hành chính')
    expect(surveyDefinition.safeParse(both).success).toBe(true)
  })
})

describe('translations', () => {
  it.each([sipas24, nhanh6].map((survey) => [survey.key, survey] as const))(
    '%s has every text in English',
    (_, survey) => {
      const all = listTexts({ ...survey, items: survey.items.map((item) => ({ ...item, enabled: true })) })
      expect(all.filter(({ text }) => englishOf(text) === undefined)).toEqual([])
    },
  )

  it('are shown only when none is missing', () => {
    const whole = inEnglish(nhanh6)
    expect(languagesOf(whole)).toEqual(['vi', 'en'])
    expect(languagesOf(nhanh6)).toEqual(['vi'])
    const { title: _, ...without } = whole.translations?.en ?? {}
    expect(isComplete({ ...whole, translations: { en: without } }, 'en')).toBe(false)
    const shown = inLanguage(whole, 'en')
    expect(listTexts(shown).filter(({ text }) => /[ăâđêôơưạảãếệộợự]/i.test(text))).toEqual([])
    expect(listCriteria(shown).map(({ official }) => official)).toEqual(listCriteria(nhanh6).map((c) => c.official))
  })

  it('follow a text that moves and leave one that was reworded', () => {
    const before = inEnglish(nhanh6)
    const after = mapTexts(before, (text, key) => (key === '1.1' ? 'Lời mới' : text))
    const reversed = {
      ...after,
      dimensions: after.dimensions.map((d) => ({
        ...d,
        criteria: d.criteria.map((c) => ({ ...c, reasons: c.reasons.toReversed() })),
      })),
    }
    const english = carryTranslations(before, reversed)?.en ?? {}
    expect(english['1.1']).toBeUndefined()
    expect(english['r.1.1.1']).toBe('Not clean')
    expect(Object.keys(english)).toHaveLength(Object.keys(before.translations?.en ?? {}).length - 1)
    expect(carryTranslations(bnv19, bnv19)).toBeUndefined()
  })
})

it('numbers of criteria are never given twice', () => {
  expect(nextCriterionKey('2', ['1.9', '2.1', '2.7', '2.3'])).toBe('2.8')
  expect(nextCriterionKey('6', ['2.7'])).toBe('6.1')
})
