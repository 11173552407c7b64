import { setImmediate } from 'node:timers/promises'
import Database from 'better-sqlite3'
import type { CompiledQuery } from 'kysely'
import type pg from 'pg'
import Cursor from 'pg-cursor'
import type { Connection } from './connect'

const rowsPerRead = 1000

/**
 * Rows of a compiled query one after the other, without holding them all: for reports over many responses.
 * Reads beside the writer and never stops it: SQLite on a handle of its own, PostgreSQL by a cursor.
 * Column names come back in camel case. Gives the process a breath after every 1,000 rows.
 */
export async function* scan<T>(connection: Connection, query: CompiledQuery<T>): AsyncGenerator<T> {
  for await (const rows of scanBatches(connection, query)) for (const row of rows) yield row
}

/** The same in batches, for who reads a million rows: waiting for each single one costs more than reading it. */
export function scanBatches<T>(connection: Connection, query: CompiledQuery<T>): AsyncGenerator<T[]> {
  return connection.engine === 'sqlite'
    ? scanSqlite<T>(connection.raw.name, query)
    : scanPostgres<T>(connection.pool, query)
}

async function* scanSqlite<T>(file: string, query: CompiledQuery<T>): AsyncGenerator<T[]> {
  const raw = new Database(file, { readonly: true, timeout: 1000 })
  try {
    const statement = raw.prepare(query.sql).raw(true)
    const toObject = objectMaker<T>(statement.columns().map((column) => column.name))
    let batch: T[] = []
    for (const row of statement.iterate(query.parameters)) {
      if (batch.push(toObject(row as unknown[])) < rowsPerRead) continue
      yield batch
      batch = []
      await setImmediate()
    }
    yield batch
  } finally {
    raw.close()
  }
}

async function* scanPostgres<T>(pool: pg.Pool, query: CompiledQuery<T>): AsyncGenerator<T[]> {
  const client = await pool.connect()
  const types = pool.options.types
  const cursor = client.query(
    new Cursor(query.sql, [...query.parameters], { rowMode: 'array', ...(types && { types }) }),
  )
  try {
    let toObject: ((values: unknown[]) => T) | undefined
    for (;;) {
      const { rows, names } = await read(cursor)
      if (rows.length === 0) return
      toObject ??= objectMaker<T>(names)
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

function objectMaker<T>(names: string[]): (values: unknown[]) => T {
  const keys = names.map((name) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()))
  return (values) => {
    const row: Record<string, unknown> = {}
    for (let i = 0; i < keys.length; i++) row[keys[i] as string] = values[i]
    return row as T
  }
}
