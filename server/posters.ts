import { findOffice } from '../db/offices'
import { findPoint, type Point } from '../db/points'
import type { Db } from '../db/schema'
import { findNewestVersion, getSurveyVersion } from '../db/surveys'
import { paths } from '../web/paths'
import type { Deps } from './deps'
import { dayOf } from './domain/period'
import type { SurveyDefinition } from './domain/survey'
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

/** What stands on the poster of a point; null when its survey was never published. */
export async function posterOf(
  deps: Pick<Deps, 'db' | 'publicUrl' | 'now'>,
  point: Printed,
): Promise<(Poster & { code: string }) | null> {
  const printed = (point.deskCode && (await findPoint(deps.db, point.deskCode))) || point
  const definition = await shownFirst(deps.db, printed, dayOf(deps.now()))
  const office = await findOffice(deps.db, printed.officeCode)
  if (!definition || !office) return null
  const { code, name, hours } = printed
  return { code, office: office.name, point: name, url: linkOf(deps, printed), minutes: definition.minutes, hours }
}

/** The posters of points in their order, each printed code once. */
export async function postersOf(
  deps: Pick<Deps, 'db' | 'publicUrl' | 'now'>,
  points: readonly Printed[],
): Promise<(Poster & { code: string })[]> {
  const posters = new Map<string, Poster & { code: string }>()
  for (const point of points) {
    const poster = await posterOf(deps, point)
    if (poster && !posters.has(poster.code)) posters.set(poster.code, poster)
  }
  return [...posters.values()]
}

async function shownFirst(db: Db, { quickFirst, surveyKey }: Printed, today: string): Promise<SurveyDefinition | null> {
  const newest = await findNewestVersion(db, quickFirst ? quickSurveyKey : surveyKey, today)
  return newest ? getSurveyVersion(db, newest.id) : null
}
