import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fillTemplate, gapsIn, templateVariables, unknownVariables } from '../../server/domain/template-text'
import { templateExample } from '../../web/vi/case-templates'

it('a variable is replaced, one without a value stays visible', () => {
  const body = 'Phiếu {{ma}}, hạn {{ HAN }}, tại {{noi-tiep-cong-dan}}.'
  expect(fillTemplate(body, { ma: 'A-26-1', han: ' ' })).toBe('Phiếu A-26-1, hạn ⟨han⟩, tại ⟨noi-tiep-cong-dan⟩.')
  expect(fillTemplate('{{han}}', {}, () => 'hạn trả lời')).toBe('⟨hạn trả lời⟩')
})

it('what nobody knows is named and left as it is', () => {
  expect(unknownVariables('{{ma}} {{ten-me}} {{}} {{ma} }}')).toEqual(['ten-me', '', '{{', '}}'])
  expect(fillTemplate('{{ten-me}}', {})).toBe('{{ten-me}}')
  expect(gapsIn('⟨nơi nhận⟩ lúc ⟨giờ⟩, ⟨giờ⟩')).toEqual(['nơi nhận', 'giờ'])
})

it('values are never read again as templates, and every known variable is replaced', () => {
  const names = fc.constantFrom(...templateVariables)
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          names,
          fc.string({ maxLength: 5 }).map((text) => text.replace(/[{}]/g, '')),
        ),
      ),
      (words) => {
        const isName = (word: string) => (templateVariables as readonly string[]).includes(word)
        const body = words.map((word) => (isName(word) ? `{{${word}}}` : word)).join(' ')
        expect(unknownVariables(body)).toEqual([])
        const filled = fillTemplate(body, { ...templateExample, ma: '{{han}}' })
        expect(filled.replaceAll('{{han}}', '')).not.toContain('{{')
      },
    ),
  )
})
