import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, inject } from 'vitest'

/** Migrated databases of this test file that nobody uses now: making one takes longer than most tests. */
const idle: string[] = []

afterAll(async () => {
  for (const url of idle.splice(0)) await dropDatabase(url)
})

/** A database with rows of nobody; `isNew` when it has no tables yet. */
export async function takeDatabase(): Promise<{ url: string; isNew: boolean }> {
  const url = idle.pop()
  return url ? { url, isNew: false } : { url: await createDatabase(), isNew: true }
}

/** Takes a migrated database back: its rows are deleted and its ids begin again. */
export async function giveBack(url: string): Promise<void> {
  await run(url, emptyAll)
  idle.push(url)
}

export async function createDatabase(): Promise<string> {
  const name = `hailong_${randomUUID().replaceAll('-', '')}`
  // Not the server's own collation: a text column that forgot its own shows in the order of names.
  const locale = "encoding 'UTF8' locale_provider icu icu_locale 'vi' locale 'C'"
  await run(inject('postgresUrl'), `create database ${name} template template0 ${locale}`)
  const url = new URL(inject('postgresUrl'))
  url.pathname = `/${name}`
  return url.href
}

export async function dropDatabase(url: string): Promise<void> {
  await run(inject('postgresUrl'), `drop database ${new URL(url).pathname.slice(1)} with (force)`)
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** Tables made later refer to earlier ones, so they are emptied first. The one row that a migration makes stays. */
const emptyAll = `do $$ declare name text; begin
  alter table audit disable trigger user;
  alter table case_event disable trigger user;
  for name in select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
    and relname not in ('kysely_migration', 'kysely_migration_lock', 'log_head') order by oid desc
  loop execute format('delete from %I', name); end loop;
  alter table audit enable trigger user;
  alter table case_event enable trigger user;
  for name in select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'S'
  loop perform setval(name::regclass, 1, false); end loop;
  update log_head set size = 0, peaks = '';
end $$`
