import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { connect } from '../../db/connect'
import { migrate } from '../../db/migrate'
import { temporaryFolder } from '../support/database'

it('keeps SQLite in one file of a folder that only its owner may enter, and syncs every commit', async () => {
  const dataDir = join(await temporaryFolder(), 'new', 'data')
  const connection = await connect({ dataDir, databaseUrl: '' })
  onTestFinished(() => connection.close())
  await migrate(connection)
  expect(statSync(dataDir).mode & 0o777).toBe(0o700)
  for (const file of readdirSync(dataDir)) expect(statSync(join(dataDir, file)).mode & 0o077).toBe(0)
  expect(readdirSync(dataDir).filter((name) => name.endsWith('.db'))).toEqual(['hailong.db'])
  const pragma = (name: string) => connection.raw?.pragma(name, { simple: true })
  expect(['journal_mode', 'synchronous', 'foreign_keys', 'busy_timeout'].map(pragma)).toEqual(['wal', 2, 1, 0])
})
