import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Connection, connect } from '../../db/connect'
import { migrate } from '../../db/migrate'
import { importResponses } from '../../db/responses'
import { chance } from '../../server/demo/chance'
import { fillDemo, inventAnswers } from '../../server/demo/fill'
import { dayOf } from '../../server/domain/period'
import { catchUp } from '../../server/ledger/follow'
import { makeReport } from '../../server/reports'
import { timeProcess } from './process.mjs'

export type RateFigures = {
  rows: number
  fixedMs: number
  scannedMs: number
  entriesPerSecond: number
  exports: { format: string; seconds: number; megabytes: number; peakMb: number }[]
}

const now = new Date('2026-11-20T05:00:00Z')
const batch = 50_000

/** Fills an office with invented answers and measures what a leader and a statistics clerk wait for. */
export async function measureRates(rows: number, withExports: boolean): Promise<RateFigures> {
  const dataDir = mkdtempSync(join(tmpdir(), 'hailong-bench-'))
  const connection = await connect({ dataDir })
  try {
    await migrate(connection)
    await fillDemo(connection, now, 100)
    const random = chance(rows)
    let followed = 0
    for (let done = 0; done < rows; done += batch) {
      await importResponses(connection, inventAnswers(random, now, Math.min(batch, rows - done)))
      const started = performance.now()
      await catchUp(connection)
      followed += performance.now() - started
    }
    return {
      rows,
      fixedMs: await medianMs(7, () => build(connection, { period: '2026' })),
      scannedMs: await medianMs(3, () => build(connection, { from: '2026-01-02', to: '2026-11-20' })),
      entriesPerSecond: rows / (followed / 1000),
      exports: withExports ? [await exportAs(dataDir, 'csv'), await exportAs(dataDir, 'xlsx')] : [],
    }
  } finally {
    await connection.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function build(connection: Connection, parameters: Record<string, string>, name = 'satisfaction') {
  const made = await makeReport({ connection, today: dayOf(now) }, name, parameters)
  if (!made.ok) throw new Error(made.error)
  return made.report
}

/** The command, as a process of its own: its start counts, the memory of the invention does not. */
async function exportAs(dataDir: string, format: string) {
  const out = join(dataDir, `responses.${format}`)
  const scope = ['--from', '2025-11-01', '--to', '2026-11-20', '--format', format, '--out', out]
  const env = { DATA_DIR: dataDir, DATABASE_URL: '' }
  const { seconds, peakMb } = await timeProcess(['server/hailong.mjs', 'report', 'responses', ...scope], env)
  return { format, seconds, megabytes: statSync(out).size / 1e6, peakMb }
}

async function medianMs(times: number, work: () => Promise<unknown>): Promise<number> {
  const taken: number[] = []
  for (let i = 0; i < times; i++) {
    const started = performance.now()
    await work()
    taken.push(performance.now() - started)
  }
  return taken.sort((a, b) => a - b)[Math.floor(times / 2)] ?? Number.NaN
}
