import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { sql } from 'kysely'
import type { Counts } from '../server/domain/backup-manifest'
import { countAll } from './backup'
import type { PostgresConnection } from './connect'
import { replacePublic } from './pg-schema'

/** Why a tool of PostgreSQL did not do its work: not there, older than the server, or what it said itself. */
export type ToolFault =
  | { ok: false; error: 'no-tool'; tool: Tool }
  | { ok: false; error: 'old-tool'; tool: Tool; version: number; server: number }
  | { ok: false; error: 'tool-failed'; tool: Tool; reason: string }
type Tool = 'pg_dump' | 'pg_restore'
type Ran = { ok: true } | ToolFault

/** Dumps the database as it is at one moment into a new file, and tells what that moment counted. */
export async function dumpPostgres(
  { db }: PostgresConnection,
  url: string,
  file: string,
): Promise<{ ok: true; counts: Counts } | ToolFault> {
  const tool = await findTool('pg_dump')
  if (!tool.ok) return tool
  const server = await serverVersion(db)
  if (tool.version < server) return { ok: false, error: 'old-tool', tool: 'pg_dump', version: tool.version, server }
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (transaction) => {
      const { rows } = await sql<{ id: string }>`select pg_export_snapshot() as id`.execute(transaction)
      const counts = await countAll(transaction)
      const target = ['-Fc', '--no-owner', '--no-privileges', '-n', 'public', '-f', file]
      const ran = await run('pg_dump', url, [...target, `--snapshot=${rows[0]?.id}`])
      return ran.ok ? { ok: true, counts } : ran
    })
}

/** Reads a dump without a database and counts its rows. */
export async function inspectDump(file: string): Promise<{ ok: true; counts: Counts } | ToolFault> {
  const child = spawn('pg_restore', ['--data-only', '-t', 'response', '-t', 'log_entry', '-f', '-', file], {
    env: env(),
  })
  const said = text(child.stderr)
  const ended = once(child, 'close')
  // Awaited after the rows; a failure before that must not end the process.
  ended.catch(() => {})
  const rows: Record<string, number> = { response: 0, log_entry: 0 }
  let table: string | null = null
  try {
    // What stands between `COPY name …` and `\.` is one row a line.
    for await (const line of createInterface({ input: child.stdout, crlfDelay: Number.POSITIVE_INFINITY })) {
      if (line === '\\.') table = null
      else if (table !== null) rows[table] = (rows[table] ?? 0) + 1
      else table = /^COPY public\.(\w+) /.exec(line)?.[1] ?? null
    }
    const [code] = await ended
    const counts = { responses: rows.response ?? 0, entries: rows.log_entry ?? 0 }
    return code === 0 ? { ok: true, counts } : failed('pg_restore', await said)
  } catch (error) {
    return toFault('pg_restore', error)
  }
}

/** Puts a dump in the place of everything in the schema `public`; what was there comes back when that fails. */
export async function replacePostgres(connection: PostgresConnection, url: string, file: string): Promise<Ran> {
  const tool = await findTool('pg_restore')
  if (!tool.ok) return tool
  const how = ['--no-owner', '--no-privileges', '--single-transaction', '--exit-on-error', '-n', 'public']
  return replacePublic(connection, () => run('pg_restore', url, [...how, file]))
}

async function serverVersion(db: PostgresConnection['db']): Promise<number> {
  const { rows } = await sql<{ version: string }>`select current_setting('server_version_num') as version`.execute(db)
  return Math.floor(Number(rows[0]?.version) / 10_000)
}

/** The first number of the version that a tool prints, such as 15. */
async function findTool(tool: Tool): Promise<{ ok: true; version: number } | ToolFault> {
  try {
    const child = spawn(tool, ['--version'], { env: env() })
    const [printed] = await Promise.all([text(child.stdout), once(child, 'close')])
    return { ok: true, version: Number(/\d+/.exec(printed)?.[0]) }
  } catch (error) {
    return toFault(tool, error)
  }
}

const password = /^(postgres(?:ql)?:\/\/[^:@/]*):([^@/]*)@/

/** Runs a tool on a database; its password stands in the environment, because everybody can read a list of processes. */
async function run(tool: Tool, url: string, words: string[]): Promise<Ran> {
  const secret = password.exec(url)?.[2]
  const database = `--dbname=${url.replace(password, '$1@')}`
  try {
    const variables = secret === undefined ? env() : { ...env(), PGPASSWORD: decodeURIComponent(secret) }
    const child = spawn(tool, [database, ...words], { env: variables })
    child.stdout.resume()
    const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'close')])
    return code === 0 ? { ok: true } : failed(tool, said)
  } catch (error) {
    return toFault(tool, error)
  }
}

const env = () => ({ ...process.env, LC_ALL: 'C' })

const failed = (tool: Tool, said: string): ToolFault => ({ ok: false, error: 'tool-failed', tool, reason: said.trim() })

function toFault(tool: Tool, error: unknown): ToolFault {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { ok: false, error: 'no-tool', tool }
  throw error
}
