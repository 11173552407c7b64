import { kindOf, listQuestions } from '../domain/answer-plan'
import { listCriteria, type SurveyDefinition } from '../domain/survey'
import { cellText, comparable } from './cells'
import { addFault, type Faults } from './faults'
import type { Line } from './sheet'
import { levelReader, manyReader, oneReader, type Reader, textReader } from './values'

export const baseColumns = ['point', 'submittedAt', 'channel', 'survey', 'clientId', 'procedure'] as const
export type BaseColumn = (typeof baseColumns)[number]

/** How headings name a base column, in comparable form. The first is the contract, the others are met in offices. */
const baseNames: Record<BaseColumn, readonly string[]> = {
  point: ['point', 'diem', 'ma diem', 'diem khao sat', 'quay'],
  submittedAt: [
    ...['submittedat', 'thoi gian', 'thoi diem', 'ngay', 'ngay gui', 'ngay tra loi', 'ngay khao sat'],
    ...['thoi gian gui', 'dau thoi gian', 'timestamp'],
  ],
  channel: ['channel', 'kenh', 'kenh thu thap'],
  survey: ['survey', 'phieu', 'mau phieu'],
  clientId: ['clientid', 'ma phieu', 'so phieu'],
  procedure: ['x.procedure', 'procedure', 'thu tuc', 'ma thu tuc', 'ten thu tuc', 'thu tuc ong ba da lam'],
}
/** Numbers of lines: they say nothing. */
const meaningless = ['stt', 'tt', 'so thu tu']
const commentNames = ['comment', 'gop y', 'gop y them', 'y kien', 'y kien khac']

export type Heading = {
  /** By position; empty where the file has no heading. */
  names: readonly string[]
  base: Partial<Record<BaseColumn, number>>
  /** Positions of everything else. */
  others: readonly number[]
}

/** Far more than all surveys together have; without a limit, a heading of a million columns takes half a minute. */
const mostColumns = 1000

/**
 * Reads line 1. A column that no published survey knows, or that occurs twice, is a fault, and so is a missing one, and
 * whatever stands behind the thousandth.
 */
export function readHeading(line: Line, definitions: readonly SurveyDefinition[], faults: Faults): Heading {
  const names = line.cells.slice(0, mostColumns).map(cellText)
  const behind = line.cells.findIndex((cell, at) => at >= mostColumns && cell !== null && cell !== '')
  if (behind >= 0) addFault(faults, { code: 'unknown-column', line: 1, column: cellText(line.cells[behind]) })
  const base: Heading['base'] = {}
  const others: number[] = []
  names.forEach((name, at) => {
    const known = baseColumns.find((column) => baseNames[column].includes(comparable(name)))
    if (known && base[known] !== undefined) addFault(faults, { code: 'repeated-column', line: 1, column: name })
    else if (known) base[known] = at
    else if (name !== '' && !meaningless.includes(comparable(name))) others.push(at)
  })
  for (const column of ['point', 'submittedAt'] as const)
    if (base[column] === undefined) addFault(faults, { code: 'missing-column', line: 1, column })
  reportUnknown(names, others, definitions, faults)
  return { names, base, others }
}

function reportUnknown(
  names: readonly string[],
  others: readonly number[],
  definitions: readonly SurveyDefinition[],
  faults: Faults,
): void {
  const known = definitions.map(readersByName)
  let criteria = 0
  for (const at of others) {
    const name = names[at] ?? ''
    const readers = known.flatMap((byName) => findReader(byName, name) ?? [])
    if (readers.length === 0) addFault(faults, { code: 'unknown-column', line: 1, column: name })
    if (readers.some((reader) => reader.isCriterion)) criteria++
  }
  if (criteria === 0) addFault(faults, { code: 'no-criteria', line: 1 })
}

/** What each column of the heading means in one survey; null where that survey has nothing of the name. */
export function readersOf(heading: Heading, definition: SurveyDefinition, faults: Faults): (Reader | null)[] {
  const byName = readersByName(definition)
  const seen = new Set<string>()
  const readers: (Reader | null)[] = heading.names.map(() => null)
  for (const at of heading.others) {
    const name = heading.names[at] ?? ''
    const reader = findReader(byName, name)
    if (!reader) continue
    if (seen.has(reader.field)) addFault(faults, { code: 'repeated-column', line: 1, column: name })
    seen.add(reader.field)
    readers[at] = reader
  }
  return readers
}

/** By key, then by text; `1.1 Biển hiệu` by its key, a form's `Question [row]` by the row. */
function findReader(byName: ReadonlyMap<string, Reader | null>, name: string): Reader | undefined {
  const whole = comparable(name)
  const inBrackets = name.endsWith(']') ? name.slice(name.lastIndexOf('[') + 1, -1) : undefined
  const key = /^\d{1,2}\.\d{1,2}(?=[. ])/.exec(whole)?.[0]
  const found = byName.get(whole) ?? byName.get(key ?? '') ?? byName.get(comparable(inBrackets ?? ''))
  return found ?? undefined
}

/** Null: several questions have this text, so it names none of them. */
function readersByName(definition: SurveyDefinition): Map<string, Reader | null> {
  const byName = new Map<string, Reader | null>()
  const add = (text: string, reader: Reader) => {
    const name = comparable(text)
    const other = byName.get(name)
    byName.set(name, other === undefined || other?.field === reader.field ? reader : null)
  }
  const level = levelReader(definition)
  for (const criterion of listCriteria(definition)) {
    const reader = { ...level, field: criterion.key }
    for (const text of [criterion.official, criterion.phone, criterion.short]) add(text, reader)
    byName.set(criterion.key, reader)
  }
  for (const question of listQuestions(definition)) {
    const reader = questionReader(question, `x.${question.key}`)
    for (const text of [question.label, question.key, reader.field]) add(text, reader)
  }
  if (definition.comment)
    for (const text of [definition.comment.label, ...commentNames]) add(text, textReader('comment'))
  return byName
}

function questionReader(question: ReturnType<typeof listQuestions>[number], field: string): Reader {
  const kind = kindOf(question)
  if (kind === 'one') return oneReader(field, question.options)
  return kind === 'many' ? manyReader(field, question.options) : textReader(field)
}
