import { kindOf, listQuestions } from './answer-plan'
import { describeAnswers, type StoredAnswers } from './described-answers'
import type { Cell } from './report'
import { listCriteria, type SurveyDefinition } from './survey'

/** As the form and the import write it; a blank is an empty cell. */
const noLevel: Record<string, Cell> = { n: 'na', '-': null, '.': '.' }

/**
 * Prepares the writing of stored answers into the cells of a row, about 2 µs each, for tables of a million responses:
 * under a criterion's key its level, `na`, `.` (not applicable) or null (blank); under `x.<key>` the chosen labels of a
 * gate or item; under `reasons` all reasons; under `comment` the comment.
 */
export function answerCells(definition: SurveyDefinition): (row: Record<string, Cell>, stored: StoredAnswers) => void {
  const criteria = listCriteria(definition).map(({ key }) => key)
  const levels = new Map<string, Cell>(Object.entries(noLevel))
  definition.scale.forEach((_, i) => {
    levels.set(String(i + 1), i + 1)
  })
  const questions = listQuestions(definition).map((question) => ({
    name: `x.${question.key}`,
    one: kindOf(question) === 'one',
    labels: new Map<string | undefined, string>(question.options.map(({ label }, i) => [i.toString(36), label])),
  }))
  return (row, stored) => {
    const { answers, traits, extras } = stored
    for (let i = 0; i < criteria.length; i++) row[criteria[i] as string] = levels.get(answers?.[i] ?? '-') ?? null
    let at = 0
    for (const { name, one, labels } of questions) row[name] = (one ? labels.get(traits?.[at++]) : null) ?? null
    row.reasons = null
    if (extras !== null) writeExtras(definition, row, stored)
    row.comment = stored.comment
  }
}

/** The few responses with reasons, several choices or numbers are read in full. */
function writeExtras(definition: SurveyDefinition, row: Record<string, Cell>, stored: StoredAnswers): void {
  const { criteria, questions } = describeAnswers(definition, stored)
  const reasons = criteria.flatMap(({ key, reasons }) => (reasons.length > 0 ? [`${key}: ${reasons.join('; ')}`] : []))
  row.reasons = reasons.length > 0 ? reasons.join(' | ') : null
  for (const { key, values } of questions) row[`x.${key}`] = values.length > 0 ? values.join('; ') : null
}
