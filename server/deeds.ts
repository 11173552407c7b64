import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Connection, Place } from '../db/connect'
import { type Answer, type Deed, type FromDeed, perform } from './deed'
import type { Report } from './progress'

/**
 * Work that reads a whole database or writes a whole file: `do` ends when it is done.
 * @throws what the work throws; a file system's error keeps its code
 */
export type Deeds = { do<D extends Deed>(deed: D, report?: Report): Promise<Answer<D>> }

/** In this thread, on the given connection: for tests. */
export function inlineDeeds(place: Place, connection: Connection): Deeds {
  return { do: (deed, report = () => {}) => perform({ place, open: async () => connection }, deed, report) }
}

/** Each in a worker of its own with its own connection, so that requests are answered meanwhile and its memory goes. */
export function workerDeeds(place: Place, file = deedFile()): Deeds & { close(): Promise<void> } {
  const running = new Set<Worker>()
  return {
    do<D extends Deed>(deed: D, report: Report = () => {}): Promise<Answer<D>> {
      const worker = new Worker(file, { workerData: { place, deed } })
      running.add(worker)
      return answerOf<Answer<D>>(worker, report).finally(() => {
        running.delete(worker)
        return worker.terminate()
      })
    },
    async close() {
      await Promise.all([...running].map((worker) => worker.terminate()))
    },
  }
}

function answerOf<T>(worker: Worker, report: Report): Promise<T> {
  return new Promise((resolve, reject) => {
    worker.on('message', (message: FromDeed) => {
      if (message.kind === 'progress') report(message.done, message.total)
      else if (message.kind === 'answer') resolve(message.answer as T)
      else reject(Object.assign(new Error(message.message), message.facts))
    })
    worker.on('error', reject)
    worker.on('exit', () => reject(new Error('the work was cut short')))
  })
}

/** Beside the program's entry, or one folder up when this file became part of a shared chunk. */
function deedFile(): URL {
  const beside = new URL('./deed-worker.js', import.meta.url)
  return existsSync(fileURLToPath(beside)) ? beside : new URL('../deed-worker.js', import.meta.url)
}
