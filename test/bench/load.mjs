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

/** Requests before the measurement: by count, because a slower server needs as many to be compiled, not as many seconds. */
const warmUp = 12_000

async function measured(server, options) {
  await run({ ...options, amount: warmUp })
  const before = cpuSeconds(server.child.pid)
  const result = await run(options)
  const done = result['2xx'] + result['3xx']
  const cpu = ((cpuSeconds(server.child.pid) - before) * 1e6) / done
  return {
    perSecond: result.requests.average,
    p99: result.latency.p99,
    cpuMicroseconds: cpu,
    done,
    refused: result.non2xx - result['3xx'],
  }
}

export function loadPage(server, url, seconds) {
  return measured(server, { url, connections: 64, duration: seconds, headers: { 'accept-encoding': 'gzip' } })
}

const formHeaders = { 'content-type': 'application/x-www-form-urlencoded' }

export function loadPost(server, url, seconds) {
  const requests = [
    { method: 'POST', headers: formHeaders, setupRequest: (request) => ({ ...request, body: formBody(newId()) }) },
  ]
  return measured(server, { url, connections: 64, duration: seconds, requests })
}

/** Page, then the form with the id that stood on it. */
export function loadCompleted(server, pageUrl, postUrl, seconds) {
  const requests = [
    {
      method: 'GET',
      path: new URL(pageUrl).pathname,
      onResponse: (_status, body, context) => {
        context.id = body.match(/name="clientId" value="([^"]+)"/)?.[1] ?? newId()
      },
    },
    {
      method: 'POST',
      path: new URL(postUrl).pathname,
      headers: formHeaders,
      setupRequest: (request, context) => ({ ...request, body: formBody(context.id) }),
    },
  ]
  return measured(server, { url: pageUrl, connections: 32, duration: seconds, requests })
}
