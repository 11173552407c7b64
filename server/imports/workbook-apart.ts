import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { FileFault, Line, Sheet } from './sheet'
import { unpackedSize } from './workbook-size'
import { readXlsxSheet } from './xlsx'

/** What a worker says of a workbook: whether it can be read, then lines as they are asked for, fewer at its end. */
export type FromWorkbook =
  | { kind: 'opened'; faults: FileFault[] | null }
  | { kind: 'lines'; lines: (Line | FileFault)[]; done: boolean }

/** Several times what 50,000 full rows take. */
const mostUnpacked = 256 * 1024 * 1024
/** Enough for the largest sheet that may be imported (megabytes). */
const mostMemory = 768
/** Several times what opening the largest takes (milliseconds). */
const patience = 120_000

const broken: FileFault = { code: 'broken-xlsx' }

/**
 * The first sheet of a workbook, read in a worker of its own: a small file can unpack to more than a machine has, or hold
 * millions of texts. What does not fit ends the worker, and the server goes on answering meanwhile.
 * @param file the worker; null: in this thread, for tests
 */
export async function readWorkbook(bytes: Uint8Array, file = workerFile()): Promise<Sheet> {
  if ((unpackedSize(bytes) ?? Number.POSITIVE_INFINITY) > mostUnpacked) return { ok: false, faults: [broken] }
  if (!file) return readXlsxSheet(bytes)
  const memory = { maxOldGenerationSizeMb: mostMemory, maxYoungGenerationSizeMb: 32 }
  const worker = new Worker(file, { workerData: bytes, resourceLimits: memory })
  const said = await nextOf(worker)
  if (said?.kind === 'opened' && said.faults === null) return { ok: true, lines: linesOf(worker) }
  await worker.terminate()
  return { ok: false, faults: (said?.kind === 'opened' && said.faults) || [broken] }
}

async function* linesOf(worker: Worker): AsyncGenerator<Line | FileFault> {
  try {
    for (;;) {
      const answer = nextOf(worker)
      worker.postMessage('next')
      const said = await answer
      if (said?.kind !== 'lines') return yield broken
      yield* said.lines
      if (said.done) return
    }
  } finally {
    await worker.terminate()
  }
}

/** The next message; null when the worker ended without one, as for want of memory, or takes too long. */
function nextOf(worker: Worker): Promise<FromWorkbook | null> {
  // After its end a worker says nothing any more.
  if (worker.threadId === -1) return Promise.resolve(null)
  return new Promise((resolve) => {
    const settle = (said: FromWorkbook | null) => {
      clearTimeout(timer)
      // One by one: without a name, those that the worker itself listens with would go as well.
      for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event)
      worker.on('error', () => {})
      resolve(said)
    }
    const timer = setTimeout(settle, patience, null)
    worker.once('message', settle)
    worker.once('error', () => settle(null))
    worker.once('exit', () => settle(null))
  })
}

/** Beside the program's entry, or one folder up when this file became part of a shared chunk; null before a build. */
function workerFile(): URL | null {
  const places = ['./workbook-worker.js', '../workbook-worker.js'].map((name) => new URL(name, import.meta.url))
  return places.find((place) => place.protocol === 'file:' && existsSync(fileURLToPath(place))) ?? null
}
