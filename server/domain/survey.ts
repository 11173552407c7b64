import { z } from 'zod'

/** The three overall rates in use; a survey version names one (SIPAS: they give different numbers). */
export const overallRules = ['mean-of-criteria', 'mean-of-dimensions', 'pooled'] as const
export type OverallRule = (typeof overallRules)[number]

const text = z
  .string()
  .trim()
  .min(1)
  .max(600)
  .transform((value) => value.normalize('NFC'))
const key = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/)
const option = z.object({ key, label: text })

const level = z.object({ label: text, short: text.optional(), satisfied: z.boolean() })

const criterion = z.object({
  /** `dimension.number`, such as `1.1`; dimension 0 holds items reported apart. */
  key: z.string().regex(/^\d{1,2}\.\d{1,2}$/),
  official: text,
  phone: text,
  short: text,
  reasons: z.array(text).max(8).default([]),
  /** Gate answers that make this criterion not applicable: the gate's key and the options' keys. */
  skippedBy: z.array(z.object({ gate: key, options: z.array(key).min(1) })).default([]),
})

const dimension = z.object({
  key: z.string().regex(/^\d{1,2}$/),
  official: text,
  short: text,
  phone: text,
  /** Reported beside the dimensions and never part of an overall rate ("đánh giá chung"). */
  apart: z.boolean().default(false),
  criteria: z.array(criterion).min(1),
})

/** A choice is stored as one character in base 36. */
const options = z.array(option).max(36)

const gate = z.object({ key, label: text, options: options.min(2) })

export const itemKinds = ['one', 'many', 'text', 'percent'] as const
const item = z.object({
  key,
  label: text,
  kind: z.enum(itemKinds),
  hint: text.optional(),
  options: options.default([]),
  enabled: z.boolean(),
  /** Asked as a follow-up: only when an item before it has one of these options. */
  after: z.object({ item: key, options: z.array(key).min(1) }).optional(),
})

const shape = z.object({
  key,
  version: z.number().int().min(1),
  title: text,
  status: z.enum(['official', 'draft']).default('official'),
  source: text,
  overall: z.enum(overallRules).default('mean-of-criteria'),
  /** How many dimensions the instrument has; a definition that lost one is refused. */
  dimensionCount: z.number().int().min(1).max(12),
  minutes: z.number().int().min(1).max(30),
  /** Lowest first; the stored level is the position, counted from 1. */
  scale: z.array(level).min(2).max(9),
  noOpinion: z.object({ label: text, short: text }),
  order: z.enum(['low-first', 'high-first']).default('low-first'),
  gates: z.array(gate).default([]),
  dimensions: z.array(dimension).min(1),
  items: z.array(item).default([]),
  comment: z.object({ label: text, hint: text }).nullable(),
  /** How the person is addressed ("em"); missing: the usual form (vietnamese). Texts are written with the usual one. */
  address: text.pipe(z.string().max(20)).optional(),
  /** Texts in other languages by the keys of survey-language. Optional, so that earlier definitions stay as stored. */
  translations: z.object({ en: z.record(z.string().max(120), text).optional() }).optional(),
})

type Shape = z.infer<typeof shape>

/**
 * A questionnaire as data. Checked once when it is published; a published version never changes.
 * Refused, with the reason as a code in `message`: `lost-dimension`, `repeated-key:<key>`, `no-satisfied-level`,
 * `no-unsatisfied-level`, `unreachable:<key>` (a criterion that every answer of a gate excludes, an item after an option
 * that does not exist or a later one), `unknown-gate:<key>`, `wrong-dimension:<key>`, `no-options:<key>`.
 */
export const surveyDefinition = shape.superRefine((definition, context) => {
  for (const problem of problems(definition)) context.addIssue({ code: 'custom', message: problem })
})

export type SurveyDefinition = z.infer<typeof surveyDefinition>
/** A definition as it is written, before defaults. */
export type SurveyInput = z.input<typeof surveyDefinition>
export type Dimension = SurveyDefinition['dimensions'][number]
export type Criterion = Dimension['criteria'][number]
export type Gate = SurveyDefinition['gates'][number]
export type Item = SurveyDefinition['items'][number]

function* problems(definition: Shape): Generator<string> {
  if (!definition.scale.some((l) => l.satisfied)) yield 'no-satisfied-level'
  if (definition.scale.every((l) => l.satisfied)) yield 'no-unsatisfied-level'
  if (definition.dimensions.filter((d) => !d.apart).length !== definition.dimensionCount) yield 'lost-dimension'
  yield* repeated(definition.dimensions.map((d) => d.key))
  yield* repeated(definition.dimensions.flatMap((d) => d.criteria.map((c) => c.key)))
  yield* repeated([...definition.gates, ...definition.items].map((question) => question.key))
  for (const question of [...definition.gates, ...definition.items]) yield* repeated(question.options.map((o) => o.key))
  for (const d of definition.dimensions) for (const c of d.criteria) yield* criterionProblems(definition, d.key, c)
  for (const i of definition.items) yield* itemProblems(definition, i)
}

function* repeated(keys: string[]): Generator<string> {
  const seen = new Set<string>()
  for (const k of keys) {
    if (seen.has(k)) yield `repeated-key:${k}`
    seen.add(k)
  }
}

function* criterionProblems(
  definition: Shape,
  dimensionKey: string,
  c: Shape['dimensions'][number]['criteria'][number],
) {
  if (c.key.split('.')[0] !== dimensionKey) yield `wrong-dimension:${c.key}`
  for (const rule of c.skippedBy) {
    const gateOfRule = definition.gates.find((g) => g.key === rule.gate)
    if (!gateOfRule || rule.options.some((o) => !gateOfRule.options.some((known) => known.key === o)))
      yield `unknown-gate:${rule.gate}`
    else if (gateOfRule.options.every((known) => rule.options.includes(known.key))) yield `unreachable:${c.key}`
  }
}

function* itemProblems(definition: Shape, i: Shape['items'][number]) {
  if ((i.kind === 'one' || i.kind === 'many') && i.options.length < 2) yield `no-options:${i.key}`
  if (!i.after) return
  const earlier = definition.items.slice(0, definition.items.indexOf(i))
  const before = earlier.find((other) => other.key === i.after?.item)
  const reachable = before?.enabled && before.options.some((o) => i.after?.options.includes(o.key))
  if (i.enabled && !reachable) yield `unreachable:${i.key}`
}

/** All criteria in the order of the definition: the order of the characters in a stored answer. */
export function listCriteria(definition: SurveyDefinition): Criterion[] {
  return definition.dimensions.flatMap((d) => d.criteria)
}

/** The name under which a version is stored and cited, such as `sipas-24@1`. */
export function versionId(definition: { key: string; version: number }): string {
  return `${definition.key}@${definition.version}`
}
