import { type FormValues, lineOf, linesOf, rowsOf, withRows } from './form-values'
import { type Gate, type Item, itemKinds, type SurveyDefinition, type SurveyInput } from './survey'
import type { PartForm } from './survey-parts'
import { fold } from './vietnamese'

type Place = 'gates' | 'items'

/** The order of the gates, and which of them stay. */
export const gatesPart: PartForm = {
  values: ({ gates }) =>
    withRows(
      {},
      'q',
      gates.map(({ key }) => ({ key: [key] })),
    ),
  apply: (definition, values) => ({
    ...definition,
    gates: rowsOf(values, 'q').flatMap((row) => definition.gates.find(({ key }) => key === lineOf(row, 'key')) ?? []),
  }),
  fieldOf: () => null,
}

/** The optional questions: which are asked, in which order, and which of them stay. */
export const itemsPart: PartForm = {
  values: ({ items }) =>
    withRows(
      {},
      'q',
      items.map(({ key, enabled }) => ({ key: [key], enabled: enabled ? ['1'] : [] })),
    ),
  apply: (definition, values) => ({
    ...definition,
    items: rowsOf(values, 'q').flatMap((row) => {
      const item = definition.items.find(({ key }) => key === lineOf(row, 'key'))
      return item ? [{ ...item, enabled: lineOf(row, 'enabled') === '1' }] : []
    }),
  }),
  fieldOf: () => null,
  fieldOfKey({ items = [] }, key) {
    const row = items.findIndex((item) => item.key === key)
    return row < 0 ? null : `q.${row}.enabled`
  },
}

/** One gate or optional question: its text, its options one a line, after which answer it is asked (`item/option`). */
export function questionPart(key: string): PartForm {
  const placeOf = (definition: SurveyDefinition): Place =>
    definition.gates.some((gate) => gate.key === key) ? 'gates' : 'items'
  return {
    values(definition) {
      const item = definition.items.find((one) => one.key === key)
      const asked = item ?? definition.gates.find((one) => one.key === key)
      return {
        label: [asked?.label ?? ''],
        options: [asked?.options.map(({ label }) => label).join('\n') ?? ''],
        kind: [item?.kind ?? 'one'],
        hint: [item?.hint ?? ''],
        after: item?.after?.options.map((option) => `${item.after?.item}/${option}`) ?? [],
      }
    },
    apply: (definition, values) => put(definition, placeOf(definition), key, values),
    fieldOf: fieldOfQuestion,
    fieldOfKey: (_, wrong) => (wrong === key ? 'options' : null),
  }
}

/** A question that is added at the end; it gets a key of its own. */
export function newQuestionPart(place: Place): PartForm {
  return {
    values: () => ({ label: [''], options: [''], kind: ['one'], hint: [''], after: [] }),
    apply: (definition, values) => put(definition, place, newKey(definition, lineOf(values, 'label')), values),
    fieldOf: fieldOfQuestion,
    fieldOfKey: () => 'options',
  }
}

function fieldOfQuestion(path: readonly PropertyKey[]): string | null {
  const [first, , field] = path
  if (first !== 'gates' && first !== 'items') return null
  return field === 'options' || field === 'hint' || field === 'kind' ? field : 'label'
}

function put(definition: SurveyDefinition, place: Place, key: string, values: FormValues): SurveyInput {
  const earlier: readonly (Gate | Item)[] = definition[place]
  const before = earlier.find((one) => one.key === key)
  const label = lineOf(values, 'label')
  const options = readOptions(linesOf(values, 'options'), before?.options ?? [])
  const replaced = <T extends { key: string }>(list: readonly T[], made: T): T[] =>
    before ? list.map((one) => (one.key === key ? made : one)) : [...list, made]
  if (place === 'gates') return { ...definition, gates: replaced(definition.gates, { key, label, options }) }
  const kind = itemKinds.find((one) => one === lineOf(values, 'kind')) ?? 'one'
  const hint = lineOf(values, 'hint')
  const after = readAfter(values.after ?? [])
  const enabled = definition.items.find((one) => one.key === key)?.enabled ?? true
  const item: Item = {
    key,
    label,
    kind,
    options: kind === 'one' || kind === 'many' ? options : [],
    enabled,
    ...(hint === '' ? {} : { hint }),
    ...(after ? { after } : {}),
  }
  return { ...definition, items: replaced(definition.items, item) }
}

/** The options of the first question named; a follow-up follows one question. */
function readAfter(chosen: readonly string[]): Item['after'] {
  const pairs = chosen.map((pair) => pair.split('/'))
  const item = pairs[0]?.[0]
  if (!item) return undefined
  return { item, options: pairs.flatMap(([of, option]) => (of === item && option ? [option] : [])) }
}

type Option = Gate['options'][number]

/**
 * Options from lines. A line that stood there before keeps its key wherever it is now; a line in the place of one that is
 * gone takes over its key, because it was reworded; others get a new one.
 */
export function readOptions(labels: readonly string[], before: readonly Option[]): Option[] {
  const kept = new Map(before.filter(({ label }) => labels.includes(label)).map(({ label, key }) => [label, key]))
  const taken = new Set(kept.values())
  const used = new Set(before.map(({ key }) => key))
  return labels.map((label, at) => {
    const own = kept.get(label)
    if (own !== undefined) {
      kept.delete(label)
      return { key: own, label }
    }
    const place = before[at]
    const key = place && !taken.has(place.key) ? place.key : freeKey(label, new Set([...used, ...taken]))
    taken.add(key)
    return { key, label }
  })
}

function newKey(definition: SurveyDefinition, label: string): string {
  return freeKey(label, new Set([...definition.gates, ...definition.items].map(({ key }) => key)))
}

/** A key in plain letters made of the text, with a number when it is taken. */
function freeKey(label: string, taken: ReadonlySet<string>): string {
  const letters = fold(label)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 32)
  const key = letters.replace(/-+$/, '') || 'o'
  for (let n = 1; ; n++) {
    const tried = n === 1 ? key : `${key}-${n}`
    if (!taken.has(tried)) return tried
  }
}
