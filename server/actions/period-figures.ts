import type { Connection } from '../../db/connect'
import { findDenominator } from '../../db/denominators'
import { listOfficesBelow, type Office } from '../../db/offices'
import { countCollected } from '../../db/periods'
import { countsByChannel, countsByHalf, countsOf, pairsOf, type Scope, versionsIn } from '../../db/statistics'
import { getSurveyVersion } from '../../db/surveys'
import { findNearestTarget } from '../../db/targets'
import { channels } from '../domain/channels'
import { type ByStanding, type Counts, countsIn } from '../domain/counts'
import type { Grain } from '../domain/disclosure'
import { mergedInto } from '../domain/organisation'
import type { Period } from '../domain/period'
import type { PeriodFigures, SurveyFigures } from '../domain/period-figures'
import { summarise } from '../domain/satisfaction'
import { validStandings } from '../domain/standing'

/** An office in a period; the offices below it always belong to it. */
export type PeriodScope = { office: Pick<Office, 'code' | 'name'>; period: Period }

/** Survey versions with valid answers in the scope, most first. */
export async function versionsInPeriod(connection: Connection, scope: PeriodScope) {
  return versionsIn(connection, dayScope(await codesBelow(connection, scope), scope.period))
}

/** Codes of the office and every office below it, sorted. */
async function codesBelow({ db }: Connection, { office }: PeriodScope): Promise<string[]> {
  return sortedCodes(await listOfficesBelow(db, office.code))
}

const sortedCodes = (offices: readonly Office[]) => offices.map(({ code }) => code).sort()

/**
 * The figures of a period as they are now, from the log as far as it has been followed.
 * @param versions the survey versions to report, in any order
 */
export async function figuresNow(
  connection: Connection,
  scope: PeriodScope,
  versions: readonly string[],
): Promise<PeriodFigures> {
  const { db } = connection
  const { office, period } = scope
  const offices = await listOfficesBelow(db, office.code)
  const below = sortedCodes(offices)
  const merged = mergedInto(offices, office.code, period.from).map(({ name }) => name)
  const denominator = await findDenominator(db, office.code, period.text)
  const target = await findNearestTarget(db, office.code, Number(period.text.slice(0, 4)))
  const above = target && target.officeCode !== office.code ? { from: target.officeName } : {}
  const surveys: SurveyFigures[] = []
  for (const version of versions)
    surveys.push(await surveyFigures(connection, { ...dayScope(below, period), version }, denominator?.issued ?? null))
  return {
    format: 1,
    office: { code: office.code, name: office.name },
    offices: below,
    ...(merged.length > 0 && { merged }),
    period: { text: period.text, from: period.from, to: period.to },
    collected: await countCollected(connection, below, period),
    surveys: surveys.sort((a, b) => b.satisfaction.n - a.satisfaction.n || (a.version < b.version ? -1 : 1)),
    dossiers: denominator
      ? { dossiers: denominator.dossiers, issued: denominator.issued, basis: denominator.basis }
      : null,
    target: target
      ? { operator: target.operator, hundredths: target.hundredths, source: target.source, ...above }
      : null,
  }
}

/** The people who gave a level to each criterion, by office and half-month: what publishing is decided from. */
export async function grainNow(
  connection: Connection,
  scope: PeriodScope,
  versions: readonly string[],
): Promise<Grain> {
  const offices = await codesBelow(connection, scope)
  const answered: Grain['answered'] = {}
  for (const version of versions) {
    const { scale } = await getSurveyVersion(connection.db, version)
    const halves = await countsByHalf(connection, { ...dayScope(offices, scope.period), version })
    const people = (by: ByStanding<Counts>) =>
      countsIn(by)?.items.map((item) => item.slice(0, scale.length).reduce((sum, n) => sum + n, 0)) ?? []
    answered[version] = Object.fromEntries([...halves].map(([key, by]) => [key, people(by)]))
  }
  return { offices, answered }
}

async function surveyFigures(connection: Connection, scope: Scope, issued: number | null): Promise<SurveyFigures> {
  const definition = await getSurveyVersion(connection.db, scope.version)
  const counts = await countsOf(connection, scope)
  const pairs = await pairsOf(connection, definition, scope)
  const byChannel = await countsByChannel(connection, scope)
  const valid = channels.map((channel) => ({
    channel,
    n: countsIn(byChannel.get(channel) ?? {}, validStandings)?.n ?? 0,
  }))
  return {
    version: scope.version,
    satisfaction: summarise(definition, counts, pairs, { issued }),
    channels: valid.filter(({ n }) => n > 0),
  }
}

function dayScope(offices: string[], period: Period): Omit<Scope, 'version'> {
  return { offices, points: null, channels: null, from: period.from, to: period.to }
}
