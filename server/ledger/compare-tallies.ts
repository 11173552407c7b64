import type { Connection } from '../../db/connect'
import { scanTallies, type TallyName, tallyNames } from '../../db/tallies'
import type { Counts, Pairs } from '../domain/counts'
import { countsText, keyText, type Tallies } from './tally'

/** A row that is not what it should be; null where there should be, or is, none. */
export type TallyDifference = {
  name: TallyName
  key: readonly string[]
  expected: string | null
  actual: string | null
}

/** Every row of the stored tallies that differs from counts, then every row that is missing. */
export async function* compareTallies(connection: Connection, counted: Tallies): AsyncGenerator<TallyDifference> {
  for (const name of tallyNames) {
    const groups: ReadonlyMap<string, { key: readonly string[]; counts: Counts | Pairs }> = counted[name]
    const seen = new Set<string>()
    for await (const { key, counts: actual } of scanTallies(connection, name)) {
      const text = keyText(key)
      const group = groups.get(text)
      const expected = group ? countsText(group.counts) : null
      seen.add(text)
      if (expected !== actual) yield { name, key, expected, actual }
    }
    for (const [text, { key, counts }] of groups)
      if (!seen.has(text)) yield { name, key, expected: countsText(counts), actual: null }
  }
}
