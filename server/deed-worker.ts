import { parentPort, workerData } from 'node:worker_threads'
import { connect, type Place } from '../db/connect'
import { type Deed, type FromDeed, perform } from './deed'

const port = parentPort
if (!port) throw new Error('not a worker')
const { place, deed } = workerData as { place: Place; deed: Deed }
const say = (message: FromDeed) => port.postMessage(message)

let opened: Awaited<ReturnType<typeof connect>> | undefined
const open = async () => {
  opened ??= await connect(place)
  return opened
}

try {
  const answer = await perform({ place, open }, deed, (done, total) => say({ kind: 'progress', done, total }))
  await opened?.close()
  say({ kind: 'answer', answer })
} catch (error) {
  await opened?.close().catch(() => {})
  const { message, code, syscall } = error as NodeJS.ErrnoException
  say({ kind: 'failed', message, facts: { ...(code && { code }), ...(syscall && { syscall }) } })
}
