import { type Gate, type Item, listCriteria, type SurveyDefinition } from './survey'

/** A gate or an enabled item, prepared for reading: option keys → positions. */
export type Question = {
  key: string
  kind: Item['kind']
  options: ReadonlyMap<string, number>
  /** A choice that is stored as one character of `traits`. */
  trait: boolean
  /** A follow-up: kept only when the earlier question has one of these positions. */
  after: { at: number; positions: readonly number[] } | null
  /** By option: the criteria that do not apply to somebody who chose it. */
  skips: readonly (readonly number[])[]
}

export type Slot = { kind: 'level' | 'reason' | 'question' | 'comment'; at: number }

/** Everything about a definition that reading one form needs. */
export type AnswerPlan = {
  /** What each field name of the form means; a name that is not here is ignored. */
  slots: ReadonlyMap<string, Slot>
  levels: number
  satisfied: readonly boolean[]
  criteria: readonly { key: string; reasons: number }[]
  questions: readonly Question[]
}

const plans = new WeakMap<SurveyDefinition, AnswerPlan>()

/** The plan of a definition, made once: published definitions never change. */
export function answerPlan(definition: SurveyDefinition): AnswerPlan {
  const known = plans.get(definition)
  if (known) return known
  const plan = makePlan(definition)
  plans.set(definition, plan)
  return plan
}

/** Gates, then enabled items: the order of the characters in `traits` and of the columns in exports. */
export function listQuestions(definition: SurveyDefinition): (Gate | Item)[] {
  return [...definition.gates, ...definition.items.filter((item) => item.enabled)]
}

export function kindOf(question: Gate | Item): Item['kind'] {
  return 'kind' in question ? question.kind : 'one'
}

function makePlan(definition: SurveyDefinition): AnswerPlan {
  const criteria = listCriteria(definition).map((c) => ({ key: c.key, reasons: c.reasons.length }))
  const asked = listQuestions(definition)
  const questions = asked.map((question) => prepare(definition, asked, question))
  const slots = new Map<string, Slot>()
  criteria.forEach((c, at) => {
    slots.set(c.key, { kind: 'level', at })
    slots.set(`r.${c.key}`, { kind: 'reason', at })
  })
  questions.forEach((q, at) => {
    slots.set(`x.${q.key}`, { kind: 'question', at })
  })
  if (definition.comment) slots.set('comment', { kind: 'comment', at: 0 })
  const satisfied = definition.scale.map((level) => level.satisfied)
  return { slots, levels: satisfied.length, satisfied, criteria, questions }
}

function prepare(definition: SurveyDefinition, asked: readonly (Gate | Item)[], question: Gate | Item): Question {
  const kind = kindOf(question)
  return {
    key: question.key,
    kind,
    options: new Map(question.options.map((option, at) => [option.key, at])),
    trait: kind === 'one',
    after: followUp(asked, question),
    skips: question.options.map((option) => skippedBy(definition, question.key, option.key)),
  }
}

function followUp(asked: readonly (Gate | Item)[], question: Gate | Item): Question['after'] {
  const after = 'after' in question ? question.after : undefined
  if (!after) return null
  const at = asked.findIndex((earlier) => earlier.key === after.item)
  const options = asked[at]?.options ?? []
  return { at, positions: after.options.map((key) => options.findIndex((option) => option.key === key)) }
}

function skippedBy(definition: SurveyDefinition, gate: string, option: string): number[] {
  return listCriteria(definition).flatMap((criterion, at) =>
    criterion.skippedBy.some((rule) => rule.gate === gate && rule.options.includes(option)) ? [at] : [],
  )
}
