import { parentPort, workerData } from 'node:worker_threads'
import { type Connection, connectReadOnly, type Place } from '../db/connect'
import { makeDocument } from './document'
import type { FromWorker, ToWorker } from './worker-line'

const port = parentPort
if (!port) throw new Error('not a worker')
const place = workerData as Place
const making = new Map<number, AsyncIterator<Uint8Array>>()
let opening: Promise<Connection> | undefined

const reply = (message: FromWorker, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer)

port.on('message', (message: ToWorker) => {
  if (message.kind === 'close') return void close()
  answer(message).catch((error: unknown) => {
    making.delete(message.id)
    reply({
      kind: 'failed',
      id: message.id,
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    })
  })
})

async function answer(message: Exclude<ToWorker, { kind: 'close' }>): Promise<void> {
  const { id } = message
  if (message.kind === 'next') return next(id)
  if (message.kind === 'cancel') {
    await making.get(id)?.return?.()
    making.delete(id)
    return
  }
  opening ??= connectReadOnly(place)
  const made = await makeDocument(await opening, message.request)
  if (!made.ok) return reply({ kind: 'head', id, head: made })
  const { chunks, ...head } = made
  making.set(id, chunks[Symbol.asyncIterator]())
  reply({ kind: 'head', id, head })
}

async function next(id: number): Promise<void> {
  const result = await making.get(id)?.next()
  if (!result || result.done) {
    making.delete(id)
    return reply({ kind: 'end', id })
  }
  // A copy of its own, because small buffers share a pool that must stay here.
  const chunk = new Uint8Array(result.value)
  reply({ kind: 'chunk', id, chunk }, [chunk.buffer])
}

async function close(): Promise<void> {
  for (const chunks of making.values()) await chunks.return?.()
  await (await opening?.catch(() => undefined))?.close()
  port?.close()
}
