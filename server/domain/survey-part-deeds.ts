import { changeRows, type FormValues, type RowDeed, rowDeeds, rowsOf, withRows } from './form-values'
import { changeCriteria } from './survey-part-dimension'

/** What a button of a form does to it before it is saved. */
export type PartDeed = { deed: RowDeed | 'add' | 'fill'; at: number }

/** Reads the value of a button, such as `up.2`; null is saving. */
export function readDeed(text: string): PartDeed | null {
  const [word = '', at = ''] = text.split('.')
  const deed = [...rowDeeds, 'add' as const, 'fill' as const].find((one) => one === word)
  return deed && /^\d{1,4}$/.test(at) ? { deed, at: Number(at) } : null
}

type Context = {
  /** Numbers of criteria that had a meaning before. */
  used: ReadonlySet<string>
  /** English texts that are offered, by the key of the text. */
  english: Readonly<Record<string, string>>
}

/** The form of a page after a button was pressed; nothing is stored by it. */
export function changePart(
  page: string,
  values: FormValues,
  { deed, at }: PartDeed,
  { used, english }: Context,
): FormValues {
  if (deed === 'fill') return fillEmpty(values, english)
  if (page.startsWith('nhom-'))
    return changeCriteria(values, { deed, at }, { dimension: page.slice('nhom-'.length), used })
  const list = page === 'thang-do' ? 's' : 'q'
  const rows = rowsOf(values, list)
  if (deed !== 'add') return withRows(values, list, changeRows(rows, deed, at))
  return withRows(values, list, [...rows, { label: [''], short: [''], satisfied: [] }])
}

function fillEmpty(values: FormValues, english: Readonly<Record<string, string>>): FormValues {
  const filled = Object.entries(english).filter(([key]) => (values[`t.${key}`]?.at(-1) ?? '').trim() === '')
  return { ...values, ...Object.fromEntries(filled.map(([key, text]) => [`t.${key}`, [text]])) }
}
