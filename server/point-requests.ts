import type { Context } from 'hono'
import { findPoint, listPoints, type Point } from '../db/points'
import { pointFields, type TypedPoint } from './actions/point-form'
import type { Deps } from './deps'
import { readForm } from './form'
import { type Env, officesOf } from './session'

/** The fields of a posted point. */
export async function readTyped(c: Context): Promise<TypedPoint> {
  const form = await readForm(c)
  return Object.fromEntries(pointFields.map((field) => [field, form[field] ?? ''])) as TypedPoint
}

/** The point of the address, or of the given code, when it belongs to the person's part of the tree. */
export async function visiblePoint(
  c: Context<Env>,
  deps: Deps,
  code = c.req.param('code'),
): Promise<Point | undefined> {
  const point = await findPoint(deps.db, code ?? '')
  if (!point) return undefined
  const offices = await officesOf(deps, c.get('staff'))
  return offices.some((office) => office.code === point.officeCode) ? point : undefined
}

/** All points of the person's part of the tree, by name. */
export async function visiblePoints(c: Context<Env>, deps: Deps): Promise<Point[]> {
  const codes = (await officesOf(deps, c.get('staff'))).map(({ code }) => code)
  return listPoints(deps.db, codes)
}
