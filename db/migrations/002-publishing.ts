import { type Kysely, type Migration, sql } from 'kysely'
import { columnTypes } from '../columns'

/** One snapshot at most holds for an office and a period, and each keeps the grain that publishing is decided from. */
export const publishing: Migration = { up }

async function up(db: Kysely<unknown>): Promise<void> {
  const { text } = columnTypes(db)
  const grain = '{"offices":[],"answered":{}}'
  await sql`alter table period_snapshot add column grain ${text} not null default ${sql.lit(grain)}`.execute(db)
  await sql`create unique index period_snapshot_standing on period_snapshot (office_code, period)
    where state <> 'reopened'`.execute(db)
}
