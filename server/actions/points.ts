import { z } from 'zod'
import { insertAudit } from '../../db/audit'
import { isUnique } from '../../db/connect'
import { insertPoint, type Point, updatePoint } from '../../db/points'
import type { Db } from '../../db/schema'
import { findNewestVersion } from '../../db/surveys'
import { inTransaction } from '../../db/transaction'
import { channels } from '../domain/channels'
import { may, type SignedInStaff } from '../domain/permissions'
import { newPointCode } from '../domain/point-code'
import { line } from './line'
import { wrongFields } from './wrong-fields'

const form = z.object({
  name: line(120).pipe(z.string().min(1)),
  office: z.string().min(1),
  survey: z.string().min(1),
  channel: z.enum(channels),
  field: line(120),
  quick: z.enum(['', '1']),
})

export const pointFields = ['name', 'office', 'survey', 'channel', 'field', 'quick'] as const
export type PointField = (typeof pointFields)[number]

export type PointDeps = { db: Db; now: () => Date; staff: SignedInStaff; random: (size: number) => Uint8Array }

type Outcome<T> =
  | ({ ok: true } & T)
  | { ok: false; error: 'forbidden' }
  | { ok: false; error: 'invalid'; fields: PointField[] }
const forbidden = { ok: false, error: 'forbidden' } as const

/**
 * Opens a new point with a new code in one of the offices that the person may manage.
 * @param offices codes of those offices
 */
export async function addPoint(
  { db, now, staff, random }: PointDeps,
  offices: readonly string[],
  typed: Record<PointField, string>,
): Promise<Outcome<{ code: string }>> {
  if (!may(staff.role, 'points.manage')) return forbidden
  const read = await readPoint(db, offices, typed)
  if (!read.ok) return read
  const createdAt = now().toISOString()
  const code = await insertWithCode(db, random, async (db, code) => {
    await insertPoint(db, { ...read.point, code, closedAt: null, createdAt })
    const detail = JSON.stringify(read.point)
    await insertAudit(db, { at: createdAt, staffId: staff.id, action: 'point.add', subject: code, detail })
  })
  return { ok: true, code }
}

/** Changes the name of a point and what it shows; the code on its posters and its office stay. */
export async function changePoint(
  { db, now, staff }: Omit<PointDeps, 'random'>,
  point: Point,
  typed: Omit<Record<PointField, string>, 'office'>,
): Promise<Outcome<object>> {
  if (!may(staff.role, 'points.manage')) return forbidden
  const read = await readPoint(db, [point.officeCode], { ...typed, office: point.officeCode })
  if (!read.ok) return read
  const { officeCode: _, ...change } = read.point
  const { name, surveyKey, channel, field, quickFirst } = point
  const detail = JSON.stringify({ before: { name, surveyKey, channel, field, quickFirst }, after: change })
  const at = now().toISOString()
  await inTransaction(db, async (db) => {
    await updatePoint(db, point.code, change)
    await insertAudit(db, { at, staffId: staff.id, action: 'point.change', subject: point.code, detail })
  })
  return { ok: true }
}

async function readPoint(db: Db, offices: readonly string[], typed: Record<PointField, string>) {
  const wrong = (fields: PointField[]) => ({ ok: false, error: 'invalid', fields }) as const
  const parsed = form.safeParse(typed)
  if (!parsed.success) return wrong(wrongFields(pointFields, parsed.error))
  const { name, office, survey, channel, field, quick } = parsed.data
  if (!offices.includes(office)) return wrong(['office'])
  if (!(await findNewestVersion(db, survey))) return wrong(['survey'])
  const point = { name, officeCode: office, surveyKey: survey, channel, field, quickFirst: quick ? 1 : 0 }
  return { ok: true, point } as const
}

/** Tries codes until one is free; among 810,000 that is nearly always the first. */
async function insertWithCode(
  db: Db,
  random: PointDeps['random'],
  insert: (db: Db, code: string) => Promise<void>,
): Promise<string> {
  for (let left = 20; ; left--) {
    const code = newPointCode(random(8))
    try {
      await inTransaction(db, (db) => insert(db, code))
      return code
    } catch (error) {
      if (!isUnique(error) || left === 0) throw error
    }
  }
}

/** Closes a point (its page then says so; answers already begun are still taken) or opens it again. */
export async function switchPoint(
  { db, now, staff }: Omit<PointDeps, 'random'>,
  point: Point,
  open: boolean,
): Promise<{ ok: true } | { ok: false; error: 'forbidden' }> {
  if (!may(staff.role, 'points.manage')) return { ok: false, error: 'forbidden' }
  if ((point.closedAt === null) === open) return { ok: true }
  const at = now().toISOString()
  const action = open ? 'point.open' : 'point.close'
  await inTransaction(db, async (db) => {
    await updatePoint(db, point.code, { closedAt: open ? null : at })
    await insertAudit(db, { at, staffId: staff.id, action, subject: point.code, detail: '' })
  })
  return { ok: true }
}
