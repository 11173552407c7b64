import type { Extras } from './answer-cells'
import type { ParsedAnswers } from './answers'
import { cleanText, fold } from './vietnamese'

/** The name of the form's field; the answer stands in `extras` under `procedure`, beside the survey's own items. */
export const procedureField = 'x.procedure'
/** Longer text is cut off: what a person typed here is kept as far as it can help, and never refused. */
export const procedureTextLimit = 120
/** Up to so many are shown as a list to choose from; more are found by typing. */
export const listedProcedures = 12

export type OfferedProcedure = { code: string; name: string; field: string }

/**
 * What a point asks. `fixed`: nothing, every answer is about this one. `list`: one of these few. `search`: one of these,
 * found by typing; null is the whole catalogue.
 */
export type ProcedureOffer =
  | { kind: 'none' }
  | { kind: 'fixed'; procedure: OfferedProcedure }
  | { kind: 'list'; procedures: readonly OfferedProcedure[] }
  | { kind: 'search'; procedures: readonly OfferedProcedure[] | null }

/**
 * @param asks whether the point asks at all; one procedure alone is fixed without asking
 * @param chosen procedures of the point that are still open; null when none were ever chosen: the whole catalogue
 * @param catalogue the first procedures of the catalogue that are open, at least 13 if there are as many
 */
export function offerProcedures(
  asks: boolean,
  chosen: readonly OfferedProcedure[] | null,
  catalogue: readonly OfferedProcedure[],
): ProcedureOffer {
  const [only, second] = chosen ?? []
  if (only && !second) return { kind: 'fixed', procedure: only }
  const offered = chosen ?? catalogue
  if (!asks || offered.length === 0) return { kind: 'none' }
  if (offered.length <= listedProcedures) return { kind: 'list', procedures: offered }
  return { kind: 'search', procedures: chosen }
}

/** `1.008377`, or with the parts behind it as in `1.008377.000.00.00.H13`. */
export function isProcedureCode(code: string): boolean {
  return /^\d\.\d{6}(\.[0-9A-Z]{1,6}){0,6}$/.test(code)
}

/** What an answer says about its procedure: one of the catalogue, or the words of somebody who found none. */
export type ProcedureChoice = { procedure: OfferedProcedure } | { text: string } | null

/** The code in a typed or suggested text such as `1.001193` or `Đăng ký khai sinh (1.001193)`. */
export function procedureCodeIn(text: string): string | undefined {
  return /(?<![\w.])\d\.\d{6}(?:\.[0-9A-Z]{1,6}){0,6}(?!\w|\.\w)/i.exec(text)?.[0].toUpperCase()
}

/** The text as it is kept, at most 120 characters; empty when nothing was typed. */
export function procedureText(typed: string): string {
  return cleanText(typed.slice(0, 4 * procedureTextLimit).replaceAll('\n', ' '))
    .slice(0, procedureTextLimit)
    .trim()
}

/**
 * The procedure that a typed text means: by its code, by its whole name, or the only one whose name has the words in a
 * row, or at least all of them; marks and case aside, each word from its beginning. Undefined when there is none or the
 * text could mean several.
 */
export function matchProcedure<T extends OfferedProcedure>(text: string, candidates: readonly T[]): T | undefined {
  const code = procedureCodeIn(text)
  const wanted = procedureWords(text)
  if (wanted === '' && !code) return undefined
  const named = (fits: (name: string) => boolean) => single(candidates.filter(({ name }) => fits(procedureWords(name))))
  return (
    (code && candidates.find((candidate) => candidate.code === code)) ||
    named((name) => name === wanted) ||
    named((name) => hasAll(name, [wanted])) ||
    named((name) => hasAll(name, wanted.split(' ')))
  )
}

/** As the form reads it, for many texts of a file: each different one is looked for once. */
export function procedureReader(catalogue: readonly OfferedProcedure[]): (typed: string) => ProcedureChoice {
  const known = new Map<string, ProcedureChoice>()
  return (typed) => {
    const text = procedureText(typed)
    if (text === '') return null
    const before = known.get(typed)
    if (before !== undefined) return before
    const procedure = matchProcedure(typed, catalogue)
    const choice = procedure ? { procedure } : { text }
    known.set(typed, choice)
    return choice
  }
}

/**
 * The candidates whose code, name or field have every typed word: first those whose name begins with the text, then
 * those that have it in a row.
 */
export function suggestProcedures<T extends OfferedProcedure>(text: string, candidates: readonly T[]): T[] {
  const wanted = procedureWords(text)
  const rank = ({ name }: T) =>
    procedureWords(name).startsWith(wanted) ? 0 : hasAll(procedureWords(name), [wanted]) ? 1 : 2
  return candidates
    .filter(({ code, name, field }) => hasAll(procedureWords(`${code} ${name} ${field}`), wanted.split(' ')))
    .sort((a, b) => rank(a) - rank(b))
}

/** Puts the choice into the stored form. */
export function withProcedure(parsed: ParsedAnswers, choice: ProcedureChoice): ParsedAnswers {
  if (!choice) return parsed
  const procedure = 'text' in choice ? choice : { code: choice.procedure.code }
  const extras: Extras = parsed.extras === null ? {} : JSON.parse(parsed.extras)
  return { ...parsed, extras: JSON.stringify({ ...extras, procedure }) }
}

/** Folded words apart by one space, without punctuation except the points of codes. */
export const procedureWords = (text: string): string =>
  fold(text)
    .replace(/[^a-z0-9.]+/g, ' ')
    .trim()
const single = <T>(found: readonly T[]): T | undefined => (found.length === 1 ? found[0] : undefined)
/** Each of the texts stands somewhere, from the beginning of a word. */
const hasAll = (text: string, wanted: readonly string[]) => wanted.every((words) => ` ${text}`.includes(` ${words}`))
