import { changeRows, type FormValues, lineOf, linesOf, type RowDeed, rowsOf, withRows } from './form-values'
import type { Criterion } from './survey'
import { nextCriterionKey, usedKeys } from './survey-language'
import type { PartForm } from './survey-parts'

/** A dimension with its criteria: texts, reasons one a line, for whom a criterion is not meant (`gate/option`). */
export function dimensionPart(key: string): PartForm {
  const at = (definition: { dimensions: readonly { key: string }[] }) =>
    definition.dimensions.findIndex((dimension) => dimension.key === key)
  return {
    values(definition) {
      const { official = '', short = '', phone = '', criteria = [] } = definition.dimensions[at(definition)] ?? {}
      return withRows({ official: [official], short: [short], phone: [phone] }, 'c', criteria.map(rowOf))
    },
    apply(definition, values, used) {
      const taken = new Set([...used, ...usedKeys([definition])])
      const criteria = rowsOf(values, 'c').map((row) => criterionOf(row, keyOf(row, key, taken)))
      const texts = {
        official: lineOf(values, 'official'),
        short: lineOf(values, 'short'),
        phone: lineOf(values, 'phone'),
      }
      const position = at(definition)
      const dimensions = definition.dimensions.map((one, i) => (i === position ? { ...one, ...texts, criteria } : one))
      return { ...definition, dimensions }
    },
    fieldOf([first, _position, field, row, inner]) {
      if (first !== 'dimensions') return null
      if (field !== 'criteria') return String(field ?? 'official')
      return row === undefined ? 'official' : `c.${String(row)}.${String(inner ?? 'official')}`
    },
    fieldOfKey(definition, criterion) {
      const criteria = definition.dimensions.find((one) => one.key === key)?.criteria ?? []
      const row = criteria.findIndex((c) => c.key === criterion)
      return row < 0 ? null : `c.${row}.official`
    },
  }
}

function rowOf({ key, official, phone, short, reasons, skippedBy }: Criterion): FormValues {
  return {
    key: [key],
    official: [official],
    phone: [phone],
    short: [short],
    reasons: [reasons.join('\n')],
    rule: skippedBy.flatMap(({ gate, options }) => options.map((option) => `${gate}/${option}`)),
  }
}

function criterionOf(row: FormValues, key: string) {
  const [official, phone, short] = [lineOf(row, 'official'), lineOf(row, 'phone'), lineOf(row, 'short')]
  return { key, official, phone, short, reasons: linesOf(row, 'reasons'), skippedBy: rulesOf(row.rule ?? []) }
}

function rulesOf(chosen: readonly string[]): Criterion['skippedBy'] {
  const rules = new Map<string, string[]>()
  for (const [gate = '', option = ''] of chosen.map((pair) => pair.split('/')))
    rules.set(gate, [...(rules.get(gate) ?? []), option])
  return [...rules].map(([gate, options]) => ({ gate, options }))
}

/** A row without a number gets the next one; numbers that were ever used are not given again. */
function keyOf(row: FormValues, dimension: string, taken: Set<string>): string {
  const key = lineOf(row, 'key') || nextCriterionKey(dimension, taken)
  taken.add(key)
  return key
}

/** One row more at the end of the form, or one moved or removed; nothing is stored by it. */
export function changeCriteria(
  values: FormValues,
  { deed, at }: { deed: RowDeed | 'add'; at: number },
  { dimension, used }: { dimension: string; used: ReadonlySet<string> },
): FormValues {
  const rows = rowsOf(values, 'c')
  if (deed !== 'add') return withRows(values, 'c', changeRows(rows, deed, at))
  const key = nextCriterionKey(dimension, [...used, ...rows.map((row) => lineOf(row, 'key'))])
  return withRows(values, 'c', [
    ...rows,
    { key: [key], official: [''], phone: [''], short: [''], reasons: [''], rule: [] },
  ])
}
