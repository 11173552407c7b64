import { listCriteria, type SurveyDefinition } from './survey'
import { usualAddress } from './vietnamese'

/** Languages of the citizen's page: Vietnamese is what a definition is written in, others are translations. */
export const langs = ['vi', 'en'] as const
export type Lang = (typeof langs)[number]

/** One text that a citizen reads, under the key that its translation has. */
export type SurveyText = { key: string; text: string }

type Change = (text: string, key: string) => string

/**
 * The same definition with every text that a citizen reads changed. Keys: `title`, `scale.1`, `na`, `1` (a dimension),
 * `1.1` (a criterion), `r.1.1.1` (its first reason), `x.purpose`, `x.purpose.submit`, `x.late.hint`, `comment`,
 * `comment.hint`. What only reports print (official and short texts) stays.
 */
export function mapTexts(definition: SurveyDefinition, change: Change): SurveyDefinition {
  const { scale, noOpinion, dimensions, gates, items, comment } = definition
  const question = <T extends { key: string; label: string; options: { key: string; label: string }[] }>(
    asked: T,
  ): T => ({
    ...asked,
    label: change(asked.label, `x.${asked.key}`),
    options: asked.options.map((option) => ({
      ...option,
      label: change(option.label, `x.${asked.key}.${option.key}`),
    })),
  })
  return {
    ...definition,
    title: change(definition.title, 'title'),
    scale: scale.map((level, i) => ({ ...level, label: change(level.label, `scale.${i + 1}`) })),
    noOpinion: { label: change(noOpinion.label, 'na'), short: change(noOpinion.short, 'na.short') },
    gates: gates.map(question),
    dimensions: dimensions.map((dimension) => ({
      ...dimension,
      phone: change(dimension.phone, dimension.key),
      criteria: dimension.criteria.map((criterion) => ({
        ...criterion,
        phone: change(criterion.phone, criterion.key),
        reasons: criterion.reasons.map((reason, i) => change(reason, `r.${criterion.key}.${i + 1}`)),
      })),
    })),
    items: items.map((item) => ({
      ...question(item),
      ...(item.hint === undefined ? {} : { hint: change(item.hint, `x.${item.key}.hint`) }),
    })),
    comment: comment && {
      label: change(comment.label, 'comment'),
      hint: change(comment.hint, 'comment.hint'),
    },
  }
}

/** Every text that a citizen reads, in the order of the definition; of optional questions only those switched on. */
export function listTexts(definition: SurveyDefinition): SurveyText[] {
  const found: SurveyText[] = []
  const asked = { ...definition, items: definition.items.filter((item) => item.enabled) }
  mapTexts(asked, (text, key) => {
    found.push({ key, text })
    return text
  })
  return found
}

/** True when the survey can be shown in this language without a Vietnamese text left in it. */
export function isComplete(definition: SurveyDefinition, lang: Lang): boolean {
  if (lang === 'vi') return true
  const translated = definition.translations?.[lang] ?? {}
  return listTexts(definition).every(({ key }) => Object.hasOwn(translated, key))
}

/** The languages in which a survey is shown. */
export function languagesOf(definition: SurveyDefinition): Lang[] {
  return langs.filter((lang) => isComplete(definition, lang))
}

/** The definition as it is shown: translated, or in Vietnamese with the survey's form of address. Keys stay. */
export function inLanguage(definition: SurveyDefinition, lang: Lang): SurveyDefinition {
  const translated = (lang === 'vi' ? undefined : definition.translations?.[lang]) ?? {}
  const address = addressOf(definition)
  return mapTexts(definition, (text, key) => translated[key] ?? withAddress(text, address))
}

/** How this survey addresses people. */
export function addressOf(definition: Pick<SurveyDefinition, 'address'>): string {
  return definition.address ?? usualAddress
}

const written = new RegExp(usualAddress, 'giu')

/**
 * The text with another form of address; at the beginning of a sentence with a capital, elsewhere as it was given.
 * The usual form changes nothing.
 */
export function withAddress(text: string, address: string): string {
  if (address === usualAddress) return text
  return text.replace(written, (_, at: number) => (beginsSentence(text.slice(0, at)) ? capital(address) : address))
}

function beginsSentence(before: string): boolean {
  return /(^|[.!?…]\s|\n)["“‘(\s]*$/u.test(before)
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}

/**
 * A word replaced wherever it stands as a word of its own, with a capital where the earlier word had one: "Cán bộ tận
 * tình" becomes "Thầy cô tận tình".
 */
export function replaceWord(text: string, from: string, to: string): string {
  if (from === '') return text
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])${from.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}])`,
    'giu',
  )
  return text.replace(pattern, (found) => (/^\p{Lu}/u.test(found) ? capital(to) : to))
}

/**
 * Another word for the people who serve, in what citizens read and, when `official`, in what reports print too.
 */
export function withWord(
  definition: SurveyDefinition,
  { from, to, official }: { from: string; to: string; official: boolean },
): SurveyDefinition {
  const change = (text: string) => replaceWord(text, from, to)
  const changed = mapTexts(definition, change)
  if (!official) return changed
  const names = <T extends { official: string; short: string }>(part: T): T => ({
    ...part,
    official: change(part.official),
    short: change(part.short),
  })
  const dimensions = changed.dimensions.map((d) => ({ ...names(d), criteria: d.criteria.map(names) }))
  return { ...changed, dimensions }
}

/**
 * The translations that still fit after a change: a text that stayed keeps its translation, under its new key when it
 * moved (a reason, an option); what was reworded has to be translated again.
 */
export function carryTranslations(before: SurveyDefinition, after: SurveyDefinition): SurveyDefinition['translations'] {
  const known = before.translations?.en
  if (!known) return after.translations
  const earlier = new Map(allTexts(before).map(({ key, text }) => [key, text]))
  const byText = new Map(
    allTexts(before).flatMap(({ key, text }) => (known[key] === undefined ? [] : [[text, known[key]] as const])),
  )
  const kept = allTexts(after).flatMap(({ key, text }) => {
    const english = earlier.get(key) === text ? (known[key] ?? byText.get(text)) : byText.get(text)
    return english === undefined ? [] : [[key, english] as const]
  })
  return kept.length === 0 ? undefined : { en: Object.fromEntries(kept) }
}

/** True when a citizen reads the same texts under the same keys, switched on or not. */
export function sameTexts(a: SurveyDefinition, b: SurveyDefinition): boolean {
  return JSON.stringify(allTexts(a)) === JSON.stringify(allTexts(b))
}

/** Optional questions that are off included, so that switching one on again brings its translation back. */
function allTexts(definition: SurveyDefinition): SurveyText[] {
  return listTexts({ ...definition, items: definition.items.map((item) => ({ ...item, enabled: true })) })
}

/** The number a new criterion of a dimension gets: higher than any that was ever used, so that a number means one thing. */
export function nextCriterionKey(dimension: string, used: Iterable<string>): string {
  const numbers = [...used].filter((key) => key.split('.')[0] === dimension).map((key) => Number(key.split('.')[1]))
  return `${dimension}.${Math.max(0, ...numbers) + 1}`
}

/** The keys of all criteria of several versions. */
export function usedKeys(definitions: readonly SurveyDefinition[]): Set<string> {
  return new Set(definitions.flatMap((definition) => listCriteria(definition).map(({ key }) => key)))
}
