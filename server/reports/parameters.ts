import { z } from 'zod'
import type { Connection } from '../../db/connect'
import { findOffice, listOfficesBelow, listRootOffices, type Office } from '../../db/offices'
import {
  findLastInOffice,
  findPoint,
  listHostedPoints,
  listPoints,
  type Point,
  withPredecessors,
} from '../../db/points'
import type { AnyVersion, Scope } from '../../db/statistics'
import { versionsIn } from '../../db/statistics'
import { getSurveyVersion, listSurveyVersions } from '../../db/surveys'
import { type Channel, channels } from '../domain/channels'
import { mergedInto } from '../domain/organisation'
import { firstDay, isDay, lastDayOfAll, type Period, parsePeriod } from '../domain/period'
import type { SurveyDefinition } from '../domain/survey'
import { cutToGroups, type WeekGroup } from '../domain/visible'
import { readWeekGroups, thinKeys } from './whole-weeks'

const optional = z
  .string()
  .trim()
  .transform((text) => text || undefined)
  .optional()

/**
 * What can be asked of any report, the same for command, address and API; empty text is the same as nothing.
 * `office` counts with all offices below it; `point` and `channel` may be lists with commas; `survey` is KEY[@N].
 */
export const reportParameters = z.object({
  from: optional,
  to: optional,
  period: optional,
  office: optional,
  point: optional,
  survey: optional,
  channel: optional,
  public: z.union([z.boolean(), z.string().transform((text) => !['', '0', 'false', 'no'].includes(text))]).optional(),
})
export type ReportParameters = z.input<typeof reportParameters>
type Asked = z.output<typeof reportParameters>

export type ParameterError =
  | 'unknown-office'
  | 'unknown-point'
  | 'unknown-channel'
  | 'bad-period'
  | 'bad-day'
  | 'period-and-days'
  | 'from-after-to'
  | 'unknown-survey'
  | 'no-answers'
  | 'not-yet-visible'
  | 'unknown-grouping'

/**
 * `within`: the office to whose part of the tree the asking person is limited; null or missing: no limit.
 * `wholeWeeks`: the person works at a desk and sees groups of whole past weeks only (domain/visible).
 * `restricted`: the person may see that there are restricted cases (cases.restricted).
 */
export type ReportContext = {
  connection: Connection
  today: string
  within?: string | null
  wholeWeeks?: boolean
  restricted?: boolean
}

/** A question with everything looked up. */
export type ReportScope = {
  /** What was asked, for `Report.parameters`. */
  asked: { [name in keyof Asked]-?: string | boolean | null }
  scope: Scope
  definition: SurveyDefinition
  period: Period | null
  /** The office asked for, or the one the person is limited to, or the installation's own. */
  office: Office
  /** Offices that were merged into it and worked in these days; their figures are included. */
  merged: Office[]
  points: Point[] | null
  /** Versions with valid responses in the same scope that are not in the table. */
  leftOut: { version: string; n: number }[]
  public: boolean
  /** For who sees whole weeks only: the groups of this scope. */
  weeks: WeekGroup[] | null
  /** Criteria that stay hidden because a group has few answers to them. */
  withoutCriteria: ReadonlySet<string>
}

type Refused = { ok: false; error: ParameterError; parameter: keyof Asked; value: string }
type Outcome<T> = { ok: true; value: T } | Refused
const refuse = (error: ParameterError, parameter: keyof Asked, value = ''): Refused => ({
  ok: false,
  error,
  parameter,
  value,
})

/** Looks up what was asked. The first wrong parameter is the error, with its name and the value that was given. */
export async function resolveParameters(
  context: ReportContext,
  parameters: ReportParameters,
): Promise<Outcome<ReportScope>> {
  const asked = reportParameters.parse(parameters)
  const days = daysOf(asked)
  if (!days.ok) return days
  const chosen = channelsOf(asked.channel)
  if (!chosen.ok) return chosen
  const place = await placeOf(context, asked)
  if (!place.ok) return place
  const { office, below, points } = place.value
  const offices = below?.map(({ code }) => code) ?? null
  const where = {
    offices,
    points: points ? await withPredecessors(context.connection.db, codesOf(points)) : null,
    channels: chosen.value,
    ...days.value.range,
  }
  const survey = await surveyOf(context, asked.survey, where)
  if (!survey.ok) return survey
  const { version, leftOut } = survey.value
  const definition = await getSurveyVersion(context.connection.db, version)
  const isPublic = asked.public ?? false
  const said = { ...saidOf(asked), survey: version, public: isPublic }
  const scope = { ...where, version }
  const merged = below && !points ? mergedInto(below, office.code, scope.from) : []
  const places = { office, merged, points }
  const found = { asked: said, scope, definition, period: days.value.period, ...places, leftOut, public: isPublic }
  if (!context.wholeWeeks) return { ok: true, value: { ...found, weeks: null, withoutCriteria: new Set() } }
  return limitToWeeks(context, found)
}

const codesOf = (points: readonly Point[]) => points.map(({ code }) => code)

/** Cuts a question down to whole groups of weeks; what is printed as asked for are then these days. */
async function limitToWeeks(
  { connection, today }: ReportContext,
  found: Omit<ReportScope, 'weeks' | 'withoutCriteria'>,
): Promise<Outcome<ReportScope>> {
  const { scope, definition, asked } = found
  const weeks = await readWeekGroups(connection, definition, scope, today)
  const days = cutToGroups(weeks, scope)
  if (!days) return refuse('not-yet-visible', 'from', scope.from)
  const withoutCriteria = thinKeys(definition, weeks, days)
  const isWhole = days.from === scope.from && days.to === scope.to
  const cut = isWhole ? {} : { asked: { ...asked, period: null, ...days }, period: null }
  return { ok: true, value: { ...found, ...cut, scope: { ...scope, ...days }, weeks, withoutCriteria } }
}

function saidOf({ from, to, period, office, point, channel }: Asked) {
  const orNull = (text: string | undefined) => text ?? null
  const days = { from: orNull(from), to: orNull(to), period: orNull(period) }
  return { ...days, office: orNull(office), point: orNull(point), channel: orNull(channel) }
}

/** The days asked for: those of a period, or from and to; every day when nothing is said. */
export function daysOf(
  asked: Pick<Asked, 'period' | 'from' | 'to'>,
): Outcome<{ period: Period | null; range: { from: string; to: string } }> {
  if (asked.period !== undefined) {
    const period = parsePeriod(asked.period)
    if (!period) return refuse('bad-period', 'period', asked.period)
    if (asked.from ?? asked.to) return refuse('period-and-days', 'period', asked.period)
    return { ok: true, value: { period, range: { from: period.from, to: period.to } } }
  }
  const { from = firstDay, to = lastDayOfAll } = asked
  if (!isDay(from)) return refuse('bad-day', 'from', from)
  if (!isDay(to)) return refuse('bad-day', 'to', to)
  if (from > to) return refuse('from-after-to', 'from', from)
  return { ok: true, value: { period: null, range: { from, to } } }
}

const listOf = (text: string) => [...new Set(text.split(',').map((part) => part.trim()))].filter((part) => part !== '')

function channelsOf(text: string | undefined): Outcome<Channel[] | null> {
  if (text === undefined) return { ok: true, value: null }
  const names = listOf(text)
  const known = channels.filter((channel) => names.includes(channel))
  return known.length === names.length ? { ok: true, value: known } : refuse('unknown-channel', 'channel', text)
}

/** `below`: the office with everything that counts to it; null: the whole installation. */
type Where = { office: Office; below: Office[] | null; points: Point[] | null }

/** The office asked for with everything that counts to it, and points of it. */
export async function placeOf(
  { connection: { db }, within }: ReportContext,
  asked: Pick<Asked, 'office' | 'point'>,
): Promise<Outcome<Where>> {
  const top = asked.office ?? within ?? null
  const office = top === null ? (await listRootOffices(db))[0] : await findOffice(db, top)
  if (!office) return refuse('unknown-office', 'office', top ?? '')
  const below = top === null ? null : await listOfficesBelow(db, top)
  if (within && asked.office !== undefined) {
    const allowed = await listOfficesBelow(db, within)
    if (!allowed.some((o) => o.code === asked.office)) return refuse('unknown-office', 'office', asked.office)
  }
  if (asked.point === undefined) return { ok: true, value: { office, below, points: null } }
  const points: Point[] = []
  for (const code of listOf(asked.point)) {
    const point = await findPoint(db, code)
    if (!point || (below && !below.some((o) => o.code === point.officeCode)))
      return refuse('unknown-point', 'point', code)
    const last = await findLastInOffice(db, point)
    if (!points.some(({ code }) => code === last.code)) points.push(last)
  }
  return { ok: true, value: { office, below, points } }
}

type Chosen = { version: string; leftOut: { version: string; n: number }[] }

async function surveyOf(
  context: ReportContext,
  text: string | undefined,
  where: Omit<Scope, 'version'>,
): Promise<Outcome<Chosen>> {
  const found = await versionsIn(context.connection, where)
  const version =
    text === undefined ? await usualVersion(context, where, found) : await namedVersion(context, text, found)
  if (version === null)
    return text === undefined ? refuse('no-answers', 'survey') : refuse('unknown-survey', 'survey', text)
  return { ok: true, value: { version, leftOut: found.filter((other) => other.version !== version) } }
}

type Found = readonly { version: string; n: number }[]

/** KEY@N as it is; KEY: the newest version with answers in the scope, else the newest published. */
async function namedVersion(
  { connection: { db }, today }: ReportContext,
  text: string,
  found: Found,
): Promise<string | null> {
  const published = (await listSurveyVersions(db, today)).map((head) => head.id)
  if (text.includes('@')) return published.includes(text) ? text : null
  const ofSurvey = published.filter((id) => keyOf(id) === text)
  return ofSurvey.find((id) => found.some((f) => f.version === id)) ?? ofSurvey[0] ?? null
}

/** The survey with the most answers; without any answers, the one that most points of the scope show. */
async function usualVersion(context: ReportContext, where: Omit<AnyVersion, 'version'>, found: Found) {
  const answered = most(found.map(({ version, n }) => [keyOf(version), n]))
  if (answered !== null) return namedVersion(context, answered, found)
  const { db } = context.connection
  const own = await listPoints(db, where.offices ?? undefined)
  // An office without a desk of its own may still have the rooms where others have theirs.
  const points = own.length > 0 ? own : await listHostedPoints(db, where.offices ?? [])
  const here = points.filter((point) => where.points?.includes(point.code) ?? true)
  const shown = most(here.map((point) => [point.surveyKey, 1]))
  return shown === null ? null : namedVersion(context, shown, found)
}

const keyOf = (version: string) => version.split('@')[0] ?? ''

function most(weights: readonly (readonly [name: string, weight: number])[]): string | null {
  const sums = new Map<string, number>()
  for (const [name, weight] of weights) sums.set(name, (sums.get(name) ?? 0) + weight)
  return [...sums].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? null
}
