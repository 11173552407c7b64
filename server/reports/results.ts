import { findDenominator } from '../../db/denominators'
import { findOffice, listOffices, type Office } from '../../db/offices'
import { listPoints } from '../../db/points'
import type { Db } from '../../db/schema'
import type { Scope } from '../../db/statistics'
import { countsByChannel, countsByMonth, countsByPoint, countsOf, pairsOf } from '../../db/statistics'
import { findNearestTarget } from '../../db/targets'
import { channels } from '../domain/channels'
import { compareRates, isShown } from '../domain/comparison'
import { addDays, monthsBetween, type Period, periodBefore } from '../domain/period'
import { lastInOffice } from '../domain/point-chain'
import { findPriorities } from '../domain/priorities'
import {
  channelRows,
  type Data,
  type MonthRow,
  monthRows,
  type PlaceRow,
  placeRows,
  type Results,
  responseShare,
} from '../domain/results'
import { type Satisfaction, summarise } from '../domain/satisfaction'
import { cutToGroups, type Days } from '../domain/visible'
import { readHosted } from './hosted'
import { type ReportContext, type ReportParameters, type ReportScope, resolveParameters } from './parameters'
import { thinKeys } from './whole-weeks'

export type ResultsQuestion = Pick<ReportParameters, 'office' | 'point' | 'survey' | 'channel'> & {
  /** Named period, when one was chosen: for its denominator and for the period before. */
  period: Period | null
  /** The days of the period, or chosen ones, that the asking person may see. */
  days: Days
  /** Cuts other ranges down to what the asking person may see. */
  visible(days: Days): Days | null
}

type Asked = { context: ReportContext; question: ResultsQuestion; found: ReportScope }

/** Every figure of the page of results for one scope and its days; or which part of the question is wrong. */
export async function readResults(context: ReportContext, question: ResultsQuestion) {
  const { office, point, survey, channel, days } = question
  const found = await resolveParameters(context, { office, point, survey, channel, ...days })
  if (!found.ok) return { ok: false as const, error: found.error }
  const { from, to } = found.value.scope
  return { ok: true as const, days: { from, to }, value: await readAll({ context, question, found: found.value }) }
}

async function readAll(asked: Asked): Promise<Results> {
  const { definition, office, merged, points, scope, leftOut, weeks, withoutCriteria } = asked.found
  const { connection } = asked.context
  const dossiers = await denominatorOf(asked)
  const [counts, pairs, before, target, months, byChannel, places, hosted] = await Promise.all([
    countsOf(connection, scope),
    pairsOf(connection, definition, scope),
    readBefore(asked),
    findNearestTarget(connection.db, office.code, Number(scope.to.slice(0, 4))),
    readMonths(asked),
    readChannels(asked),
    readPlaces(asked),
    readHosted(connection, asked.found),
  ])
  const figures = summarise(definition, counts, pairs, { issued: dossiers?.issued, withoutCriteria })
  const difference = before && compareRates(figures.overall, before.overall)
  return {
    definition,
    office: office.name,
    merged: merged.map(({ name }) => name),
    ended: await endOf(connection.db, office),
    atPoint: points?.length === 1,
    figures,
    withoutDoubtful: weeks
      ? null
      : withoutDoubtful(figures, summarise(definition, counts, null, { standings: ['counted'] })),
    change: difference && { period: before?.period ?? null, difference },
    target: target ?? null,
    targetFrom: target && target.officeCode !== office.code ? target.officeName : null,
    response: dossiers ? responseShare(figures, dossiers) : null,
    months,
    channels: channelRows(definition, byChannel),
    places,
    hosted,
    priorities: findPriorities(figures, target ?? null),
    others: leftOut,
  }
}

async function endOf(db: Db, { validTo, successorCode }: Office): Promise<Results['ended']> {
  if (validTo === null) return null
  const successor = successorCode === null ? undefined : await findOffice(db, successorCode)
  return { day: validTo, successor: successor?.name ?? null }
}

function withoutDoubtful({ validity }: Satisfaction, { overall }: Satisfaction): number | null {
  return validity.doubtful > 0 && isShown(overall) ? overall.rate : null
}

/** The denominator belongs to a whole office in a named period; parts of it have none. */
async function denominatorOf({ context, question, found }: Asked) {
  if (!question.period || found.points || found.scope.channels) return undefined
  return findDenominator(context.connection.db, found.office.code, question.period.text)
}

/** The same scope in the period before; for chosen days, the same number of days just before. */
async function readBefore({ context, question, found: { definition, scope, weeks } }: Asked) {
  const { period, days } = question
  const earlier = period ? periodBefore(period) : daysBefore(days)
  const visible = question.visible({ from: earlier.from, to: earlier.to })
  const seen = visible && weeks ? cutToGroups(weeks, visible) : visible
  if (!seen) return null
  const withoutCriteria = weeks ? thinKeys(definition, weeks, seen) : undefined
  const past: Scope = { ...scope, ...seen }
  const { connection } = context
  const [counts, pairs] = await Promise.all([countsOf(connection, past), pairsOf(connection, definition, past)])
  return {
    period: period ? periodBefore(period).text : null,
    overall: summarise(definition, counts, pairs, { withoutCriteria }).overall,
  }
}

function daysBefore({ from, to }: Days): Days {
  const length = (Date.parse(to) - Date.parse(from)) / 86_400_000
  return { from: addDays(from, -length - 1), to: addDays(from, -1) }
}

/** Counts of each channel that was used, with co-occurrence counts: the gap to the own phone needs honest intervals. */
async function readChannels({ context: { connection }, found: { definition, scope, weeks } }: Asked) {
  const data = new Map<string, Data>()
  // A group has enough answers together, not on each channel or at each point.
  if (weeks) return data
  for (const [channel, counts] of await countsByChannel(connection, scope)) {
    const one = channels.filter((known) => known === channel)
    data.set(channel, { counts, pairs: await pairsOf(connection, definition, { ...scope, channels: one }) })
  }
  return data
}

/** The twelve months that end with the scope, or with today when the scope goes on. */
async function readMonths({ context, question, found }: Asked): Promise<MonthRow[]> {
  const { definition, scope } = found
  // A month is no group of weeks.
  if (found.weeks) return []
  const { connection, today } = context
  const cutoff14 = question.period?.cutoff14 ?? false
  const [end = today] = [scope.to, today].sort()
  const months = monthsBetween(addDays(end, -366), end, cutoff14).slice(-12)
  const range = question.visible({ from: months[0]?.from ?? end, to: months.at(-1)?.to ?? end })
  if (!range) return []
  const counts = await countsByMonth(connection, { ...scope, ...range }, cutoff14)
  const data = new Map<string, Data>()
  for (const month of months) {
    const of = counts.get(month.text)
    const seen = question.visible({ from: month.from, to: month.to })
    if (!of || !seen) continue
    data.set(month.text, { counts: of, pairs: await pairsOf(connection, definition, { ...scope, ...seen }) })
  }
  return monthRows(definition, months, data, scope)
}

/**
 * The points of the scope, each with those that it replaced; closed ones only when they have answers. None when the
 * scope is a single point.
 */
async function readPlaces({ context: { connection }, found }: Asked): Promise<PlaceRow[]> {
  if (found.points?.length === 1 || found.weeks) return []
  const { definition, scope } = found
  const listed = await listPoints(connection.db, scope.offices ?? undefined)
  const last = lastInOffice(listed)
  const counts = await countsByPoint(connection, scope, (code) => last.get(code) ?? code)
  const shown = listed
    .filter(({ code, closedAt }) => last.get(code) === code && (counts.has(code) || closedAt === null))
    .filter(({ code }) => scope.points?.includes(code) ?? true)
  const names = new Map((await listOffices(connection.db)).map(({ code, name }) => [code, name]))
  const several = new Set(shown.map(({ officeCode }) => officeCode)).size > 1
  const places = shown.map(({ code, name, officeCode }) => ({
    ...{ code, name, office: several ? (names.get(officeCode) ?? null) : null },
    counts: counts.get(code) ?? {},
  }))
  return placeRows(definition, places)
}
