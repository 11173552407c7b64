import { unpackPairs } from '../../db/packed-pairs'
import type { Db } from '../../db/schema'
import { deleteTallies, listTallies, saveTallies, type TallyName } from '../../db/tallies'
import { type Counts, type Pairs, sumCounts, sumPairs } from '../domain/counts'
import { countsText, type Group, keyText, type Tallies } from './tally'

/**
 * Adds differences to the stored tallies: every group is read, summed and written once. A group without any response
 * left has no row, so that tallies depend on what is counted alone, never on the way there.
 */
export async function addTallies(db: Db, changes: Tallies): Promise<void> {
  await addCounts(db, 'tallyDay', changes.tallyDay)
  const emptied = await addCounts(db, 'tallyHalf', changes.tallyHalf)
  await addPairCounts(db, changes.tallyPair, emptied)
}

/** @returns the keys, as text, of the groups that are empty now */
async function addCounts(db: Db, name: TallyName, changes: Map<string, Group<Counts>>): Promise<Set<string>> {
  const groups = await sumStored(db, name, changes, (text) => JSON.parse(text) as Counts, sumCounts)
  const emptied = groups.filter((group) => group.counts.n === 0)
  await write(
    db,
    name,
    groups.filter((group) => group.counts.n !== 0),
  )
  await remove(db, name, emptied)
  return new Set(emptied.map((group) => keyText(group.key)))
}

async function addPairCounts(db: Db, changes: Map<string, Group<Pairs>>, emptied: Set<string>): Promise<void> {
  const groups = await sumStored(db, 'tallyPair', changes, unpackPairs, sumPairs)
  const isEmptied = (group: Group<Pairs>) => emptied.has(keyText(group.key))
  await write(
    db,
    'tallyPair',
    groups.filter((group) => !isEmptied(group)),
  )
  await remove(db, 'tallyPair', groups.filter(isEmptied))
}

async function sumStored<T>(
  db: Db,
  name: TallyName,
  changes: Map<string, Group<T>>,
  read: (text: string) => T,
  sum: (into: T, other: T) => T,
): Promise<Group<T>[]> {
  const groups = [...changes.values()]
  const stored = new Map<string, string>()
  for (const row of await listTallies(
    db,
    name,
    groups.map((g) => g.key),
  ))
    stored.set(keyText(row.key), row.counts)
  return groups.map(({ key, counts }) => {
    const before = stored.get(keyText(key))
    return { key, counts: before === undefined ? counts : sum(read(before), counts) }
  })
}

function write(db: Db, name: TallyName, groups: Group<Counts | Pairs>[]): Promise<void> {
  return saveTallies(
    db,
    name,
    groups.map(({ key, counts }) => ({ key, counts: countsText(counts) })),
  )
}

function remove<T>(db: Db, name: TallyName, groups: Group<T>[]): Promise<void> {
  return deleteTallies(
    db,
    name,
    groups.map((group) => group.key),
  )
}
