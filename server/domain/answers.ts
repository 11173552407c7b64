import { type AnswerPlan, answerPlan, type Question } from './answer-plan'
import type { Standing } from './standing'
import type { SurveyDefinition } from './survey'
import { cleanText } from './vietnamese'

/** The pairs of an urlencoded form, in order. */
export type Fields = ReadonlyArray<readonly [name: string, value: string]>

/**
 * An answered form as it is stored. `answers`: one character per criterion in the definition's order: level, `n` no
 * opinion, `-` blank, `.` not applicable. `traits`: one character per gate, then per enabled item of kind `one`: the
 * option's position in base 36, `-` blank. `extras`: JSON `{reasons?: {criterion: positions}, items?: {key: positions |
 * text | number}}`, null when empty.
 */
export type ParsedAnswers = {
  answers: string
  traits: string
  extras: string | null
  comment: string | null
  standing: Standing
}

/** A field that cannot be read, with the value as sent (its first 100 characters). */
export type AnswerProblem = {
  field: string
  code: 'outside-scale' | 'unknown-option' | 'too-long' | 'not-a-number'
  value: string
}

export type ReadAnswers = { ok: true; value: ParsedAnswers } | { ok: false; problems: AnswerProblem[] }
export type AnswersOrError =
  | { ok: true; value: ParsedAnswers }
  | { ok: false; error: 'no-level' | 'invalid'; problems: AnswerProblem[] }

export const commentLimit = 4000
export const itemTextLimit = 300

/**
 * Reads a sent form. Names: criterion key → level `1`…`k` or `na`; `x.<key>` gates and items; `r.<criterion key>`
 * positions of reasons; `comment`. Other names are ignored, a repeated single choice counts as last chosen. What a gate
 * excludes is not applicable, whatever was chosen there. `invalid` names every field that cannot be read; `no-level`
 * is a readable form without any level.
 */
export function parseAnswers(definition: SurveyDefinition, fields: Fields): AnswersOrError {
  const read = parseRow(definition, fields)
  if (!read.ok) return { ok: false, error: 'invalid', problems: read.problems }
  return read.value.standing === 'blank' ? { ok: false, error: 'no-level', problems: [] } : read
}

/** As parseAnswers, for forms that were collected elsewhere: one without any level is kept with standing `blank`. */
export function parseRow(definition: SurveyDefinition, fields: Fields): ReadAnswers {
  const plan = answerPlan(definition)
  const raw = collect(plan, fields)
  const problems: AnswerProblem[] = []
  const chosen = plan.questions.map((question, at) => readQuestion(question, raw.questions[at] ?? none, problems))
  dropUnasked(plan, chosen)
  const answers = readLevels(plan, raw.levels, skipped(plan, chosen), problems)
  const extras = readExtras(plan, raw.reasons, answers, chosen, problems)
  const comment = readText('comment', raw.comment, commentLimit, problems)
  if (problems.length > 0) return { ok: false, problems }
  return { ok: true, value: { answers, traits: readTraits(plan, chosen), extras, comment, standing: judge(answers) } }
}

/** What a point's answer says, as one text: the same for the same answers, for noticing that a form was sent again. */
export function canonicalContent(point: string, version: string, parsed: ParsedAnswers): string {
  return JSON.stringify([point, version, parsed.answers, parsed.traits, parsed.extras, parsed.comment])
}

/** Values by field name, for showing a form again as it was typed. */
export type Kept = Record<string, string[]>

export function keepFields(fields: Fields): Kept {
  const kept = new Map<string, string[]>()
  for (const [name, value] of fields) {
    const values = kept.get(name)
    if (values) values.push(value)
    else kept.set(name, [value])
  }
  return Object.fromEntries(kept)
}

type Raw = { levels: string[]; reasons: string[][]; questions: string[][]; comment: string }
/** Positions of options, a text, a number, or nothing. */
type Chosen = readonly number[] | string | number | null
const none: readonly string[] = []

function collect(plan: AnswerPlan, fields: Fields): Raw {
  const raw: Raw = { levels: [], reasons: [], questions: [], comment: '' }
  for (const [name, value] of fields) {
    const slot = plan.slots.get(name)
    if (!slot || value === '') continue
    if (slot.kind === 'level') raw.levels[slot.at] = value
    else if (slot.kind === 'comment') raw.comment = value
    else {
      const lists = slot.kind === 'reason' ? raw.reasons : raw.questions
      const list = lists[slot.at]
      if (list) list.push(value)
      else lists[slot.at] = [value]
    }
  }
  return raw
}

function readQuestion(question: Question, values: readonly string[], problems: AnswerProblem[]): Chosen {
  const last = values.at(-1)
  if (last === undefined) return null
  const field = `x.${question.key}`
  if (question.kind === 'text') return readText(field, last, itemTextLimit, problems)
  if (question.kind === 'percent') return readPercent(field, last, problems)
  return readPositions(field, question.kind === 'one' ? [last] : values, (v) => question.options.get(v), problems)
}

function readPositions(
  field: string,
  values: readonly string[],
  positionOf: (value: string) => number | undefined,
  problems: AnswerProblem[],
): number[] {
  const positions = new Set<number>()
  for (const value of values) {
    const position = positionOf(value)
    if (position === undefined) problems.push(problem(field, 'unknown-option', value))
    else positions.add(position)
  }
  return [...positions].sort((a, b) => a - b)
}

function readPercent(field: string, value: string, problems: AnswerProblem[]): number | null {
  const digits = value.replace('%', '').trim()
  if (digits === '') return null
  if (/^\d{1,9}$/.test(digits) && Number(digits) <= 100) return Number(digits)
  problems.push(problem(field, /^\d+$/.test(digits) ? 'outside-scale' : 'not-a-number', value))
  return null
}

function readText(field: string, value: string, limit: number, problems: AnswerProblem[]): string | null {
  // A mark may be typed as a character of its own, so only far above the limit is it certain without composing.
  const text = value.length > 4 * limit ? value : cleanText(value)
  if (text.length <= limit) return text === '' ? null : text
  problems.push(problem(field, 'too-long', value))
  return null
}

function dropUnasked(plan: AnswerPlan, chosen: Chosen[]): void {
  plan.questions.forEach(({ after }, at) => {
    if (!after) return
    const earlier = chosen[after.at]
    if (!Array.isArray(earlier) || !earlier.some((position) => after.positions.includes(position))) chosen[at] = null
  })
}

function skipped(plan: AnswerPlan, chosen: readonly Chosen[]): ReadonlySet<number> {
  const criteria = new Set<number>()
  plan.questions.forEach(({ skips }, at) => {
    const positions = chosen[at]
    if (Array.isArray(positions))
      for (const p of positions) for (const criterion of skips[p] ?? []) criteria.add(criterion)
  })
  return criteria
}

function readLevels(
  plan: AnswerPlan,
  values: readonly string[],
  without: ReadonlySet<number>,
  problems: AnswerProblem[],
): string {
  let answers = ''
  for (let at = 0; at < plan.criteria.length; at++) {
    const value = values[at]
    if (without.has(at)) answers += '.'
    else if (value === undefined) answers += '-'
    else if (value === 'na') answers += 'n'
    else if (value.length === 1 && value >= '1' && value.charCodeAt(0) - 48 <= plan.levels) answers += value
    else problems.push(problem(plan.criteria[at]?.key ?? '', 'outside-scale', value))
  }
  return answers
}

function readExtras(
  plan: AnswerPlan,
  reasons: readonly string[][],
  answers: string,
  chosen: readonly Chosen[],
  problems: AnswerProblem[],
): string | null {
  const extras: { reasons?: Record<string, number[]>; items?: Record<string, Chosen> } = {}
  plan.criteria.forEach(({ key, reasons: offered }, at) => {
    const values = reasons[at]
    if (!values || !takesReasons(plan, answers[at])) return
    const positions = readPositions(`r.${key}`, values, (value) => position(value, offered), problems)
    if (positions.length > 0) extras.reasons = { ...extras.reasons, [key]: positions }
  })
  plan.questions.forEach(({ key, trait }, at) => {
    const value = chosen[at] ?? null
    if (trait || value === null || (Array.isArray(value) && value.length === 0)) return
    extras.items = { ...extras.items, [key]: value }
  })
  return extras.reasons || extras.items ? JSON.stringify(extras) : null
}

/** Reasons ticked before the level was changed to a good one are no longer meant. */
function takesReasons(plan: AnswerPlan, answer: string | undefined): boolean {
  return answer === '-' || (answer !== undefined && plan.satisfied[answer.charCodeAt(0) - 49] === false)
}

function position(value: string, count: number): number | undefined {
  return /^\d$/.test(value) && Number(value) < count ? Number(value) : undefined
}

function readTraits(plan: AnswerPlan, chosen: readonly Chosen[]): string {
  let traits = ''
  plan.questions.forEach(({ trait }, at) => {
    if (!trait) return
    const positions = chosen[at]
    traits += (Array.isArray(positions) ? positions[0]?.toString(36) : undefined) ?? '-'
  })
  return traits
}

/**
 * Valid from half of the applicable criteria on, with a level or "no opinion", at least one of them a level
 * (SIPAS, rule of the valid response).
 */
function judge(answers: string): Standing {
  let levels = 0
  let blanks = 0
  let opinions = 0
  for (const answer of answers) {
    if (answer === '-') blanks++
    else if (answer === 'n') opinions++
    else if (answer !== '.') levels++
  }
  if (levels === 0) return 'blank'
  return levels + opinions >= blanks ? 'counted' : 'under-half'
}

function problem(field: string, code: AnswerProblem['code'], value: string): AnswerProblem {
  return { field, code, value: value.slice(0, 100) }
}
