import { z } from 'zod'
import { findOffice } from '../../db/offices'
import { listPointProcedures } from '../../db/point-procedures'
import type { Point } from '../../db/points'
import { listProcedures } from '../../db/procedures'
import type { Db } from '../../db/schema'
import { findNewestVersion } from '../../db/surveys'
import { type HoursProblem, parseHours, printHours } from '../domain/hours'
import { isInForce } from '../domain/organisation'
import { pointKinds } from '../domain/point-kinds'
import { matchProcedure, type OfferedProcedure, procedureWords } from '../domain/procedure-choice'
import { line } from './line'
import { wrongFields } from './wrong-fields'

/** In the order of the form. `asks` and `quick` are `1` or empty; `procedures` one procedure or field a line. */
export const pointFields = [
  ...(['name', 'office', 'kind', 'host', 'survey', 'quick', 'hours', 'field', 'asks', 'procedures'] as const),
]
export type PointField = (typeof pointFields)[number]
export type TypedPoint = Record<PointField, string>

/** What is wrong with a field: nothing readable, or a reason with the piece of the text that it is about. */
export type PointFault =
  | { field: Exclude<PointField, 'hours' | 'procedures'> }
  | { field: 'hours'; error: HoursProblem; part: string }
  | { field: 'procedures'; part: string }

export type PointAttributes = Pick<
  Point,
  'name' | 'officeCode' | 'kind' | 'hostCode' | 'surveyKey' | 'quickFirst' | 'hours' | 'field' | 'asksProcedure'
> & { procedures: string[] }

const mark = z.enum(['', '1']).transform((text) => (text === '1' ? 1 : 0))
const form = z.object({
  name: line(120).pipe(z.string().min(1)),
  office: z.string().min(1),
  kind: z.enum(pointKinds),
  host: z.string(),
  survey: z.string().min(1),
  quick: mark,
  hours: z.string(),
  field: line(120),
  asks: mark,
  procedures: z.string(),
})

/**
 * Reads a typed point. `offices`: codes of those that it may belong to. Of the procedures each line names one by code or
 * words, or a whole field (lĩnh vực) with all that are open in it.
 */
export async function readPoint(
  db: Db,
  offices: readonly string[],
  typed: TypedPoint,
  today: string,
): Promise<{ ok: true; point: PointAttributes } | { ok: false; error: 'invalid'; faults: PointFault[] }> {
  const wrong = (faults: PointFault[]) => ({ ok: false, error: 'invalid', faults }) as const
  const parsed = form.safeParse(typed)
  if (!parsed.success) return wrong(wrongFields(pointFields, parsed.error).map((field) => ({ field }) as PointFault))
  const { name, office, kind, host, survey, quick, field, asks } = parsed.data
  const faults: PointFault[] = []
  if (!offices.includes(office) || !(await isOffice(db, office, today))) faults.push({ field: 'office' })
  if (host !== '' && !(await findOffice(db, host))) faults.push({ field: 'host' })
  if (!(await findNewestVersion(db, survey))) faults.push({ field: 'survey' })
  const hours = parseHours(parsed.data.hours.trim())
  if (!hours.ok) faults.push({ field: 'hours', error: hours.error, part: hours.part })
  const procedures = await readProcedures(db, parsed.data.procedures)
  if (!procedures.ok) faults.push({ field: 'procedures', part: procedures.part })
  if (faults.length > 0 || !hours.ok || !procedures.ok) return wrong(faults)
  const point = {
    ...{ name, officeCode: office, kind, surveyKey: survey, quickFirst: quick, field, asksProcedure: asks },
    hostCode: host === '' || host === office ? null : host,
    hours: printHours(hours.hours),
    procedures: procedures.codes,
  }
  return { ok: true, point }
}

async function isOffice(db: Db, code: string, today: string): Promise<boolean> {
  const office = await findOffice(db, code)
  return office !== undefined && isInForce(office, today)
}

async function readProcedures(
  db: Db,
  text: string,
): Promise<{ ok: true; codes: string[] } | { ok: false; part: string }> {
  const lines = text.split(/[\n;]/).map((part) => part.trim())
  const named = lines.filter((part) => part !== '')
  if (named.length === 0) return { ok: true, codes: [] }
  const catalogue = await listProcedures(db)
  const codes = new Set<string>()
  for (const part of named) {
    const found = ofField(part, catalogue) ?? matchProcedure(part, catalogue)
    if (!found) return { ok: false, part: part.slice(0, 100) }
    for (const { code } of [found].flat()) codes.add(code)
  }
  return { ok: true, codes: [...codes].sort() }
}

function ofField<T extends OfferedProcedure & { closedAt: string | null }>(part: string, catalogue: readonly T[]) {
  const wanted = procedureWords(part)
  const found = catalogue.filter(({ field, closedAt }) => closedAt === null && procedureWords(field) === wanted)
  return found.length > 0 ? found : undefined
}

/** A point as its form shows it; a procedure is a line of code and name. */
export async function typedPoint(db: Db, point: Point): Promise<TypedPoint> {
  const procedures = await listPointProcedures(db, point.code)
  return {
    name: point.name,
    office: point.officeCode,
    kind: point.kind,
    host: point.hostCode ?? '',
    survey: point.surveyKey,
    quick: point.quickFirst ? '1' : '',
    hours: point.hours,
    field: point.field,
    asks: point.asksProcedure ? '1' : '',
    procedures: procedures.map(({ code, name }) => `${code} ${name}`).join('\n'),
  }
}
