import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Connection, Place } from '../db/connect'
import { type DocumentFault, type DocumentHead, type DocumentRequest, makeDocument } from './document'
import { openLine } from './worker-line'

export type Rendered = (DocumentHead & { body: ReadableStream<Uint8Array> }) | DocumentFault

/** Makes documents that may take long; bytes are made only as fast as they are read. */
export type Long = { render(request: DocumentRequest): Promise<Rendered> }

/** In this thread, on the given connection: for tests and commands. */
export function inlineLong(connection: Connection): Long {
  return {
    async render(request) {
      const made = await makeDocument(connection, request)
      if (!made.ok) return made
      const { chunks, ...head } = made
      return { ...head, body: toStream(chunks[Symbol.asyncIterator]()) }
    },
  }
}

/**
 * In a worker with its own read-only connection, so that requests are answered meanwhile and the libraries for printing
 * never stay in the main thread. One worker serves all; it ends when nothing was asked for a minute.
 */
export function workerLong(
  place: Place,
  { idle = 60_000, file = workerFile() } = {},
): Long & { close(): Promise<void> } {
  const line = openLine(file, place, idle)
  return {
    async render(request) {
      const call = line.call(request)
      const head = await call.head
      return head.ok ? { ...head, body: toStream(call.chunks) } : head
    },
    close: line.close,
  }
}

/** Beside the program's entry, or one folder up when this file became part of a shared chunk. */
function workerFile(): URL {
  const beside = new URL('./worker.js', import.meta.url)
  return existsSync(fileURLToPath(beside)) ? beside : new URL('../worker.js', import.meta.url)
}

function toStream(chunks: AsyncIterator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const next = await chunks.next()
        if (next.done) controller.close()
        else controller.enqueue(next.value)
      },
      async cancel() {
        await chunks.return?.()
      },
    },
    { highWaterMark: 0 },
  )
}
