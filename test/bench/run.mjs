// npm run bench: every budget of speed and size, the figure of this run, and whether it holds. The bare limits are measured
// in the same run, because machines differ; `--rows N` sets the size of the large database (default 1,000,000), `--quick`
// keeps it at 100,000.
import { mkdtempSync, rmSync } from 'node:fs'
import { get } from 'node:http'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { runnerImport } from 'vite'
import { measurePage } from './lighthouse.mjs'
import { inTurns, loadCompleted, loadPage, loadPost } from './load.mjs'
import { residentMb, startProcess, stopProcess } from './process.mjs'

const argument = (name) => process.argv[process.argv.indexOf(name) + 1]
const quick = process.argv.includes('--quick')
const rows = process.argv.includes('--rows') ? Number(argument('--rows')) : quick ? 100_000 : 1_000_000
const seconds = quick ? 3 : 5
const turns = 3
const results = []

function report(what, figure, budget, holds) {
  results.push(holds)
  process.stdout.write(`${holds ? 'pass ' : 'SHORT'}  ${what.padEnd(52)} ${figure.padEnd(44)} ${budget}\n`)
}

const number = (value, digits = 0) => value.toLocaleString('en-US', { maximumFractionDigits: digits })
const folder = mkdtempSync(join(tmpdir(), 'hailong-bench-'))

async function onTheWire() {
  const product = await startProduct('wire')
  const { bytes, headers } = await fetchRaw(product.survey)
  report(
    'survey page, cold, everything on the wire',
    `${number((bytes + headers) / 1024, 1)} KB, 1 request`,
    '≤ 12 KB in one request',
    bytes + headers <= 12 * 1024,
  )
  const page = await measurePage(product.survey)
  const scores = `${page.performance} / ${page.accessibility} / ${page.bestPractices}`
  report('largest paint, mobile slow 4G', `${number(page.lcpMs / 1000, 2)} s`, '≤ 0.8 s', page.lcpMs <= 800)
  report('Lighthouse scores', `${scores} ${page.failed.join(' ')}`, '100 / 100 / 100', scores === '100 / 100 / 100')
  await stopProcess(product)
}

async function underLoad() {
  const pageSize = 6000
  const started = await startProcess(
    ['test/bench/bare.mjs', join(folder, 'bare.sqlite'), String(pageSize)],
    {},
    /bare (\d+)/,
  )
  const bareUrl = `http://127.0.0.1:${started.match[1]}/`
  const bare = { ...started, survey: bareUrl, submit: bareUrl }
  const product = await startProduct('load')
  report('start after build', `${number(product.readyAfter)} ms`, '≤ 500 ms', product.readyAfter <= 500)
  report(
    'memory loaded',
    `${number(residentMb(product.child.pid))} MB before load`,
    '≤ 160 MB',
    residentMb(product.child.pid) <= 160,
  )
  const get = await inTurns(loadPage, bare, product, { turns, seconds })
  share('GET of the survey page, 64 connections', get, 20)
  const post = await inTurns(loadPost, bare, product, { turns, seconds })
  share('durable POST, 64 connections', post, 35)
  report(
    'durable POST, p99 of the reply',
    `${number(post.ours.p99)} ms (bare ${number(post.bare.p99)} ms)`,
    '≤ 10 ms',
    post.ours.p99 <= 10,
  )
  const completed = await loadCompleted(product, { duration: 2 * seconds })
  report(
    'completed answers (page, then post), 32 connections',
    `${number(completed.perSecond / 2)}/s, ${completed.refused} refused`,
    '≥ 2,000/s',
    completed.perSecond / 2 >= 2000 && completed.refused === 0,
  )
  report(
    'memory after the load',
    `${number(residentMb(product.child.pid))} MB`,
    '≤ 160 MB',
    residentMb(product.child.pid) <= 160,
  )
  await stopProcess(product)
  await stopProcess(bare)
}

function share(what, { bare, ours, percent }, least) {
  const figure = `${number(percent)} % of bare; ${number(ours.perSecond)}/s, ${number(ours.cpuMicroseconds)} (${number(bare.cpuMicroseconds)}) µs CPU each`
  report(what, figure, `≥ ${least} % of bare (server CPU per request)`, percent >= least && ours.refused === 0)
}

async function numbers() {
  const { module } = await runnerImport('./test/bench/rates.ts')
  const small = await module.measureRates(100_000, true)
  for (const { format, seconds: taken, megabytes, peakMb } of small.exports) {
    const most = format === 'csv' ? 1 : 3.5
    report(
      `${format.toUpperCase()} of 100,000 responses`,
      `${number(taken, 2)} s with its start, ${number(megabytes, 1)} MB`,
      `≤ ${most} s`,
      taken <= most,
    )
    report(`memory while writing ${format.toUpperCase()}`, `${number(peakMb)} MB`, '≤ 200 MB', peakMb <= 200)
  }
  const large = rows > 100_000 ? await module.measureRates(rows, false) : small
  const growth = large.fixedMs / small.fixedMs
  report(
    `rates of ${number(rows)} responses, fixed scope`,
    `${number(large.fixedMs, 1)} ms (100,000: ${number(small.fixedMs, 1)} ms)`,
    '≤ 20 ms, not growing',
    large.fixedMs <= 20 && growth < 3,
  )
  report(
    `rates of ${number(rows)} responses, any days`,
    `${number(large.scannedMs)} ms`,
    '≤ 1 s for 1M',
    large.scannedMs <= Math.max(1, rows / 1e6) * 1000,
  )
  report('follower', `${number(large.entriesPerSecond)} entries/s`, 'said only', true)
}

async function startProduct(name) {
  const env = {
    PORT: '0',
    HOST: '127.0.0.1',
    DATA_DIR: join(folder, name),
    RATE_LIMITS: 'off',
    LOG_LEVEL: 'error',
    DATABASE_URL: '',
  }
  const product = await startProcess(['server/start.mjs'], env, /(http:\/\/127\.0\.0\.1:\d+)\/k\/([0-9A-Z]+)/)
  const survey = `${product.match[1]}/k/${product.match[2]}`
  return { ...product, survey, submit: `${survey}/gui` }
}

function fetchRaw(url) {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'gzip' } }, (response) => {
      let bytes = 0
      const headers = response.rawHeaders.join('').length + response.rawHeaders.length * 2
      response.on('data', (chunk) => {
        bytes += chunk.length
      })
      response.on('end', () => resolve({ bytes, headers }))
    }).on('error', reject)
  })
}

const busy = loadavg()[0]
if (busy > 0.5)
  process.stdout.write(
    `Others use this machine (load ${number(busy, 1)} on ${availableParallelism()} cores): seconds are too long, shares less so.\n\n`,
  )

try {
  await onTheWire()
  await underLoad()
  await numbers()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
const short = results.filter((holds) => !holds).length
process.stdout.write(`\n${results.length - short} hold, ${short} short\n`)
