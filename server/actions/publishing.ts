import { listOffices } from '../../db/offices'
import { listEverPublished, readGrains, type SnapshotHead } from '../../db/periods'
import type { Db } from '../../db/schema'
import { type Collision, collisions, noGrain, together } from '../domain/disclosure'
import { parsePeriod } from '../domain/period'

/** The published periods beside which this snapshot would show what fewer than five people answered; mostly none. */
export async function findCollisions(db: Db, snapshot: SnapshotHead): Promise<Collision[]> {
  const others = (await listEverPublished(db)).filter(({ id }) => id !== snapshot.id).map(withDays)
  const near = together(withDays(snapshot), others)
  if (near.length === 0) return []
  const grains = await readGrains(
    db,
    [snapshot, ...near].map(({ id }) => id),
  )
  const closed = (one: Dated) => ({ ...one, grain: grains.get(one.id) ?? noGrain })
  const found = collisions(closed(withDays(snapshot)), near.map(closed))
  if (found.length === 0) return []
  const names = new Map((await listOffices(db)).map(({ code, name }) => [code, name]))
  return found.map(({ officeCode, period }) => ({
    period,
    officeCode,
    officeName: names.get(officeCode) ?? officeCode,
  }))
}

type Dated = SnapshotHead & { from: string; to: string }

function withDays(head: SnapshotHead): Dated {
  const period = parsePeriod(head.period)
  if (!period) throw new Error(`a snapshot of an unknown period ${head.period}`)
  return { ...head, from: period.from, to: period.to }
}
