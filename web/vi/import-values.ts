import type { TableKind } from '../../server/domain/import-kinds'
import { formatCount, formatDay } from './format'
import { importColumns } from './import-columns'
import { officeKindNames, pointKindNames } from './kinds'
import { periods } from './periods'
import { roleNames } from './staff'

type Names = Readonly<Record<string, string>>

/** Columns in which one of some words stands, with the word for each code. */
const choices: Record<TableKind, Record<string, Names>> = {
  offices: { kind: officeKindNames },
  points: { kind: pointKindNames },
  procedures: {},
  staff: { role: roleNames },
  dossiers: { basis: periods.dossiers.bases },
}
const yesOrNo: Names = { 0: 'không', 1: 'có' }
const flags = ['quickFirst', 'asksProcedure', 'closed']
const days = ['validFrom', 'validTo']
const counts = ['dossiers', 'issued']

/** The columns of a kind whose words are fixed, each with its heading and the words. */
export function fixedWords(kind: TableKind): { heading: string; words: string[] }[] {
  return Object.entries(choices[kind]).map(([key, names]) => ({
    heading: headingOf(kind, key),
    words: Object.values(names),
  }))
}

/** A value of a column as people read it; empty for none. */
export function shownValue(kind: TableKind, key: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return ''
  const text = String(value)
  if (flags.includes(key)) return yesOrNo[text] ?? text
  if (days.includes(key)) return formatDay(text)
  if (counts.includes(key) && typeof value === 'number') return formatCount(value)
  return choices[kind][key]?.[text] ?? text
}

/** The heading of a column by its name. */
export function headingOf(kind: TableKind, key: string): string {
  const columns: Record<string, { heading: string }> = importColumns[kind]
  return columns[key]?.heading ?? key
}
