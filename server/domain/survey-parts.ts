import type { z } from 'zod'
import { type FormValues, lineOf } from './form-values'
import { type SurveyDefinition, type SurveyInput, surveyDefinition } from './survey'
import { carryTranslations, sameTexts } from './survey-language'
import { dimensionPart } from './survey-part-dimension'
import { generalPart, scalePart, wordPart } from './survey-part-general'
import { gatesPart, itemsPart, newQuestionPart, questionPart } from './survey-part-questions'
import { translationPart } from './survey-part-translation'

/** One page of the editor: a part of a definition as a form. */
export type PartForm = {
  /** The fields as the definition fills them. */
  values(definition: SurveyDefinition): FormValues
  /** The definition with the fields put into it; checked afterwards. `used`: criterion keys that had a meaning before. */
  apply(definition: SurveyDefinition, values: FormValues, used: ReadonlySet<string>): SurveyInput
  /** The field in which a place of the definition is written; null when it is on another page. */
  fieldOf(path: readonly PropertyKey[]): string | null
  /** Where the problem of a key stands (`repeated-key:late`), when that is on this page. */
  fieldOfKey?(definition: SurveyInput, key: string): string | null
}

/** What is wrong: a code with the key or limit that belongs to it, and the field when it is on the page. */
export type PartProblem = { code: string; detail: string; field: string | null }

/** Names of pages as they stand in addresses; `nhom-1` is a dimension, `cau-late` a question of its own. */
export function findPart(definition: SurveyDefinition, name: string): PartForm | null {
  const fixed: Record<string, PartForm> = {
    chung: generalPart,
    'thang-do': scalePart,
    'mo-dau': gatesPart,
    'hoi-them': itemsPart,
    dich: translationPart,
    'thay-tu': wordPart,
    'cau-moi-mo-dau': newQuestionPart('gates'),
    'cau-moi-hoi-them': newQuestionPart('items'),
  }
  if (Object.hasOwn(fixed, name)) return fixed[name] ?? null
  const dimension = definition.dimensions.find(({ key }) => name === dimensionPage(key))
  if (dimension) return dimensionPart(dimension.key)
  const asked = [...definition.gates, ...definition.items].find(({ key }) => name === questionPage(key))
  return asked ? questionPart(asked.key) : null
}

export const dimensionPage = (key: string) => `nhom-${key}`
export const questionPage = (key: string) => `cau-${key}`

/** Puts a form into a definition. Refused: every problem, with its field where it stands on this page. */
export function applyPart(
  part: PartForm,
  definition: SurveyDefinition,
  values: FormValues,
  used: ReadonlySet<string> = new Set(),
): { ok: true; definition: SurveyDefinition } | { ok: false; problems: PartProblem[] } {
  const input = part.apply(definition, values, used)
  const read = surveyDefinition.safeParse(input)
  if (!read.success) return { ok: false, problems: read.error.issues.map((issue) => problemOf(part, input, issue)) }
  if (sameTexts(definition, read.data)) return { ok: true, definition: read.data }
  const translations = carryTranslations(definition, read.data)
  const { translations: _, ...rest } = read.data
  return { ok: true, definition: translations ? { ...rest, translations } : rest }
}

function problemOf(part: PartForm, input: SurveyInput, issue: z.core.$ZodIssue): PartProblem {
  if (issue.code === 'custom') {
    const [code = '', detail = ''] = splitOnce(issue.message)
    return { code, detail, field: part.fieldOfKey?.(input, detail) ?? null }
  }
  return { ...codeOf(issue), field: part.fieldOf(issue.path) }
}

function codeOf(issue: z.core.$ZodIssue): { code: string; detail: string } {
  const small = issue.code === 'too_small'
  if (!small && issue.code !== 'too_big') return { code: 'unreadable', detail: '' }
  const detail = String(small ? issue.minimum : issue.maximum)
  if (issue.origin === 'string') return { code: small ? 'missing' : 'too-long', detail }
  if (issue.origin === 'array') return { code: small ? 'too-few' : 'too-many', detail }
  return { code: 'out-of-range', detail }
}

function splitOnce(text: string): [string, string] {
  const at = text.indexOf(':')
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}

/** The revision that a form was made from; NaN when it says nothing. */
export function revisionOf(values: FormValues): number {
  return Number.parseInt(lineOf(values, 'revision'), 10)
}
