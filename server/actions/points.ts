import { insertAudit } from '../../db/audit'
import { findOffice } from '../../db/offices'
import { listPointProcedures, savePointProcedures } from '../../db/point-procedures'
import { findPoint, insertPoint, listAtDesk, type Point, updatePoint } from '../../db/points'
import type { Db } from '../../db/schema'
import { inTransaction } from '../../db/transaction'
import { isInForce } from '../domain/organisation'
import { dayOf } from '../domain/period'
import { may, type SignedInStaff } from '../domain/permissions'
import { channelOfKind } from '../domain/point-kinds'
import { type PointAttributes, type PointFault, readPoint, type TypedPoint } from './point-form'
import { freeCode, replacePoint } from './point-replacement'

export type PointDeps = { db: Db; now: () => Date; staff: SignedInStaff; random: (size: number) => Uint8Array }

type Forbidden = { ok: false; error: 'forbidden' }
type Outcome<T> = ({ ok: true } & T) | Forbidden | { ok: false; error: 'invalid'; faults: PointFault[] }
const forbidden: Forbidden = { ok: false, error: 'forbidden' }

/**
 * Opens a new point with a new code in one of the offices that the person may manage.
 * @param offices codes of those offices
 */
export async function addPoint(
  { db, now, staff, random }: PointDeps,
  offices: readonly string[],
  typed: TypedPoint,
): Promise<Outcome<{ code: string }>> {
  if (!may(staff.role, 'points.manage')) return forbidden
  const at = now().toISOString()
  return inTransaction(db, async (db) => {
    const read = await readPoint(db, offices, typed, dayOf(now()))
    if (!read.ok) return read
    return { ok: true, code: await open(db, { attributes: read.point, at, random, staffId: staff.id }) }
  })
}

/**
 * Lets a printed code serve one more office: a point there like this one, in the same room, chosen on the page that the
 * code then opens. `served` when the office has one at this desk already.
 * @param offices codes of the offices that the person may manage
 */
export async function shareDesk(
  { db, now, staff, random }: PointDeps,
  offices: readonly string[],
  printedCode: string,
  officeCode: string,
): Promise<{ ok: true; code: string } | Forbidden | { ok: false; error: 'unknown-office' | 'served' }> {
  if (!may(staff.role, 'points.manage')) return forbidden
  const at = now().toISOString()
  return inTransaction(db, async (db) => {
    const printed = await findPoint(db, printedCode)
    const office = offices.includes(officeCode) ? await findOffice(db, officeCode) : undefined
    if (!printed || printed.deskCode !== null || printed.replacedBy !== null || !office)
      return { ok: false, error: 'unknown-office' }
    if (!isInForce(office, dayOf(now()))) return { ok: false, error: 'unknown-office' }
    const sharing = await listAtDesk(db, printed.code)
    if ([printed, ...sharing].some((point) => point.officeCode === officeCode)) return { ok: false, error: 'served' }
    const procedures = (await listPointProcedures(db, printed.code)).map(({ code }) => code)
    const hostCode = printed.hostCode ?? printed.officeCode
    const attributes = {
      ...attributesOf(printed, procedures),
      ...{ officeCode, hostCode: hostCode === officeCode ? null : hostCode },
    }
    const deskCode = printed.code
    const code = await open(db, { attributes, deskCode, channel: printed.channel, at, random, staffId: staff.id })
    return { ok: true, code }
  })
}

type Opening = {
  attributes: PointAttributes
  deskCode?: string
  channel?: Point['channel']
  at: string
  random: PointDeps['random']
  staffId: string
}

async function open(db: Db, { attributes, deskCode, channel, at, random, staffId }: Opening): Promise<string> {
  const { procedures, ...row } = attributes
  const code = await freeCode(db, random)
  const place = { channel: channel ?? channelOfKind[row.kind], deskCode: deskCode ?? null }
  await insertPoint(db, { ...row, ...place, code, closedAt: null, createdAt: at })
  await savePointProcedures(db, code, procedures)
  const detail = JSON.stringify({ ...attributes, ...place })
  await insertAudit(db, { at, staffId, action: 'point.add', subject: code, detail })
  return code
}

/**
 * Changes the name of a point and what it shows; the code on its posters and its office stay. The channel follows the
 * kind only when that changes, so that a point from before kinds keeps its own. `replaced` when the code leads to
 * another point by now.
 */
export async function changePoint(
  { db, now, staff }: Omit<PointDeps, 'random'>,
  code: string,
  typed: TypedPoint,
): Promise<Outcome<object> | { ok: false; error: 'replaced' }> {
  if (!may(staff.role, 'points.manage')) return forbidden
  const at = now().toISOString()
  return inTransaction(db, async (db) => {
    const point = await findPoint(db, code)
    if (!point) return forbidden
    if (point.replacedBy !== null) return { ok: false, error: 'replaced' }
    const read = await readPoint(db, [point.officeCode], { ...typed, office: point.officeCode }, dayOf(now()))
    if (!read.ok) return read
    const { officeCode: _, procedures, ...change } = read.point
    const channel = change.kind === point.kind ? point.channel : channelOfKind[change.kind]
    const before = (await listPointProcedures(db, code)).map(({ code }) => code)
    await updatePoint(db, code, { ...change, channel })
    await savePointProcedures(db, code, procedures)
    const { officeCode: __, ...old } = attributesOf(point, before)
    const detail = JSON.stringify({ before: { ...old, channel: point.channel }, after: { ...read.point, channel } })
    await insertAudit(db, { at, staffId: staff.id, action: 'point.change', subject: code, detail })
    return { ok: true }
  })
}

function attributesOf(point: Point, procedures: string[]): PointAttributes {
  const { name, officeCode, kind, hostCode, surveyKey, quickFirst, hours, field, asksProcedure } = point
  return { name, officeCode, kind, hostCode, surveyKey, quickFirst, hours, field, asksProcedure, procedures }
}

/**
 * Closes a point (its page then says so; answers already begun are still taken) or opens it again. A replaced one stays
 * closed: its code leads to another; and so does one of an office that has ended.
 */
export async function switchPoint(
  { db, now, staff }: Omit<PointDeps, 'random'>,
  code: string,
  open: boolean,
): Promise<{ ok: true } | Forbidden | { ok: false; error: 'closed-office' }> {
  if (!may(staff.role, 'points.manage')) return forbidden
  const at = now().toISOString()
  const action = open ? 'point.open' : 'point.close'
  return inTransaction(db, async (db) => {
    const point = await findPoint(db, code)
    if (!point || point.replacedBy !== null) return forbidden
    if ((point.closedAt === null) === open) return { ok: true }
    const office = await findOffice(db, point.officeCode)
    if (open && office && !isInForce(office, dayOf(now()))) return { ok: false, error: 'closed-office' }
    await updatePoint(db, code, { closedAt: open ? null : at })
    await insertAudit(db, { at, staffId: staff.id, action, subject: code, detail: '' })
    return { ok: true }
  })
}

/** Gives a point a new code in its place. `replaced` when somebody did so meanwhile, with the code that goes on. */
export async function renewCode(
  { db, now, staff, random }: PointDeps,
  code: string,
): Promise<{ ok: true; code: string } | Forbidden | { ok: false; error: 'replaced'; code: string }> {
  if (!may(staff.role, 'points.manage')) return forbidden
  return inTransaction(db, async (db) => {
    const point = await findPoint(db, code)
    if (!point) return forbidden
    if (point.replacedBy) return { ok: false, error: 'replaced', code: point.replacedBy }
    return { ok: true, ...(await replacePoint(db, { point, at: now().toISOString(), random, staffId: staff.id })) }
  })
}
