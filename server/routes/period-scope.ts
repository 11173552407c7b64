import type { Context } from 'hono'
import type { PeriodScope } from '../actions/period-figures'
import type { Deps } from '../deps'
import { type Period, parsePeriod } from '../domain/period'
import { type Env, officesOf } from '../session'

/** A period from the end of an address, where the `/` of the 14th cut-off is written `-`: `2026-Q1-14`. */
export function periodFromAddress(text: string): Period | null {
  return parsePeriod(text) ?? parsePeriod(text.replace(/-14$/, '/14'))
}

/** The office and period of a staff address; null when either is unknown or not this person's. */
export async function scopeOf(c: Context<Env>, deps: Deps): Promise<PeriodScope | null> {
  const visible = await officesOf(deps, c.get('staff'))
  const office = visible.find(({ code }) => code === c.req.param('office'))
  const period = periodFromAddress(c.req.param('period') ?? '')
  return office && period ? { office, period } : null
}
