import { type Kysely, type Migration, sql } from 'kysely'
import { columnTypes } from '../columns'

/** The calendar in versions, and the deadlines of offices in versions. */
export const calendar: Migration = { up }

async function up(db: Kysely<unknown>): Promise<void> {
  const { id, text, int, ending } = columnTypes(db)
  const statements = [
    sql`create table calendar_version (
      number ${int} not null primary key,
      made_at ${text} not null,
      made_by ${text} references staff (id),
      summary ${text} not null,
      document ${text} not null,
      hash ${text} not null
    ) ${ending}`,
    sql`create table calendar_entry (
      id ${id},
      from_on ${text} not null,
      to_on ${text} not null,
      kind ${text} not null,
      name ${text} not null,
      pair_on ${text},
      confidence ${text} not null,
      source ${text} not null,
      office_code ${text} references office (code),
      added_in ${int} not null references calendar_version (number),
      removed_in ${int} references calendar_version (number)
    ) ${ending}`,
    sql`create table deadline_policy (
      id ${text} not null primary key,
      office_code ${text} references office (code),
      number ${int} not null,
      effective_on ${text} not null,
      rules ${text} not null,
      source ${text} not null,
      made_at ${text} not null,
      made_by ${text} references staff (id)
    ) ${ending}`,
    sql`create unique index deadline_policy_number on deadline_policy (coalesce(office_code, ''), number)`,
  ]
  for (const statement of statements) await statement.execute(db)
}
