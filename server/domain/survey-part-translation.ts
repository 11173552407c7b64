import { lineOf } from './form-values'
import { listTexts } from './survey-language'
import type { PartForm } from './survey-parts'

/** The English texts beside the Vietnamese; the field of a text is `t.` and its key. What is empty is not translated yet. */
export const translationPart: PartForm = {
  values: (definition) =>
    Object.fromEntries(
      listTexts(definition).map(({ key }) => [`t.${key}`, [definition.translations?.en?.[key] ?? '']] as const),
    ),
  apply(definition, values) {
    const { translations: _, ...rest } = definition
    const earlier = Object.entries(definition.translations?.en ?? {})
    const shown = new Set(listTexts(definition).map(({ key }) => key))
    const typed = [...shown].map((key) => [key, lineOf(values, `t.${key}`)] as const)
    const english = [...earlier.filter(([key]) => !shown.has(key)), ...typed].filter(([, text]) => text !== '')
    return english.length === 0 ? rest : { ...rest, translations: { en: Object.fromEntries(english) } }
  },
  fieldOf: ([first, , key]) => (first === 'translations' ? `t.${String(key)}` : null),
}
