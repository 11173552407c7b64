import { setImmediate } from 'node:timers/promises'
import Database from 'better-sqlite3'
import type { CompiledQuery } from 'kysely'
import type pg from 'pg'
import Cursor from 'pg-cursor'
import type { Connection } from './connect'

const rowsPerRead = 1000

/**
 * Rows of a compiled query one after the other, without holding them all: for reports over many responses.
 * Reads beside the writer and never stops it: SQLite on a handle of its own, PostgreSQL by a cursor of 1,000 rows.
 * Column names come back in camel case. Gives the process a breath after every 1,000 rows.
 */
export async function* scan<T>(connection: Connection, query: CompiledQuery<T>): AsyncGenerator<T> {
  const chunks =
    connection.engine === 'sqlite' ? scanSqlite(connection.raw.name, query) : scanPostgres(connection.pool, query)
  for await (const chunk of chunks) yield* chunk as T[]
}

async function* scanSqlite(file: string, query: CompiledQuery): AsyncGenerator<unknown[]> {
  const raw = new Database(file, { readonly: true, timeout: 1000 })
  try {
    const statement = raw.prepare(query.sql).raw(true)
    const toObject = objectMaker(statement.columns().map((column) => column.name))
    let chunk: unknown[] = []
    for (const row of statement.iterate(query.parameters)) {
      if (chunk.push(toObject(row as unknown[])) < rowsPerRead) continue
      yield chunk
      chunk = []
      await setImmediate()
    }
    yield chunk
  } finally {
    raw.close()
  }
}

async function* scanPostgres(pool: pg.Pool, query: CompiledQuery): AsyncGenerator<unknown[]> {
  const client = await pool.connect()
  const types = pool.options.types
  const cursor = client.query(
    new Cursor(query.sql, [...query.parameters], { rowMode: 'array', ...(types && { types }) }),
  )
  try {
    let toObject: ReturnType<typeof objectMaker> | undefined
    for (;;) {
      const { rows, names } = await read(cursor)
      if (rows.length === 0) return
      toObject ??= objectMaker(names)
      yield rows.map(toObject)
    }
  } finally {
    await cursor.close().catch(() => {})
    client.release()
  }
}

function read(cursor: Cursor): Promise<{ rows: unknown[][]; names: string[] }> {
  return new Promise((resolve, reject) => {
    cursor.read(rowsPerRead, (error, rows, result) => {
      if (error) reject(error)
      // Past the end the cursor calls back without a result.
      else resolve({ rows, names: result ? result.fields.map((field) => field.name) : [] })
    })
  })
}

function objectMaker(names: string[]): (values: unknown[]) => Record<string, unknown> {
  const keys = names.map((name) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()))
  return (values) => {
    const row: Record<string, unknown> = {}
    for (let i = 0; i < keys.length; i++) row[keys[i] as string] = values[i]
    return row
  }
}
