import { listCriteria, type SurveyDefinition } from './survey'
import { addressOf } from './survey-language'

/** What a definition consists of, for comparing: `survey` is its own settings, `text` a translated text. */
export const partKinds = ['survey', 'level', 'dimension', 'criterion', 'gate', 'item', 'option', 'text'] as const
export type PartKind = (typeof partKinds)[number]

/** Fields that a part can have; the words for them stand in web/vi. */
export const partFields = [
  'title',
  'source',
  'minutes',
  'overall',
  'order',
  'address',
  'comment',
  'commentHint',
  'official',
  'phone',
  'short',
  'label',
  'satisfied',
  'reasons',
  'rules',
  'hint',
  'kind',
  'enabled',
  'after',
] as const
export type PartField = (typeof partFields)[number]

/** A part by its place: `key` as people cite it (`1.1`, `late`), `within` the key of what it belongs to. */
export type Part = {
  kind: PartKind
  key: string
  within: string
  /** What it is called. */
  name: string
  fields: Partial<Record<PartField, string>>
}

export type FieldChange = { part: Part; field: PartField; before: string; after: string }
export type SurveyChanges = {
  added: Part[]
  removed: Part[]
  /** The fewest parts that explain the new order. */
  moved: Part[]
  reworded: FieldChange[]
  /** Criteria whose results can be compared: the same key, official text and scale in both. */
  comparable: string[]
}

/** What is different in `after`. `diff(a, a)` is empty but for `comparable`. */
export function diffSurveys(before: SurveyDefinition, after: SurveyDefinition): SurveyChanges {
  const old = index(listParts(before))
  const now = index(listParts(after))
  return {
    added: [...now.values()].filter((part) => !old.has(idOf(part))),
    removed: [...old.values()].filter((part) => !now.has(idOf(part))),
    moved: movedParts(old, now),
    reworded: [...now.values()].flatMap((part) => fieldChanges(old.get(idOf(part)), part)),
    comparable: comparableCriteria(before, after),
  }
}

/** True when nothing at all is different. */
export function isUnchanged({ added, removed, moved, reworded }: SurveyChanges): boolean {
  return added.length + removed.length + moved.length + reworded.length === 0
}

/** Everything that may change, in the order of the definition. */
export function listParts(definition: SurveyDefinition): Part[] {
  const { scale, noOpinion, dimensions, gates, items, comment } = definition
  const survey: Part['fields'] = {
    title: definition.title,
    source: definition.source,
    minutes: String(definition.minutes),
    overall: definition.overall,
    order: definition.order,
    address: addressOf(definition),
    comment: comment?.label ?? '',
    commentHint: comment?.hint ?? '',
  }
  return [
    { kind: 'survey', key: '', within: '', name: definition.title, fields: survey },
    ...scale.map(({ label, short, satisfied }, i) =>
      part('level', String(i + 1), '', label, { label, short: short ?? '', satisfied: satisfied ? 'yes' : 'no' }),
    ),
    part('level', 'na', '', noOpinion.label, { label: noOpinion.label, short: noOpinion.short }),
    ...gates.flatMap((gate) => [part('gate', gate.key, '', gate.label, { label: gate.label }), ...optionsOf(gate)]),
    ...dimensions.flatMap(({ key, official, phone, short, criteria }) => [
      part('dimension', key, '', official, { official, phone, short }),
      ...criteria.map((c) => criterionPart(c, key)),
    ]),
    ...items.flatMap((item) => [itemPart(item), ...optionsOf(item)]),
    ...Object.entries(definition.translations?.en ?? {}).map(([key, text]) =>
      part('text', key, 'en', text, { label: text }),
    ),
  ]
}

function part(kind: PartKind, key: string, within: string, name: string, fields: Part['fields']): Part {
  return { kind, key, within, name, fields }
}

function criterionPart(criterion: SurveyDefinition['dimensions'][number]['criteria'][number], dimension: string): Part {
  const { key, official, phone, short, reasons, skippedBy } = criterion
  const rules = skippedBy.map(({ gate, options }) => `${gate}: ${options.join(', ')}`).join('; ')
  return part('criterion', key, dimension, official, { official, phone, short, reasons: reasons.join(' · '), rules })
}

function itemPart({ key, label, hint, kind, enabled, after }: SurveyDefinition['items'][number]): Part {
  return part('item', key, '', label, {
    label,
    hint: hint ?? '',
    kind,
    enabled: enabled ? 'yes' : 'no',
    after: after ? `${after.item}: ${after.options.join(', ')}` : '',
  })
}

function optionsOf({ key, options }: { key: string; options: { key: string; label: string }[] }): Part[] {
  return options.map((option) => part('option', option.key, key, option.label, { label: option.label }))
}

/** An option is named within its question; a criterion that changed its dimension has another key anyway. */
const idOf = ({ kind, key, within }: Part) => JSON.stringify([kind, key, kind === 'criterion' ? '' : within])
const index = (parts: readonly Part[]) => new Map(parts.map((one) => [idOf(one), one]))

function fieldChanges(old: Part | undefined, now: Part): FieldChange[] {
  if (!old) return []
  return partFields.flatMap((field) => {
    const before = old.fields[field] ?? ''
    const after = now.fields[field] ?? ''
    return before === after ? [] : [{ part: now, field, before, after }]
  })
}

/** Among the parts of one kind and place that both have: those outside a longest run in the old order. */
function movedParts(old: ReadonlyMap<string, Part>, now: ReadonlyMap<string, Part>): Part[] {
  const places = new Map([...old.keys()].map((id, at) => [id, at]))
  const groups = new Map<string, Part[]>()
  for (const [id, one] of now) {
    // The order of translated texts means nothing, and levels are told by their texts.
    if (!places.has(id) || one.kind === 'text' || one.kind === 'level') continue
    const group = `${one.kind} ${one.within}`
    groups.set(group, [...(groups.get(group) ?? []), one])
  }
  return [...groups.values()].flatMap((parts) => {
    const kept = longestRun(parts.map((one) => places.get(idOf(one)) ?? 0))
    return parts.filter((_, at) => !kept.has(at))
  })
}

/** Positions of a longest increasing subsequence. */
function longestRun(values: readonly number[]): Set<number> {
  const best: number[] = []
  const before: number[] = []
  values.forEach((value, at) => {
    let length = 0
    let from = -1
    for (let i = 0; i < at; i++) {
      const reach = best[i] ?? 0
      if ((values[i] ?? 0) < value && reach > length) [length, from] = [reach, i]
    }
    best[at] = length + 1
    before[at] = from
  })
  const run = new Set<number>()
  for (let at = best.indexOf(Math.max(0, ...best)); at >= 0; at = before[at] ?? -1) run.add(at)
  return run
}

function comparableCriteria(before: SurveyDefinition, after: SurveyDefinition): string[] {
  if (!sameScale(before, after)) return []
  const official = new Map(listCriteria(before).map((c) => [c.key, c.official]))
  return listCriteria(after).flatMap((c) => (official.get(c.key) === c.official ? [c.key] : []))
}

/** The same levels, in the same order, with the same meaning: only then may answers be compared. */
export function sameScale(a: Pick<SurveyDefinition, 'scale'>, b: Pick<SurveyDefinition, 'scale'>): boolean {
  const written = ({ scale }: Pick<SurveyDefinition, 'scale'>) =>
    JSON.stringify(scale.map(({ label, satisfied }) => [label, satisfied]))
  return written(a) === written(b)
}
