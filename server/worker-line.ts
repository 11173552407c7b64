import { Worker } from 'node:worker_threads'
import type { Place } from '../db/connect'
import type { DocumentFault, DocumentHead, DocumentRequest } from './document'

/** What goes to the worker: a request, the wish for its next bytes, or that nobody wants them any more. */
export type ToWorker =
  | { kind: 'request'; id: number; request: DocumentRequest }
  | { kind: 'next'; id: number }
  | { kind: 'cancel'; id: number }
  | { kind: 'close' }
/** What comes back: how the answer begins, bytes one by one as they are wished for, its end, or what went wrong. */
export type FromWorker =
  | { kind: 'head'; id: number; head: DocumentHead | DocumentFault }
  | { kind: 'chunk'; id: number; chunk: Uint8Array }
  | { kind: 'end'; id: number }
  | { kind: 'failed'; id: number; message: string }

/** The worker could not finish a document. */
export class WorkerFailed extends Error {}

type Waiter = { resolve: (message: FromWorker) => void; reject: (error: Error) => void }
type Call = { head: Promise<DocumentHead | DocumentFault>; chunks: AsyncIterator<Uint8Array> }
type Line = { call(request: DocumentRequest): Call; close(): Promise<void> }

/** Calls to one worker that is started when it is needed and ends `idle` milliseconds after the last call. */
export function openLine(file: URL, place: Place, idle: number): Line {
  const waiting = new Map<number, Waiter>()
  let worker: Worker | null = null
  let timer: NodeJS.Timeout | undefined
  let open = 0
  let lastId = 0

  const start = (): Worker => {
    // Documents leave much behind: sweeping it up early costs little and keeps hundreds of sheets within the memory of a few.
    const started = new Worker(file, { workerData: place, resourceLimits: { maxYoungGenerationSizeMb: 8 } })
    started.on('message', (message: FromWorker) => {
      const waiter = waiting.get(message.id)
      waiting.delete(message.id)
      if (message.kind === 'failed') waiter?.reject(new WorkerFailed(message.message))
      else waiter?.resolve(message)
    })
    started.on('error', (error) => lost(started, error))
    started.on('exit', () => lost(started, new WorkerFailed('the worker ended')))
    started.unref()
    return started
  }
  const lost = (which: Worker, error: unknown) => {
    if (worker !== which) return
    worker = null
    for (const { reject } of waiting.values()) reject(error instanceof Error ? error : new WorkerFailed(String(error)))
    waiting.clear()
  }
  const end = async () => {
    clearTimeout(timer)
    const ending = worker
    worker = null
    if (!ending) return
    const ended = new Promise((resolve) => ending.once('exit', resolve))
    ending.postMessage({ kind: 'close' } satisfies ToWorker)
    await ended
  }
  const send = (to: Worker, id: number, message: ToWorker) =>
    new Promise<FromWorker>((resolve, reject) => {
      if (worker !== to) return reject(new WorkerFailed('the worker ended'))
      waiting.set(id, { resolve, reject })
      to.postMessage(message)
    })
  const done = () => {
    if (--open > 0) return
    timer = setTimeout(() => void end(), idle)
    timer.unref()
  }

  const call = (request: DocumentRequest): Call => {
    clearTimeout(timer)
    open++
    worker ??= start()
    const mine = worker
    const id = ++lastId
    const head = send(mine, id, { kind: 'request', id, request }).then(
      (message) => {
        if (message.kind !== 'head') throw new WorkerFailed(`unexpected ${message.kind}`)
        if (!message.head.ok) done()
        return message.head
      },
      (error) => {
        done()
        throw error
      },
    )
    let ended = false
    const finish = () => {
      if (!ended) done()
      ended = true
    }
    const next = async (): Promise<IteratorResult<Uint8Array>> => {
      if (ended) return { done: true, value: undefined }
      try {
        const message = await send(mine, id, { kind: 'next', id })
        if (message.kind === 'chunk') return { done: false, value: message.chunk }
      } catch (error) {
        finish()
        throw error
      }
      finish()
      return { done: true, value: undefined }
    }
    const leave = async (): Promise<IteratorResult<Uint8Array>> => {
      if (!ended && worker === mine) mine.postMessage({ kind: 'cancel', id } satisfies ToWorker)
      finish()
      return { done: true, value: undefined }
    }
    const chunks = { next, return: leave }
    return { head, chunks }
  }
  return { call, close: end }
}
