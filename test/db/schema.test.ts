import { sql } from 'kysely'
import { expect, it } from 'vitest'
import type { Connection } from '../../db/connect'
import { columnsOf } from '../support/columns'
import { describeEngines } from '../support/database'

describeEngines('the migrated database', (engine) => {
  it('has the columns of the schema, with their kinds', async () => {
    const { db } = await engine.open()
    const tables = await db.introspection.getTables()
    const found = tables
      .filter((table) => !table.name.startsWith('kysely'))
      .map(({ name, columns }) => [
        camel(name),
        Object.fromEntries(columns.map((column) => [camel(column.name), kindOf(column)])),
      ])
    expect(Object.fromEntries(found)).toEqual(columnsOf)
  })

  it('compares every text byte by byte', async () => {
    const connection = await engine.open()
    expect(await columnsWithOtherCollation(connection)).toEqual([])
    const { db } = connection
    for (const key of ['Zô', 'Đức', 'an', 'a_b']) await db.insertInto('setting').values({ key, value: '' }).execute()
    const rows = await db.selectFrom('setting').select('key').orderBy('key').execute()
    expect(rows.map((row) => row.key)).toEqual(['Zô', 'a_b', 'an', 'Đức'])
  })

  it('enforces foreign keys', async () => {
    const { db } = await engine.open()
    const session = { tokenHash: 'x', staffId: 'nobody', createdAt: '', seenAt: '', expiresAt: '' }
    await expect(db.insertInto('session').values(session).execute()).rejects.toThrow(/foreign key/i)
  })
})

const camel = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

const kinds: Record<string, string> = { text: 'text', integer: 'int', int8: 'int', blob: 'bytes', bytea: 'bytes' }

function kindOf(column: { name: string; dataType: string; isNullable: boolean }): string {
  // SQLite reports `integer primary key` as nullable, although the database always gives a number.
  const isKey = column.name === 'id' || column.name === 'no'
  const kind = kinds[column.dataType.toLowerCase()] ?? column.dataType
  return column.isNullable && !isKey ? `${kind}?` : kind
}

async function columnsWithOtherCollation(connection: Connection): Promise<string[]> {
  if (connection.engine === 'sqlite') return []
  const { rows } = await sql<{ name: string }>`
    select table_name || '.' || column_name as name from information_schema.columns
    where table_schema = 'public' and data_type = 'text' and collation_name is distinct from 'C'`.execute(connection.db)
  return rows.map((row) => row.name)
}
