import { listOffices, type Office } from '../db/offices'
import { countPointResponses } from '../db/point-counts'
import { listPointProcedures } from '../db/point-procedures'
import { findPoint, listAtDesk, listOldCodes, listPoints } from '../db/points'
import type { Db } from '../db/schema'
import { listNewestSurveys } from '../db/surveys'
import type { PointDetail } from '../web/components/point-detail'
import { pointWords } from '../web/vi/points'
import type { Deps } from './deps'
import { addDays, dayOf } from './domain/period'
import { lastVisibleDay, type SignedInStaff } from './domain/permissions'
import { codesBefore } from './domain/point-chain'
import type { PointLine } from './domain/point-list'
import { listCriteria } from './domain/survey'
import { shortLink } from './formats/poster'
import { qrSvgPath } from './formats/qr'
import { linkOf, testLinkOf } from './posters'

/** An open point without a single answer for so long may have lost its poster. */
const quietDays = 21

/**
 * The points of offices with the responses of the seven days up to the last one that the person may see.
 * `until`: that day.
 */
export async function pointLines(
  deps: Pick<Deps, 'connection' | 'db' | 'now'>,
  { role }: SignedInStaff,
  offices: readonly Office[],
): Promise<{ lines: PointLine[]; until: string }> {
  const today = dayOf(deps.now())
  const until = lastVisibleDay(role, today)
  const points = await listPoints(
    deps.db,
    offices.map(({ code }) => code),
  )
  const [week, month] = await Promise.all([countsUntil(deps, until, 7), countsUntil(deps, until, quietDays)])
  const titles = new Map((await surveyChoices(deps.db, today)).map(({ value, label }) => [value, label]))
  const began = addDays(until, -quietDays)
  const before = codesBefore(points)
  const lines = points.map((point) => ({
    ...point,
    survey: titles.get(point.surveyKey) ?? point.surveyKey,
    count: week.get(point.code)?.collected ?? 0,
    isQuiet: point.closedAt === null && dayOf(new Date(point.createdAt)) <= began && !month.has(point.code),
    oldCodes: before.get(point.code) ?? [],
  }))
  return { lines, until }
}

function countsUntil({ connection }: Pick<Deps, 'connection'>, until: string, days: number) {
  return countPointResponses(connection, { points: null, channels: null, from: addDays(until, 1 - days), to: until })
}

/** Everything about one point for its page. */
export async function pointDetail(deps: Pick<Deps, 'db' | 'publicUrl'>, line: PointLine): Promise<PointDetail> {
  const offices = new Map((await listOffices(deps.db)).map(({ code, name }) => [code, name]))
  const nameOf = (code: string) => offices.get(code) ?? code
  const procedures = await listPointProcedures(deps.db, line.code)
  const url = linkOf(deps, line)
  const { path, side } = qrSvgPath(url)
  const beside = (await listAtDesk(deps.db, line.deskCode ?? line.code)).filter(({ code }) => code !== line.code)
  const printed = line.deskCode === null ? undefined : await findPoint(deps.db, line.deskCode)
  return {
    ...line,
    office: nameOf(line.officeCode),
    host: line.hostCode && nameOf(line.hostCode),
    url,
    link: shortLink(url),
    tryUrl: testLinkOf(deps, line),
    qr: { path, side },
    procedures: procedures.map(({ code, name, field }) => ({ code, name, field })),
    oldCodes: await listOldCodes(deps.db, line.code),
    sharing: [...(printed ? [printed] : []), ...beside].map(({ code, name, officeCode, closedAt }) => ({
      ...{ code, name, office: nameOf(officeCode), open: closedAt === null },
    })),
  }
}

/** Surveys that a point can show, by key, with the title of their newest version. */
export async function surveyChoices(db: Db, today?: string): Promise<{ value: string; label: string }[]> {
  return (await listNewestSurveys(db, today)).map((definition) => ({
    value: definition.key,
    label: pointWords.surveyName(definition.title, listCriteria(definition).length),
  }))
}
