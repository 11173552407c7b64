import type { Connection } from '../../db/connect'
import { countsByWeek, type Scope } from '../../db/statistics'
import { countsIn } from '../domain/counts'
import { addDays, firstDay } from '../domain/period'
import { listCriteria, type SurveyDefinition } from '../domain/survey'
import { type Days, groupWeeks, mondayOf, thinCriteria, type WeekGroup } from '../domain/visible'

/** The groups of weeks of a scope, whatever its days, from its first answer until the last week that is over. */
export async function readWeekGroups(
  connection: Connection,
  definition: SurveyDefinition,
  scope: Scope,
  today: string,
): Promise<WeekGroup[]> {
  const days = { from: firstDay, to: addDays(mondayOf(today), -1) }
  const counts = [...(await countsByWeek(connection, { ...scope, ...days }))]
  const weeks = counts.flatMap(([monday, by]) => {
    const valid = countsIn(by)
    const levels = (item: readonly number[]) => item.slice(0, definition.scale.length).reduce((sum, n) => sum + n, 0)
    return valid && valid.n > 0 ? [{ monday, n: valid.n, answered: valid.items.map(levels) }] : []
  })
  return groupWeeks(weeks.sort((a, b) => (a.monday < b.monday ? -1 : 1)))
}

/** Keys of the criteria that stay hidden in a range. */
export function thinKeys(definition: SurveyDefinition, groups: readonly WeekGroup[], days: Days): Set<string> {
  const thin = thinCriteria(groups, days)
  return new Set(listCriteria(definition).flatMap(({ key }, i) => (thin.has(i) ? [key] : [])))
}
