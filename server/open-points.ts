import { findOffice } from '../db/offices'
import { findPoint, listAtDesk, type Point } from '../db/points'
import type { Db } from '../db/schema'
import { type Hours, parseHours } from './domain/hours'
import type { ProcedureOffer } from './domain/procedure-choice'
import type { SurveyDefinition } from './domain/survey'
import { readOffer } from './procedure-offers'

/** The key of the short survey that every point may offer at /k/:code/nhanh. */
export const quickSurveyKey = 'nhanh-6'

/** A point as its citizens meet it. */
export type OpenPoint = Point & {
  officeName: string
  officePhone: string | null
  openHours: Hours
  procedures: ProcedureOffer
  /** The open points that share this printed code, its own among them; empty when it stands alone. */
  choices: DeskChoice[]
  /** Everything of the point that its page shows, as one text: two points with the same one have the same page. */
  pageKey: string
}
export type DeskChoice = { code: string; quickFirst: boolean; name: string; office: string }

/** Whether a point offers a survey: its own, in any version, or the quick one. */
export function offers(point: { surveyKey: string }, definition: Pick<SurveyDefinition, 'key'>): boolean {
  return definition.key === point.surveyKey || definition.key === quickSurveyKey
}

/** The point that a code leads to: its own, or the one that goes on after it was replaced. Null when there is none. */
export async function findOpenPoint(db: Db, code: string): Promise<OpenPoint | null> {
  const point = await findSuccessor(db, code)
  if (!point) return null
  const office = await findOffice(db, point.officeCode)
  const procedures = await readOffer(db, point)
  const read = parseHours(point.hours)
  const names = { officeName: office?.name ?? point.officeCode, officePhone: office?.phone ?? null }
  return {
    ...point,
    ...names,
    openHours: read.ok ? read.hours : [],
    procedures,
    choices: await choicesAt(db, point),
    pageKey: JSON.stringify([point.code, point.channel, point.name, names.officeName, shownOf(procedures)]),
  }
}

/** What the page shows of an offer: a list itself, of a search only that it is one. */
const shownOf = (offer: ProcedureOffer) => (offer.kind === 'list' ? offer.procedures : offer.kind === 'search')

/** Codes only lead to younger ones; the bound is for a database that somebody wrote to by hand. */
async function findSuccessor(db: Db, code: string): Promise<Point | undefined> {
  let point = await findPoint(db, code)
  for (let left = 100; point?.replacedBy && left > 0; left--) point = await findPoint(db, point.replacedBy)
  return point
}

async function choicesAt(db: Db, point: Point): Promise<DeskChoice[]> {
  const sharing = await listAtDesk(db, point.code)
  if (sharing.length === 0) return []
  const open = [point, ...sharing].filter(({ closedAt }) => closedAt === null)
  const choices: DeskChoice[] = []
  for (const { code, quickFirst, name, officeCode } of open)
    choices.push({
      code,
      quickFirst: quickFirst === 1,
      name,
      office: (await findOffice(db, officeCode))?.name ?? officeCode,
    })
  return choices
}
