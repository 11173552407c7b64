import type { Connection } from '../../db/connect'
import { listHostedPoints, withPredecessors } from '../../db/points'
import { countsOf } from '../../db/statistics'
import type { Hosted } from '../domain/results'
import { summarise } from '../domain/satisfaction'
import type { ReportScope } from './parameters'

/** Access to the service: signs, rooms, equipment. It is the host's, whoever serves at the desk. */
const reception = '1'

/**
 * What people say of the rooms of these offices at the points of others that stand there. Null when none do, for the
 * whole installation, for a chosen point, and for people at a desk, who see their own offices alone.
 */
export async function readHosted(
  connection: Connection,
  { scope, weeks, definition }: ReportScope,
): Promise<Hosted | null> {
  if (!scope.offices || scope.points || weeks) return null
  const points = await listHostedPoints(connection.db, scope.offices)
  const name = definition.dimensions.find(({ key, apart }) => key === reception && !apart)?.short
  if (points.length === 0 || name === undefined) return null
  const codes = await withPredecessors(
    connection.db,
    points.map(({ code }) => code),
  )
  const counts = await countsOf(connection, { ...scope, offices: null, points: codes })
  const figure = summarise(definition, counts, null).dimensions.find(({ key }) => key === reception)
  return figure ? { points: points.length, name, figure } : null
}
