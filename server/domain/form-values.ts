import { cleanText } from './vietnamese'

/** Values of a form by field name, as typed. Rows of a list are named `list.position.field`. */
export type FormValues = Readonly<Record<string, readonly string[]>>

/** The last value of a field as one line of clean text; empty when there is none. */
export function lineOf(values: FormValues, name: string): string {
  return cleanText(values[name]?.at(-1) ?? '').replace(/\s+/g, ' ')
}

/** The lines of a field that have something in them. */
export function linesOf(values: FormValues, name: string): string[] {
  const lines = cleanText(values[name]?.at(-1) ?? '').split('\n')
  return lines.map((line) => line.replace(/\s+/g, ' ').trim()).filter((line) => line !== '')
}

/** The rows of a list in the order of their positions, each with the fields behind its position. */
export function rowsOf(values: FormValues, list: string): FormValues[] {
  const rows = new Map<number, Record<string, readonly string[]>>()
  for (const [name, value] of Object.entries(values)) {
    const [first, position = '', ...rest] = name.split('.')
    if (first !== list || !/^\d{1,4}$/.test(position) || rest.length === 0) continue
    const row = rows.get(Number(position)) ?? {}
    rows.set(Number(position), row)
    row[rest.join('.')] = value
  }
  return [...rows].sort(([a], [b]) => a - b).map(([, row]) => row)
}

/** The same form with other rows, numbered from 0. */
export function withRows(values: FormValues, list: string, rows: readonly FormValues[]): FormValues {
  const others = Object.entries(values).filter(([name]) => !name.startsWith(`${list}.`))
  const own = rows.flatMap((row, at) =>
    Object.entries(row).map(([field, value]) => [`${list}.${at}.${field}`, value] as const),
  )
  return Object.fromEntries([...others, ...own])
}

export const rowDeeds = ['up', 'down', 'remove'] as const
export type RowDeed = (typeof rowDeeds)[number]

/** Moves or removes one row; what cannot be moved further stays. */
export function changeRows<T>(rows: readonly T[], deed: RowDeed, at: number): T[] {
  const row = rows[at]
  if (row === undefined) return [...rows]
  const others = rows.filter((_, i) => i !== at)
  if (deed === 'remove') return others
  const to = Math.max(0, deed === 'up' ? at - 1 : at + 1)
  return [...others.slice(0, to), row, ...others.slice(to)]
}
