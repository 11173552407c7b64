import { parentPort, workerData } from 'node:worker_threads'
import type { FileFault, Line } from './imports/sheet'
import type { FromWorkbook } from './imports/workbook-apart'
import { readXlsxSheet } from './imports/xlsx'

const port = parentPort
if (!port) throw new Error('not a worker')
const say = (message: FromWorkbook) => port.postMessage(message)
/** Lines in one message. */
const atOnce = 500

const sheet = await readXlsxSheet(workerData as Uint8Array)
const lines = sheet.ok ? toAsync(sheet.lines)[Symbol.asyncIterator]() : null

port.on('message', async () => {
  const batch: (Line | FileFault)[] = []
  let done = lines === null
  while (!done && batch.length < atOnce) {
    const next = await lines?.next()
    if (!next || next.done) done = true
    else batch.push(next.value)
  }
  say({ kind: 'lines', lines: batch, done })
})
say({ kind: 'opened', faults: sheet.ok ? null : sheet.faults })

async function* toAsync<T>(values: AsyncIterable<T> | Iterable<T>): AsyncGenerator<T> {
  yield* values
}
