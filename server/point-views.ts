import { findOffice, type Office } from '../db/offices'
import { countPointResponses } from '../db/point-counts'
import { listPoints, type Point } from '../db/points'
import type { Db } from '../db/schema'
import { findNewestVersion, getSurveyVersion, listSurveyVersions } from '../db/surveys'
import type { PointLine } from '../web/pages/points'
import { paths } from '../web/paths'
import { pointWords } from '../web/vi/points'
import type { Deps } from './deps'
import { addDays, dayOf } from './domain/period'
import { lastVisibleDay, type SignedInStaff } from './domain/permissions'
import { listCriteria, type SurveyDefinition } from './domain/survey'
import { type Poster, shortLink } from './formats/poster'
import { quickSurveyKey } from './survey-pages'

/**
 * The points of offices with the responses of the seven days up to the last one that the person may see.
 * `until`: that day.
 */
export async function pointLines(
  deps: Pick<Deps, 'connection' | 'db' | 'now' | 'publicUrl'>,
  { role }: SignedInStaff,
  offices: readonly Office[],
): Promise<{ lines: PointLine[]; until: string }> {
  const until = lastVisibleDay(role, dayOf(deps.now()))
  const names = new Map(offices.map(({ code, name }) => [code, name]))
  const points = await listPoints(deps.db, [...names.keys()])
  const week = { points: null, channels: null, from: addDays(until, -6), to: until }
  const counts = await countPointResponses(deps.connection, week)
  const titles = new Map((await surveyChoices(deps.db)).map(({ value, label }) => [value, label]))
  const lines = points.map((point) => ({
    code: point.code,
    name: point.name,
    office: { code: point.officeCode, name: names.get(point.officeCode) ?? '' },
    surveyKey: point.surveyKey,
    survey: titles.get(point.surveyKey) ?? point.surveyKey,
    channel: point.channel,
    url: linkOf(deps, point),
    link: shortLink(linkOf(deps, point)),
    open: point.closedAt === null,
    count: counts.get(point.code)?.collected ?? 0,
  }))
  return { lines, until }
}

/** What the code of a point opens. */
function linkOf({ publicUrl }: Pick<Deps, 'publicUrl'>, { code, quickFirst }: Point): string {
  return publicUrl + (quickFirst ? paths.quick(code) : paths.survey(code))
}

/** Surveys that a point can show, by key, with the title of their newest version. */
export async function surveyChoices(db: Db, today?: string): Promise<{ value: string; label: string }[]> {
  const newest = new Map<string, string>()
  for (const { surveyKey, id } of await listSurveyVersions(db, today))
    if (!newest.has(surveyKey)) newest.set(surveyKey, id)
  return Promise.all(
    [...newest].map(async ([value, id]) => {
      const definition = await getSurveyVersion(db, id)
      return { value, label: pointWords.surveyName(definition.title, listCriteria(definition).length) }
    }),
  )
}

/** What stands on the poster of a point; null when its survey was never published. */
export async function posterOf(deps: Pick<Deps, 'db' | 'publicUrl'>, point: Point): Promise<Poster | null> {
  const definition = await shownFirst(deps.db, point)
  const office = await findOffice(deps.db, point.officeCode)
  if (!definition || !office) return null
  return { office: office.name, point: point.name, url: linkOf(deps, point), minutes: definition.minutes }
}

async function shownFirst(db: Db, { quickFirst, surveyKey }: Point): Promise<SurveyDefinition | null> {
  const newest = await findNewestVersion(db, quickFirst ? quickSurveyKey : surveyKey)
  return newest ? getSurveyVersion(db, newest.id) : null
}
