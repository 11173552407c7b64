import { insertVersion, newestVersion } from '../calendar'
import { insertPolicy, listPolicies } from '../deadline-policies'
import type { Db } from '../schema'
import { firstPolicy, firstVersion } from './deadlines'
import { holidays } from './holidays'

/** The first calendar and the first deadlines, each only while there is none; in a transaction of the caller. */
export async function seedCalendar(db: Db, madeAt: string): Promise<void> {
  const shipped = { madeAt, madeBy: null }
  if ((await newestVersion(db)) === 0)
    await insertVersion(db, { ...shipped, ...firstVersion }, { add: holidays, remove: [] })
  if ((await listPolicies(db)).length === 0) await insertPolicy(db, { ...shipped, ...firstPolicy })
}
