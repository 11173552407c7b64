import { validStandings } from '../server/domain/standing'
import type { Connection } from './connect'
import { scan } from './scan'
import type { AnyVersion } from './statistics'

/** Logged responses, and those of them that are valid. */
type PointCount = { collected: number; valid: number }

/** How many responses each point has in a range of days, over all versions; from the daily tallies. */
export async function countPointResponses(
  connection: Connection,
  { points, channels, from, to }: Pick<AnyVersion, 'points' | 'channels' | 'from' | 'to'>,
): Promise<Map<string, PointCount>> {
  const found = new Map<string, PointCount>()
  if (points?.length === 0 || channels?.length === 0) return found
  const query = connection.db
    .selectFrom('tallyDay')
    .select(['point', 'standing', 'counts'])
    .where('submittedOn', '>=', from)
    .where('submittedOn', '<=', to)
    .$if(points !== null, (query) => query.where('point', 'in', points ?? []))
    .$if(channels !== null, (query) => query.where('channel', 'in', channels ?? []))
  for await (const { point, standing, counts } of scan(connection, query.compile())) {
    const { n } = JSON.parse(counts) as { n: number }
    const count = found.get(point) ?? { collected: 0, valid: 0 }
    found.set(point, count)
    count.collected += n
    if (validStandings.includes(standing)) count.valid += n
  }
  return found
}
