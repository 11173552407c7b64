import { listOffices } from '../db/offices'
import { findPoints, type Point } from '../db/points'
import { listNewestSurveys } from '../db/surveys'
import { paths } from '../web/paths'
import type { Deps } from './deps'
import { dayOf } from './domain/period'
import type { Poster } from './formats/poster'
import { quickSurveyKey } from './open-points'

type Linked = Pick<Point, 'code' | 'quickFirst' | 'deskCode'>
type Printed = Linked & Pick<Point, 'name' | 'officeCode' | 'surveyKey' | 'hours'>

/** What the printed code of a point opens; at a shared desk that is the code of the desk. */
export function linkOf({ publicUrl }: Pick<Deps, 'publicUrl'>, { code, quickFirst, deskCode }: Linked): string {
  if (deskCode) return publicUrl + paths.survey(deskCode)
  return publicUrl + (quickFirst ? paths.quick(code) : paths.survey(code))
}

/** The survey of the point itself, for looking at it. */
export function testLinkOf({ publicUrl }: Pick<Deps, 'publicUrl'>, { code, quickFirst }: Linked): string {
  return publicUrl + paths.chosen(code, quickFirst === 1)
}

type PrintedPoster = Poster & { code: string }
type PosterDeps = Pick<Deps, 'db' | 'publicUrl' | 'now'>

/** What stands on the poster of a point; null when its survey was never published. */
export async function posterOf(deps: PosterDeps, point: Printed): Promise<PrintedPoster | null> {
  return (await postersOf(deps, [point]))[0] ?? null
}

/** The posters of points in their order, each printed code once; none of a point whose survey was never published. */
export async function postersOf(deps: PosterDeps, points: readonly Printed[]): Promise<PrintedPoster[]> {
  const desks = new Set(points.flatMap(({ deskCode }) => deskCode ?? []))
  const printed = new Map((await findPoints(deps.db, [...desks])).map((desk) => [desk.code, desk]))
  const offices = new Map((await listOffices(deps.db)).map(({ code, name }) => [code, name]))
  const surveys = new Map((await listNewestSurveys(deps.db, dayOf(deps.now()))).map((survey) => [survey.key, survey]))
  const posters = new Map<string, PrintedPoster>()
  for (const point of points) {
    const shown = printed.get(point.deskCode ?? '') ?? point
    const { code, name, hours, quickFirst, surveyKey, officeCode } = shown
    const minutes = surveys.get(quickFirst ? quickSurveyKey : surveyKey)?.minutes
    const office = offices.get(officeCode)
    if (minutes === undefined || office === undefined || posters.has(code)) continue
    posters.set(code, { code, office, point: name, url: linkOf(deps, shown), minutes, hours })
  }
  return [...posters.values()]
}
