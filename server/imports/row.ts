import { channelNames } from '../../web/vi/terms'
import { type Fields, parseRow } from '../domain/answers'
import { type Channel, channels } from '../domain/channels'
import { procedureField, procedureReader, withProcedure } from '../domain/procedure-choice'
import { type SurveyDefinition, versionId } from '../domain/survey'
import { cellText, comparable, isFormulaError } from './cells'
import { type BaseColumn, type Heading, readersOf } from './columns'
import { isFuture, parseWhen, type When } from './dates'
import { addFault, type Fault, type Faults } from './faults'
import { findPointByName, pointsByName } from './point-codes'
import type { ImportContext, ImportedRow, ImportPoint } from './responses'
import type { Line } from './sheet'
import { reportStrayCells } from './stray-cells'
import type { Reader } from './values'

const longestId = 100
/** Answers of a file were collected on paper unless a row says otherwise. */
const usual: Channel = 'paper'

/** A function that reads one line under a heading; null, with faults added, when something in it is wrong. */
export function rowReader(context: ImportContext, heading: Heading, faults: Faults) {
  const points = pointsByName(context.points)
  const surveys = surveysByName(context.definitions)
  const readers = new Map<SurveyDefinition, (Reader | null)[]>()
  const readersFor = (definition: SurveyDefinition) => {
    const known = readers.get(definition) ?? readersOf(heading, definition, faults)
    readers.set(definition, known)
    return known
  }
  const chosen = procedureReader(context.procedures)
  return (line: Line): ImportedRow | null => {
    const before = faults.total
    const report = (fault: Fault) => addFault(faults, { line: line.line, ...fault })
    reportStrayCells(line, heading.names, report)
    const base = readBase(line, heading, { ...context, points, surveys }, report)
    const fields = base.definition ? readFields(line, heading, readersFor(base.definition), report) : []
    const { point, definition, when, channel } = base
    if (faults.total > before || !point || !definition || !when) return null
    const parsed = parseRow(definition, fields)
    if (!parsed.ok) {
      for (const { field, code, value } of parsed.problems)
        report({ code, column: columnOf(heading, readersFor(definition), field), value })
      return null
    }
    const clientId = text(line, heading, 'clientId') || null
    const procedure = text(line, heading, 'procedure')
    const said: Fields = procedure === '' ? fields : [...fields, [procedureField, procedure]]
    const contentHash = context.hash(rowContent(base, said))
    const choice = chosen(procedure)
    const field = (choice && 'procedure' in choice && choice.procedure.field) || point.field
    const answered = { point: { ...point, field }, parsed: withProcedure(parsed.value, choice) }
    return { line: line.line, ...answered, definition, channel, when, clientId, contentHash }
  }
}

type Known = { points: ReadonlyMap<string, ImportPoint>; surveys: ReadonlyMap<string, SurveyDefinition>; now: Date }
type Report = (fault: Fault) => void
type Base = {
  point: ImportPoint | null
  definition: SurveyDefinition | null
  when: When | null
  channel: Channel
  /** As named in the row: what a later version or another default would not change. */
  given: { channel: string; survey: string }
}

function readBase(line: Line, heading: Heading, known: Known, report: Report): Base {
  const named = (column: BaseColumn) => text(line, heading, column)
  const column = (base: BaseColumn) => heading.names[heading.base[base] ?? -1] ?? base
  const point = findPointByName(known.points, named('point'))
  if (!point) report(lookup(column('point'), named('point'), 'unknown-point', codesOf(known.points)))
  const survey = named('survey').toLowerCase()
  const definition = known.surveys.get(survey || (point?.surveyKey ?? '')) ?? null
  if (!definition && (point || survey))
    report(lookup(column('survey'), survey || (point?.surveyKey ?? ''), 'unknown-survey', [...known.surveys.keys()]))
  const channel = named('channel')
  const found = channel === '' ? usual : channelsByName.get(comparable(channel))
  if (!found) report(lookup(column('channel'), channel, 'unknown-channel', Object.values(channelNames)))
  const when = readWhen(line, heading, known.now, column('submittedAt'), report)
  const id = named('clientId')
  if (id.length > longestId) report({ code: 'too-long', column: column('clientId'), value: id.slice(0, longestId) })
  return { point, definition, when, channel: found ?? usual, given: { channel: found ?? '', survey } }
}

function readWhen(line: Line, heading: Heading, now: Date, column: string, report: Report): When | null {
  const cell = line.cells[heading.base.submittedAt ?? -1] ?? null
  const value = cellText(cell)
  const when = parseWhen(cell)
  if (value === '') report({ code: 'missing-value', column })
  else if (!when) report({ code: 'not-a-date', column, value })
  else if (isFuture(when, now)) report({ code: 'future-date', column, value })
  return when
}

function lookup(column: string, value: string, code: Fault['code'], expected: readonly string[]): Fault {
  return value === '' ? { code: 'missing-value', column, expected } : { code, column, value, expected }
}

function readFields(line: Line, heading: Heading, readers: readonly (Reader | null)[], report: Report): Fields {
  const fields: [string, string][] = []
  for (const at of heading.others) {
    const value = cellText(line.cells[at])
    if (value === '') continue
    const column = heading.names[at] ?? ''
    const reader = readers[at]
    const values = reader?.read(value)
    if (!reader) report({ code: 'not-in-survey', column, value })
    else if (isFormulaError(value)) report({ code: 'formula-error', column, value })
    else if (!values) report({ code: reader.code, column, value: value.slice(0, 100), expected: reader.expected })
    else for (const one of values) fields.push([reader.field, one])
  }
  return fields
}

/** What the row says, independent of column order, of how numbers and dates were saved, and of the survey's version. */
function rowContent({ point, when, given }: Base, fields: Fields): string {
  const sorted = fields.map((field) => field.join('=')).sort()
  return JSON.stringify([point?.code, when?.on, when?.at, given.channel, given.survey, sorted])
}

function columnOf(heading: Heading, readers: readonly (Reader | null)[], field: string): string {
  return heading.names[readers.findIndex((reader) => reader?.field === field)] ?? field
}

function text(line: Line, heading: Heading, column: BaseColumn): string {
  return cellText(line.cells[heading.base[column] ?? -1])
}

const channelsByName = new Map(
  channels.flatMap((channel) => [channel, channelNames[channel]].map((name) => [comparable(name), channel] as const)),
)

function codesOf(points: ReadonlyMap<string, ImportPoint>): string[] {
  return [...new Set([...points.values()].map((point) => point.code))]
}

/** `sipas-24` is the newest version, `sipas-24@1` that one. */
function surveysByName(definitions: readonly SurveyDefinition[]): Map<string, SurveyDefinition> {
  const byName = new Map<string, SurveyDefinition>()
  for (const definition of definitions) {
    byName.set(versionId(definition), definition)
    if (!byName.has(definition.key)) byName.set(definition.key, definition)
  }
  return byName
}
