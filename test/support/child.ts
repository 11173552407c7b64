import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { onTestFinished } from 'vitest'

/** A process of its own that prints lines. */
export type Child = {
  /** Lines printed so far, whole ones only. */
  lines: string[]
  process: ChildProcessWithoutNullStreams
  /** Resolves when so many lines were printed; rejects when the process ends before. */
  printed(count: number): Promise<void>
  /** Ends the process at once, without a chance to tidy up, and waits until all of its lines are read. */
  kill(): Promise<void>
}

/** Makes one runnable file of a TypeScript module; removed after the test. Returns its path. */
export async function bundle(entry: URL): Promise<string> {
  const cache = join(process.cwd(), 'node_modules', '.hailong-test')
  await mkdir(cache, { recursive: true })
  const outDir = await mkdtemp(join(cache, 'bundle-'))
  onTestFinished(() => rm(outDir, { recursive: true, force: true }))
  const output = { entryFileNames: 'entry.mjs' }
  await build({
    configFile: false,
    logLevel: 'error',
    build: { ssr: fileURLToPath(entry), outDir, rolldownOptions: { output } },
  })
  return join(outDir, 'entry.mjs')
}

/** Runs a file with Node; killed after the test at the latest. */
export function runChild(file: string | URL, ...parameters: string[]): Child {
  const child = spawn(process.execPath, [typeof file === 'string' ? file : fileURLToPath(file), ...parameters])
  child.stderr.pipe(process.stderr)
  const lines: string[] = []
  const reader = createInterface({ input: child.stdout }).on('line', (line) => lines.push(line))
  const ended = once(reader, 'close')
  const kill = async () => {
    child.kill('SIGKILL')
    await ended
  }
  onTestFinished(kill)
  return { lines, process: child, printed: (count) => printed(reader, lines, count), kill }
}

function printed(reader: ReturnType<typeof createInterface>, lines: string[], count: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = () => lines.length >= count && resolve()
    reader.on('line', look)
    reader.once('close', () => reject(new Error(`ended after ${lines.length} lines`)))
    look()
  })
}
