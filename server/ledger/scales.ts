import type { Db } from '../../db/schema'
import { getSurveyVersion } from '../../db/surveys'
import { type Scale, scaleOf } from './tally'

export type Scales = (version: string) => Scale

/** Scales of each database. The log only reads versions that answers refer to, so they are committed for good. */
const known = new WeakMap<object, Map<string, Scale>>()

/** The scales of all survey versions that occur in rows, to be asked for by version. */
export async function scalesOf(db: Db, rows: Iterable<{ version: string }>): Promise<Scales> {
  const scales = knownOf(db)
  for (const { version } of rows)
    if (!scales.has(version)) scales.set(version, scaleOf(await getSurveyVersion(db, version)))
  return (version) => {
    const scale = scales.get(version)
    if (!scale) throw new Error(`no scale for ${version}`)
    return scale
  }
}

function knownOf(db: Db): Map<string, Scale> {
  // The adapter is the one object that a database shares with its transactions.
  const { adapter } = db.getExecutor()
  const scales = known.get(adapter) ?? new Map<string, Scale>()
  known.set(adapter, scales)
  return scales
}
