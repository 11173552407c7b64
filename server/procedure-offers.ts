import { listPointProcedures } from '../db/point-procedures'
import type { Point } from '../db/points'
import { findProcedure, searchProcedures } from '../db/procedures'
import type { Db } from '../db/schema'
import type { Fields, ParsedAnswers } from './domain/answers'
import {
  listedProcedures,
  matchProcedure,
  type OfferedProcedure,
  offerProcedures,
  type ProcedureChoice,
  type ProcedureOffer,
  procedureCodeIn,
  procedureField,
  procedureText,
  procedureWords,
  suggestProcedures,
  withProcedure,
} from './domain/procedure-choice'

/** More suggestions than these are no help on a telephone. */
const suggested = 8
/** Among so many that match, a whole name or the beginning of one is still found. */
const considered = 200
/** A suggestion that was taken up: a name, which may be longer than what is kept of a text, and then its code. */
const longestSuggestion = 1000

/** What the form of a point asks about procedures. */
export async function readOffer(db: Db, point: Pick<Point, 'code' | 'asksProcedure'>): Promise<ProcedureOffer> {
  const chosen = await listPointProcedures(db, point.code)
  const open = chosen.filter(({ closedAt }) => closedAt === null)
  const catalogue =
    chosen.length > 0 ? [] : (await searchProcedures(db, { open: true, limit: listedProcedures + 1 })).rows
  return offerProcedures(point.asksProcedure === 1, chosen.length > 0 ? open : null, catalogue)
}

type Offering = { procedures: ProcedureOffer; field: string }

/**
 * The sent form with the procedure it is about, and the point with the field (lĩnh vực) that the answer counts in: the
 * procedure's own, else the point's.
 */
export async function addProcedure<T extends Offering>(
  db: Db,
  point: T,
  parsed: ParsedAnswers,
  fields: Fields,
): Promise<{ point: T; parsed: ParsedAnswers }> {
  const choice = await readChoice(db, point.procedures, fields.findLast(([name]) => name === procedureField)?.[1] ?? '')
  const field = (choice && 'procedure' in choice && choice.procedure.field) || point.field
  return { point: { ...point, field }, parsed: withProcedure(parsed, choice) }
}

/** What was typed or chosen: a procedure of the catalogue, else the words; null when nothing was. */
export async function readChoice(db: Db, offer: ProcedureOffer, typed: string): Promise<ProcedureChoice> {
  if (offer.kind === 'fixed') return { procedure: offer.procedure }
  const text = procedureText(typed)
  if (text === '') return null
  const procedure = await findMeant(db, offer, text, procedureCodeIn(typed.slice(0, longestSuggestion)))
  return procedure ? { procedure } : { text }
}

/** A code is taken from the whole catalogue, closed ones too: the page may be older than the list. */
async function findMeant(db: Db, offer: ProcedureOffer, text: string, code: string | undefined) {
  const named = code === undefined ? undefined : await findProcedure(db, code)
  return named ?? matchProcedure(text, await candidates(db, offer, text))
}

/** At most eight open procedures of the offer that have every typed word, for choosing one. */
export async function suggestFor(db: Db, offer: ProcedureOffer, typed: string): Promise<OfferedProcedure[]> {
  const text = procedureText(typed)
  if (text === '') return []
  return suggestProcedures(text, await candidates(db, offer, text)).slice(0, suggested)
}

async function candidates(db: Db, offer: ProcedureOffer, text: string): Promise<readonly OfferedProcedure[]> {
  if (offer.kind === 'fixed') return [offer.procedure]
  if (offer.kind === 'list') return offer.procedures
  if (offer.kind === 'search' && offer.procedures) return offer.procedures
  return (await searchProcedures(db, { words: procedureWords(text), open: true, limit: considered })).rows
}
