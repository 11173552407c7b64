import type { EntryFault, EntryFaultCode } from './calendar-check'
import type { CalendarEntry } from './calendar-entries'
import { type FormValues, lineOf } from './form-values'
import { readDay } from './period'

/** What is added at once: days off, a swapped day with its Saturday, days on which an office is closed. */
export const entryForms = ['holiday', 'swap', 'closure'] as const
export type EntryForm = (typeof entryForms)[number]
export const isEntryForm = (text: string): text is EntryForm => (entryForms as readonly string[]).includes(text)

/** What stands for all offices where an office is chosen: nothing chosen is not everybody. */
export const everywhere = '*'

const fields = ['from', 'to', 'work', 'name', 'source', 'office'] as const
export type EntryField = (typeof fields)[number]
export type TypedEntry = Record<EntryField, string>
export type FieldFault = {
  field: EntryField
  code: EntryFaultCode | 'not-a-day' | 'unknown-office' | 'office-missing'
  value: string
}

/** The form as it was typed, one line a field. */
export function readTyped(values: FormValues): TypedEntry {
  return Object.fromEntries(fields.map((field) => [field, lineOf(values, field)])) as TypedEntry
}

export type ReadEntries = { ok: true; entries: CalendarEntry[] } | { ok: false; faults: FieldFault[] }

/**
 * The entries of a form. Whether they fit the calendar is asked of checkEntries, whose faults `faultOfForm` brings home.
 * @param offices codes that may be named
 * @param all a closure may be of all offices
 * @param swapNames words for a day off and for its Saturday
 */
export function readEntryForm(
  form: EntryForm,
  typed: TypedEntry,
  offices: ReadonlySet<string>,
  { all, swapNames }: { all: boolean; swapNames: (off: string, work: string) => [string, string] },
): ReadEntries {
  const from = readDay(typed.from)
  const to = typed.to === '' ? from : readDay(typed.to)
  const work = readDay(typed.work)
  const { source, name } = typed
  const faults = [
    ...wrongDay('from', typed.from, from),
    ...(form === 'swap' ? wrongDay('work', typed.work, work) : wrongDay('to', typed.to || typed.from, to)),
    ...(form !== 'swap' && name === '' ? [missing('name')] : []),
    ...(source === '' ? [missing('source')] : []),
    ...(form === 'closure' ? wrongOffice(typed.office, offices, all) : []),
  ]
  if (faults.length > 0 || !from || !to) return { ok: false, faults }
  const rest = {
    confidence: 'published' as const,
    source,
    officeCode: form === 'closure' && typed.office !== everywhere ? typed.office : null,
  }
  if (form !== 'swap') return { ok: true, entries: [{ ...{ from, to, kind: form, name, pair: null }, ...rest }] }
  const [offName, workName] = swapNames(from, work ?? '')
  return {
    ok: true,
    entries: [
      { ...{ from, to: from, kind: 'swap_off', name: offName, pair: work }, ...rest },
      { ...{ from: work ?? '', to: work ?? '', kind: 'swap_work', name: workName, pair: from }, ...rest },
    ],
  }
}

const missing = (field: EntryField): FieldFault => ({ field, code: 'missing-value', value: '' })

function wrongDay(field: EntryField, typed: string, day: string | null): FieldFault[] {
  if (day !== null) return []
  return [typed === '' ? missing(field) : { field, code: 'not-a-day', value: typed }]
}

function wrongOffice(code: string, offices: ReadonlySet<string>, all: boolean): FieldFault[] {
  if (code === '') return [{ field: 'office', code: 'office-missing', value: '' }]
  if (code === everywhere && all) return []
  return offices.has(code) ? [] : [{ field: 'office', code: 'unknown-office', value: code }]
}

/** A fault of the entries at the field of the form it comes from; of a swapped day the second entry is the Saturday. */
export function faultOfForm(form: EntryForm, { at, field, code, value }: EntryFault): FieldFault {
  if (form === 'swap') return { field: at === 0 ? 'from' : 'work', code, value }
  return { field: field === 'to' || field === 'name' || field === 'source' ? field : 'from', code, value }
}
