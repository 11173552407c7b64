import type { PointKind } from '../domain/point-kinds'
import { addFault, type Faults } from './faults'
import { type Change, type Plan, planOf, settle } from './plan'
import { findPointByName, pointsByName } from './point-codes'
import type { PointTable } from './point-columns'
import { findPointFaults } from './point-faults'
import { firstRows } from './repeated'

/** A point as a file describes it; `code` empty until it is given, `procedures` codes in order, joined by commas. */
export type PointRecord = {
  code: string
  officeCode: string
  name: string
  kind: PointKind
  surveyKey: string
  quickFirst: number
  field: string
  hours: string
  hostCode: string | null
  /** 1: people are asked which procedure they came for. */
  asksProcedure: number
  procedures: string
}
export type KnownPoint = PointRecord & { replacedBy: string | null; closedAt: string | null }

/** What the rows of a file of points may refer to. */
export type PointContext = {
  points: readonly KnownPoint[]
  /** Offices by code with their last day; `part`: those that may be changed, null for every one. */
  offices: ReadonlyMap<string, { validTo: string | null }>
  part: ReadonlySet<string> | null
  /** Surveys that are published: key and title. */
  surveys: readonly { key: string; title: string }[]
  /** Procedures by code, true while open. */
  procedures: ReadonlyMap<string, boolean>
  /** YYYY-MM-DD in UTC+7. */
  today: string
}

type Row = PointTable['rows'][number]
export type PointLine = Change<PointRecord> & {
  row: Row
  /** The point that the row means; several when its name does not tell which. */
  meant: readonly KnownPoint[]
}

const usualSurvey = 'sipas-24'

/** What the file makes of the points: by code, else by office and name. */
export function planPoints(table: PointTable, context: PointContext, faults: Faults): Plan<PointRecord> {
  const find = finder(context.points)
  const lines = table.rows.map((row): PointLine => {
    const meant = find(row)
    const before = meant.length === 1 ? recordOf(meant[0]) : null
    return { line: row.line, row, meant, before, after: settled(row, before, context) }
  })
  const column = table.headingOf('name')
  const shown = ({ row }: PointLine) => row.code ?? row.name
  const once = firstRows(lines, keyOf, { column, shown }, (fault) => addFault(faults, fault))
  for (const fault of findPointFaults(once, context, table.headingOf)) addFault(faults, fault)
  return planOf(once.map(({ line, before, after }) => ({ line, before, after })))
}

/** Rows without name or office were refused before; they mean themselves. */
function keyOf({ line, row, before }: PointLine): string {
  if (before) return before.code
  return row.officeCode && row.name ? nameKey(row.officeCode, row.name) : `line ${line}`
}

const nameKey = (officeCode: string, name: string) => `${officeCode}\n${name.toLowerCase()}`

/** A replaced point is meant by its code alone. */
function finder(points: readonly KnownPoint[]): (row: Row) => readonly KnownPoint[] {
  const byCode = pointsByName(points)
  const byName = new Map<string, KnownPoint[]>()
  for (const point of points.filter(({ replacedBy }) => replacedBy === null)) {
    const key = nameKey(point.officeCode, point.name)
    byName.set(key, [...(byName.get(key) ?? []), point])
  }
  return ({ code, officeCode, name }) => {
    if (code) return [findPointByName(byCode, code)].filter((point) => point !== null)
    const named = officeCode && name ? (byName.get(nameKey(officeCode, name)) ?? []) : []
    const open = named.filter(({ closedAt }) => closedAt === null)
    return open.length > 0 ? open : named
  }
}

function recordOf(point: KnownPoint | undefined): PointRecord | null {
  if (!point) return null
  const { replacedBy: _, closedAt: __, ...record } = point
  return record
}

function settled(row: Row, before: PointRecord | null, { surveys }: PointContext): PointRecord {
  const old = before ?? undefined
  const officeCode = old?.officeCode ?? row.officeCode ?? ''
  const host = settle(row.hostCode, old?.hostCode, null)
  const survey = settle(row.surveyKey, old?.surveyKey, usualSurvey)
  return {
    code: old?.code ?? '',
    officeCode,
    name: settle(row.name, old?.name, ''),
    kind: settle(row.kind, old?.kind, 'desk'),
    surveyKey: surveys.find(({ key, title }) => [key, title].some((name) => isSame(name, survey)))?.key ?? survey,
    quickFirst: settle(row.quickFirst, old?.quickFirst, 0),
    field: settle(row.field, old?.field, ''),
    hours: settle(row.hours, old?.hours, ''),
    hostCode: host === officeCode ? null : host,
    asksProcedure: settle(row.asksProcedure, old?.asksProcedure, 1),
    procedures: settle(row.procedures, old?.procedures, ''),
  }
}

const isSame = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()
