import type { Extras, StoredAnswers } from '../../server/domain/answer-cells'
import { kindOf, listQuestions } from '../../server/domain/answer-plan'
import { type Gate, type Item, listCriteria, type SurveyDefinition } from '../../server/domain/survey'

/** `level` is 1…k, or null with the reason in `answer`. Labels are the definition's; reasons and values are labels. */
export type DescribedCriterion = {
  key: string
  official: string
  answer: 'level' | 'na' | 'blank' | 'not-applicable'
  level: number | null
  label: string | null
  reasons: string[]
}
export type DescribedQuestion = { key: string; label: string; values: string[] }
export type DescribedAnswers = {
  criteria: DescribedCriterion[]
  questions: DescribedQuestion[]
  comment: string | null
}

/**
 * A stored response in words, in the definition's order: every criterion, every gate and enabled item, the comment.
 * After a withdrawal nothing is left: criteria are then `blank`.
 */
export function describeAnswers(definition: SurveyDefinition, stored: StoredAnswers): DescribedAnswers {
  const extras: Extras = stored.extras ? JSON.parse(stored.extras) : {}
  const criteria = listCriteria(definition).map(({ key, official, reasons }, at) => ({
    key,
    official,
    ...describeLevel(definition, stored.answers?.[at] ?? '-'),
    reasons: labels(reasons, extras.reasons?.[key] ?? []),
  }))
  let trait = 0
  const questions = listQuestions(definition).map((question) => {
    const code = kindOf(question) === 'one' ? stored.traits?.[trait++] : undefined
    return { key: question.key, label: question.label, values: describeQuestion(question, code, extras) }
  })
  return { criteria, questions, comment: stored.comment }
}

function describeLevel(
  definition: SurveyDefinition,
  code: string,
): Pick<DescribedCriterion, 'answer' | 'level' | 'label'> {
  if (code === 'n') return { answer: 'na', level: null, label: definition.noOpinion.short }
  if (code === '-') return { answer: 'blank', level: null, label: null }
  if (code === '.') return { answer: 'not-applicable', level: null, label: null }
  return { answer: 'level', level: Number(code), label: definition.scale[Number(code) - 1]?.label ?? null }
}

function describeQuestion(question: Gate | Item, code: string | undefined, extras: Extras): string[] {
  const options = question.options.map((option) => option.label)
  if (kindOf(question) === 'one') return code && code !== '-' ? labels(options, [Number.parseInt(code, 36)]) : []
  const value = extras.items?.[question.key]
  if (value === undefined) return []
  return Array.isArray(value) ? labels(options, value) : [String(value)]
}

function labels(all: readonly string[], positions: readonly number[]): string[] {
  return positions.flatMap((position) => all[position] ?? [])
}
