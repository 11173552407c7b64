import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'

/** The built product as its own process on an empty folder, as `npm start` runs it. */
export type Product = {
  /** Address of the survey of the point that the first start made. */
  survey: string
  /** The set-up link of the first administrator. */
  setup: string
  dataDir: string
  countResponses(): number
  stop(): Promise<void>
  /** Ends the process and leaves the folder, for another to go on with. */
  pause(): Promise<void>
}

/** Builds if needed, starts on a free port and waits until everything is printed. */
export async function startProduct(env: Record<string, string> = {}, ...args: string[]): Promise<Product> {
  const dataDir = await mkdtemp(join(tmpdir(), 'hailong-product-'))
  const child = runProduct({ DATA_DIR: dataDir, ...env }, ...args)
  child.stderr.pipe(process.stderr)
  const printed = await firstText(child)
  const pause = async () => {
    child.kill('SIGTERM')
    if (child.exitCode === null) await once(child, 'exit')
  }
  return {
    pause,
    survey: printed.match(/http:\/\/\S+\/k\/[A-Z0-9]+(?=\s)/)?.[0] ?? '',
    setup: printed.match(/http:\/\/\S+\/thiet-lap\/\S+/)?.[0] ?? '',
    dataDir,
    countResponses() {
      const database = new Database(join(dataDir, 'hailong.db'), { readonly: true })
      const { n } = database.prepare<[], { n: number }>('select count(*) as n from response').get() ?? { n: 0 }
      database.close()
      return n
    },
    async stop() {
      await pause()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** Starts to end by itself: its exit code and what it said on stderr. For settings it cannot start with. */
export async function failToStart(env: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const child = runProduct(env)
  let said = ''
  child.stderr.on('data', (data) => {
    said += data
  })
  child.stdout.resume()
  const [code] = await once(child, 'close')
  return { code, said }
}

function runProduct(env: Record<string, string>, ...args: string[]): ChildProcessWithoutNullStreams {
  const settings = {
    PORT: '0',
    HOST: '127.0.0.1',
    DATABASE_URL: '',
    PUBLIC_URL: '',
    LOG_LEVEL: 'warn',
    TWO_STEP: 'off',
  }
  return spawn(process.execPath, ['server/start.mjs', ...args], {
    env: { ...process.env, NODE_ENV: 'production', ...settings, ...env },
  })
}

/** What it prints once it listens; the page for staff stands at the end. */
function firstText(child: ChildProcessWithoutNullStreams): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = ''
    child.once('exit', () => reject(new Error(`the product ended: ${printed}`)))
    child.stdout.on('data', (data) => {
      printed += data
      if (/\/can-bo\s/.test(printed)) resolve(printed)
    })
  })
}
