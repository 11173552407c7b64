import { setImmediate } from 'node:timers/promises'
import type { Connection } from './connect'
import { insertRowsOf, type NewResponse } from './responses-write'
import type { Db } from './schema'
import { inTransaction } from './transaction'

/** `conflicts`: positions of rows whose client id is known with other content; then nothing was kept. */
export type Imported = { added: number; known: number; conflicts: number[] }

const rowsPerStatement = 500

/**
 * Keeps many earlier answers in one transaction, all or nothing; rows that are already there are counted as known.
 * With `dryRun` everything is tried and nothing kept. `alongside` writes in the same transaction, such as an audit entry.
 * Throws when a row is refused (unknown point or version): check before.
 */
export async function importResponses(
  connection: Connection,
  rows: readonly NewResponse[],
  { dryRun = false, alongside }: { dryRun?: boolean; alongside?: (db: Db) => Promise<void> } = {},
): Promise<Imported> {
  const insertRows = insertRowsOf(connection)
  const attempt = async (db: Db) => {
    const imported: Imported = { added: 0, known: 0, conflicts: [] }
    for (let start = 0; start < rows.length; start += rowsPerStatement) {
      const outcomes = await insertRows(db, rows.slice(start, start + rowsPerStatement))
      outcomes.forEach(({ outcome }, i) => {
        if (outcome === 'conflict') imported.conflicts.push(start + i)
        else imported[outcome === 'new' ? 'added' : 'known']++
      })
      await setImmediate()
    }
    if (dryRun || imported.conflicts.length > 0) throw new Undone(imported)
    await alongside?.(db)
    return imported
  }
  try {
    return await inTransaction(connection.db, attempt, 'read committed')
  } catch (error) {
    if (error instanceof Undone) return error.imported
    throw error
  }
}

/** Leaves a transaction without keeping it. */
class Undone extends Error {
  readonly imported: Imported
  constructor(imported: Imported) {
    super('undone on purpose')
    this.imported = imported
  }
}
