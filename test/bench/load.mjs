// Load from one process on loopback; what counts is the server's processor time per request, not requests per second,
// because the generator shares the cores and is slower than the server.
import { randomBytes } from 'node:crypto'
import autocannon from 'autocannon'
import { cpuSeconds } from './process.mjs'

export const newId = () => randomBytes(16).toString('base64url')

const keys = [4, 5, 7, 4, 4].flatMap((count, d) => Array.from({ length: count }, (_, i) => `${d + 1}.${i + 1}`))

/** A filled-in form of 24 levels with four optional answers. */
export function formBody(clientId) {
  const levels = keys.map((key) => `${key}=${1 + Math.floor(Math.random() * 5)}`).join('&')
  return `clientId=${clientId}&version=sipas-24%401&${levels}&x.purpose=result&x.feedback=yes&x.respondent=self&x.filing=counter`
}

const run = (options) =>
  new Promise((resolve, reject) => autocannon(options, (error, result) => (error ? reject(error) : resolve(result))))

async function measured(server, options) {
  const before = cpuSeconds(server.child.pid)
  const result = await run(options)
  const done = result['2xx'] + result['3xx']
  return {
    perSecond: result.requests.average,
    p99: result.latency.p99,
    cpuMicroseconds: ((cpuSeconds(server.child.pid) - before) * 1e6) / done,
    refused: result.non2xx - result['3xx'],
  }
}

/** Requests before a measurement: by count, because a slower server needs as many to be compiled, not as many seconds. */
const warmUp = { amount: 12_000 }

/**
 * Loads two servers by turns, so that what else happens on the machine meets both. `load` is called with a server and
 * `{ duration }` or `{ amount }`. @returns the turn whose share of processor time is the middle one
 */
export async function inTurns(load, bare, ours, { turns, seconds }) {
  await load(bare, warmUp)
  await load(ours, warmUp)
  const taken = []
  for (let i = 0; i < turns; i++) {
    const turn = { bare: await load(bare, { duration: seconds }), ours: await load(ours, { duration: seconds }) }
    taken.push({ ...turn, percent: (100 * turn.bare.cpuMicroseconds) / turn.ours.cpuMicroseconds })
  }
  return taken.sort((a, b) => a.percent - b.percent)[Math.floor(turns / 2)]
}

export function loadPage(server, howLong) {
  const headers = { 'accept-encoding': 'gzip' }
  return measured(server, { url: server.survey, connections: 64, headers, ...howLong })
}

const formHeaders = { 'content-type': 'application/x-www-form-urlencoded' }

export function loadPost(server, howLong) {
  const requests = [
    { method: 'POST', headers: formHeaders, setupRequest: (request) => ({ ...request, body: formBody(newId()) }) },
  ]
  return measured(server, { url: server.submit, connections: 64, requests, ...howLong })
}

/** Page, then the form with the id that stood on it. */
export function loadCompleted(server, howLong) {
  const requests = [
    {
      method: 'GET',
      path: new URL(server.survey).pathname,
      onResponse: (_status, body, context) => {
        context.id = body.match(/name="clientId" value="([^"]+)"/)?.[1] ?? newId()
      },
    },
    {
      method: 'POST',
      path: new URL(server.submit).pathname,
      headers: formHeaders,
      setupRequest: (request, context) => ({ ...request, body: formBody(context.id) }),
    },
  ]
  return measured(server, { url: server.survey, connections: 32, requests, ...howLong })
}
