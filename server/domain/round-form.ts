import { type FormValues, lineOf, linesOf, rowsOf, withRows } from './form-values'
import { readDay } from './period'
import { sampleSize } from './sample-size'
import { fold } from './vietnamese'

/** An office of a round with its dossiers and the answers wanted. */
export type RoundOffice = { officeCode: string; population: number; target: number }
export type RoundInput = {
  title: string
  surveyKey: string
  fromOn: string
  toOn: string
  note: string
  offices: RoundOffice[]
}

export const roundFaults = ['title', 'survey', 'from', 'to', 'order', 'offices', 'number', 'no-number', 'note'] as const
export type RoundFault = { code: (typeof roundFaults)[number]; field: string }

const most = 100_000_000

/** A whole number as people write it, `5.000` or `5 000`; null when it is none, undefined when nothing was written. */
export function readCount(text: string): number | null | undefined {
  const plain = text.trim()
  if (plain === '') return undefined
  if (!/^\d+$/.test(plain) && !/^\d{1,3}([. ]\d{3})+$/.test(plain)) return null
  const value = Number(plain.replace(/[. ]/g, ''))
  return value <= most ? value : null
}

/**
 * Reads the form of a round. Rows `o.N` have `code`, `in` (chosen), `population`, `target`; an empty target is what the
 * sample size formula asks for. Every fault with its field.
 * @param allowed codes of the offices that may be in it
 * @param surveys keys of the surveys that may be asked
 */
export function readRound(
  values: FormValues,
  allowed: ReadonlySet<string>,
  surveys: ReadonlySet<string>,
): { ok: true; value: RoundInput } | { ok: false; faults: RoundFault[] } {
  const faults: RoundFault[] = []
  const refuse = (code: RoundFault['code'], field: string) => faults.push({ code, field })
  const title = lineOf(values, 'title')
  if (title === '' || title.length > 200) refuse('title', 'title')
  const surveyKey = lineOf(values, 'survey')
  if (!surveys.has(surveyKey)) refuse('survey', 'survey')
  const fromOn = readDay(lineOf(values, 'from'))
  const toOn = readDay(lineOf(values, 'to'))
  if (fromOn === null) refuse('from', 'from')
  if (toOn === null) refuse('to', 'to')
  if (fromOn !== null && toOn !== null && fromOn > toOn) refuse('order', 'to')
  const note = linesOf(values, 'note').join('\n')
  if (note.length > 2000) refuse('note', 'note')
  const offices = readOffices(values, allowed, refuse)
  if (faults.length > 0 || fromOn === null || toOn === null) return { ok: false, faults }
  return { ok: true, value: { title, surveyKey, fromOn, toOn, note, offices } }
}

function readOffices(
  values: FormValues,
  allowed: ReadonlySet<string>,
  refuse: (code: RoundFault['code'], field: string) => void,
): RoundOffice[] {
  const offices: RoundOffice[] = []
  rowsOf(values, 'o').forEach((row, at) => {
    const officeCode = lineOf(row, 'code')
    if (lineOf(row, 'in') !== '1' || !allowed.has(officeCode)) return
    const population = readCount(lineOf(row, 'population'))
    const target = readCount(lineOf(row, 'target'))
    if (population === null) refuse('number', `o.${at}.population`)
    if (target === null) refuse('number', `o.${at}.target`)
    if (population === undefined && target === undefined) refuse('no-number', `o.${at}.population`)
    const known = population ?? 0
    offices.push({ officeCode, population: known, target: target ?? sampleSize(known) })
  })
  if (offices.length === 0) refuse('offices', 'o.0.population')
  return offices
}

type Named = { code: string; name: string }
export type TableFault = { line: number; text: string }

/**
 * Puts a pasted table into the form: a line is an office (code or name), its dossiers and, when given, its target, parted
 * by a tab, a semicolon or a comma. A heading without numbers is passed over; other lines that fit nothing are named.
 */
export function fillFromTable(
  values: FormValues,
  offices: readonly Named[],
): { values: FormValues; filled: number; faults: TableFault[] } {
  const find = finderOf(offices)
  const read = new Map<string, { population: string; target: string }>()
  const faults: TableFault[] = []
  const text = values.table?.at(-1) ?? ''
  text.split(/\r?\n/).forEach((line, at) => {
    if (line.trim() === '') return
    const [name = '', population = '', target = ''] = cellsOf(line)
    const code = find(name)
    const fits = code !== undefined && readCount(population) != null && readCount(target) !== null
    if (fits) read.set(code, { population, target })
    else if (at > 0 || /\d/.test(population)) faults.push({ line: at + 1, text: line.trim().slice(0, 120) })
  })
  const rows = rowsOf(values, 'o').map((row) => {
    const found = read.get(lineOf(row, 'code'))
    return found ? { ...row, in: ['1'], population: [found.population], target: [found.target] } : row
  })
  return { values: withRows(values, 'o', rows), filled: read.size, faults }
}

/** An office by its code or its name, marks or not; a name that several have finds none of them. */
function finderOf(offices: readonly Named[]): (text: string) => string | undefined {
  const codes = new Map(offices.map(({ code }) => [fold(code), code]))
  const names = new Map<string, string | undefined>()
  for (const { code, name } of offices) names.set(fold(name), names.has(fold(name)) ? undefined : code)
  return (text) => codes.get(fold(text)) ?? names.get(fold(text))
}

/** Names may have commas of their own, so a comma parts only what numbers follow to the end. */
function cellsOf(line: string): string[] {
  if (/[\t;]/.test(line)) return line.split(/[\t;]/).map((cell) => cell.trim())
  const parts = /^(.*?)\s*,\s*([\d. ]+?)(?:\s*,\s*([\d. ]+?))?\s*$/.exec(line)
  return parts ? [parts[1] ?? '', parts[2] ?? '', parts[3] ?? ''].map((cell) => cell.trim()) : [line.trim()]
}
