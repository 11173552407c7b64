import { everywhere } from './calendar-form'
import { type DeadlineRules, deadlineRulesSchema } from './deadline-policy'
import { type FormValues, lineOf } from './form-values'
import { readDay } from './period'

export { everywhere }

/** The numbers of the rules in the order of the form. */
export const ruleNumbers = [
  ...(['classify', 'forward', 'askMore', 'answer', 'publish'] as const),
  ...(['extension', 'supplement', 'reopenWithin'] as const),
] as const
export type RuleNumber = (typeof ruleNumbers)[number]

export const deadlineFields = [
  ...ruleNumbers,
  ...(['supplementRestarts', 'afterHour', 'remindBefore', 'effectiveOn', 'source', 'office'] as const),
] as const
export type DeadlineField = (typeof deadlineFields)[number]
export type TypedDeadlines = Record<DeadlineField, string>

export type ReadDeadlines =
  | { ok: true; rules: DeadlineRules; effectiveOn: string; source: string }
  | { ok: false; faults: DeadlineField[] }

/** The form as it was typed, one line a field. */
export function readTypedDeadlines(values: FormValues): TypedDeadlines {
  return Object.fromEntries(deadlineFields.map((field) => [field, lineOf(values, field)])) as TypedDeadlines
}

/** The same for rules that exist. */
export function typedOfRules(rules: DeadlineRules): Omit<TypedDeadlines, 'effectiveOn' | 'source' | 'office'> {
  const numbers = Object.fromEntries(ruleNumbers.map((name) => [name, String(rules[name])])) as Record<
    RuleNumber,
    string
  >
  return {
    ...numbers,
    supplementRestarts: rules.supplementRestarts ? 'restart' : 'resume',
    afterHour: rules.afterHour === null ? '' : String(rules.afterHour),
    remindBefore: rules.remindBefore.join(', '),
  }
}

/** Rules out of a form; `faults` are the fields that cannot be. The first day is not before `today`. */
export function readDeadlines(typed: TypedDeadlines, today: string): ReadDeadlines {
  const effectiveOn = readDay(typed.effectiveOn)
  const rules = deadlineRulesSchema.safeParse({
    ...Object.fromEntries(ruleNumbers.map((name) => [name, numberOf(typed[name])])),
    supplementRestarts: typed.supplementRestarts !== 'resume',
    afterHour: typed.afterHour === '' ? null : numberOf(typed.afterHour),
    remindBefore: typed.remindBefore
      .split(/[,; ]+/)
      .filter(Boolean)
      .map(numberOf),
    saturdayCounts: false,
  })
  const wrong = new Set(rules.success ? [] : rules.error.issues.map(({ path }) => String(path[0])))
  if (effectiveOn === null || effectiveOn < today) wrong.add('effectiveOn')
  if (typed.source === '') wrong.add('source')
  const faults = deadlineFields.filter((field) => wrong.has(field))
  if (!rules.success || effectiveOn === null || faults.length > 0) return { ok: false, faults }
  return { ok: true, rules: rules.data, effectiveOn, source: typed.source }
}

const numberOf = (text: string) => (/^\d{1,4}$/.test(text) ? Number(text) : Number.NaN)
