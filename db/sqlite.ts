import type Database from 'better-sqlite3'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type DialectAdapter,
  type Driver,
  type Kysely,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'

/** SQLite for Kysely, with three corrections that keep data safe beside other processes, and statements prepared once. */
export class SqliteDialect implements Dialect {
  readonly #raw: Database.Database
  constructor(raw: Database.Database) {
    this.#raw = raw
  }
  createDriver(): Driver {
    return new ImmediateDriver(this.#raw)
  }
  createQueryCompiler() {
    return new SqliteQueryCompiler()
  }
  createAdapter(): DialectAdapter {
    return new TransactionalDdl()
  }
  createIntrospector(db: Kysely<unknown>) {
    return new SqliteIntrospector(db)
  }
}

class ImmediateDriver extends SqliteDriver {
  readonly #raw: Database.Database
  constructor(raw: Database.Database) {
    super({ database: remembering(raw) })
    this.#raw = raw
  }
  // A deferred transaction that reads and then writes dies at once when another process wrote in between.
  override async beginTransaction(connection: DatabaseConnection) {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }
  // A full disk makes SQLite roll back by itself: a second rollback would hide the first error.
  override async rollbackTransaction(connection: DatabaseConnection) {
    if (this.#raw.inTransaction) await connection.executeQuery(CompiledQuery.raw('rollback'))
  }
}

class TransactionalDdl extends SqliteAdapter {
  // Kysely says no because of drivers in general; here a migration is one immediate transaction, all or nothing.
  override get supportsTransactionalDdl() {
    return true
  }
}

const remembered = 200

/** Preparing a statement takes longer than most of them run: the text is the key, and each ends before the next begins. */
function remembering(raw: Database.Database): SqliteDatabase {
  const known = new Map<string, Database.Statement>()
  const prepare = (text: string) => {
    const statement = known.get(text) ?? raw.prepare(text)
    if (known.size >= remembered) known.clear()
    known.set(text, statement)
    return statement
  }
  return { prepare, close: () => raw.close() }
}
