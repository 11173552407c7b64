import { type Insertable, type RawBuilder, sql } from 'kysely'
import { isPostgres } from './columns'
import type { Db, LogEntryTable } from './schema'

// A list is one parameter, so that a statement is the same text however long the list is, and is prepared once.

/** Numbers for the right side of `in`. */
export function listed(db: Db, numbers: readonly number[]): RawBuilder<number> {
  if (isPostgres(db)) return sql`(select unnest(${numbers}::bigint[]))`
  return sql`(select value from json_each(${JSON.stringify(numbers)}))`
}

/** Log entries as a query of the columns no, kind, ref, leaf. */
export function listedEntries(db: Db, entries: readonly Insertable<LogEntryTable>[]): RawBuilder<unknown> {
  if (isPostgres(db)) {
    const [no, kind, ref, leaf] = (['no', 'kind', 'ref', 'leaf'] as const).map((key) => entries.map((e) => e[key]))
    return sql`select * from unnest(${no}::bigint[], ${kind}::text[], ${ref}::bigint[], ${leaf}::bytea[])`
  }
  const rows = entries.map(({ no, kind, ref, leaf }) => [no, kind, ref, Buffer.from(leaf).toString('hex')])
  return sql`select value ->> 0, value ->> 1, value ->> 2, unhex(value ->> 3) from json_each(${JSON.stringify(rows)})`
}
