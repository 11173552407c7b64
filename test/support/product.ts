import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'

/** The built product as its own process on an empty folder, as `npm start` runs it. */
export type Product = {
  /** Address of the survey of the point that the first start made. */
  survey: string
  countResponses(): number
  stop(): Promise<void>
}

/** Builds if needed, starts on a free port and waits until the survey's link is printed. */
export async function startProduct(env: Record<string, string> = {}, ...args: string[]): Promise<Product> {
  const dataDir = await mkdtemp(join(tmpdir(), 'hailong-product-'))
  const settings = {
    PORT: '0',
    HOST: '127.0.0.1',
    DATA_DIR: dataDir,
    DATABASE_URL: '',
    PUBLIC_URL: '',
    LOG_LEVEL: 'warn',
  }
  const child = spawn(process.execPath, ['server/start.mjs', ...args], {
    env: { ...process.env, NODE_ENV: 'production', ...settings, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return {
    survey: await surveyLink(child),
    countResponses() {
      const database = new Database(join(dataDir, 'hailong.db'), { readonly: true })
      const { n } = database.prepare<[], { n: number }>('select count(*) as n from response').get() ?? { n: 0 }
      database.close()
      return n
    },
    async stop() {
      child.kill('SIGTERM')
      if (child.exitCode === null) await once(child, 'exit')
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

function surveyLink(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = ''
    child.once('exit', () => reject(new Error(`the product ended: ${printed}`)))
    child.stdout?.on('data', (data) => {
      printed += data
      const link = printed.match(/http:\/\/\S+\/k\/[A-Z0-9]+(?=\s)/)?.[0]
      if (link) resolve(link)
    })
  })
}
