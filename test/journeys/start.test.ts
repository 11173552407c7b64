import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { failToStart, startProduct } from '../support/product'

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'hailong-start-'))
  onTestFinished(() => rm(made, { recursive: true, force: true }))
  return made
}

describe('settings the program cannot start with', () => {
  it.each([
    ['PORT', { PORT: 'abc' }],
    ['PORT', { PORT: ' ' }],
    ['HOST', { HOST: '192.0.2.77' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://localhost/x' }],
    ['DATABASE_URL', { DATABASE_URL: 'postgres://u:p@127.0.0.1:1/x' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'https://binhan.gov.vn/khao-sat' }],
    ['TRUSTED_PROXIES', { TRUSTED_PROXIES: '10.0.0.0/8' }],
  ])('names %s in one sentence', async (name, env) => {
    const { code, said } = await failToStart({ DATA_DIR: await folder(), ...env })
    expect({ code, lines: said.trim().split('\n') }).toEqual({ code: 2, lines: [expect.stringMatching(`^${name}: `)] })
  })

  it('names DATA_DIR when it is a file, or its database is none', async () => {
    const place = await folder()
    await writeFile(join(place, 'hailong.db'), 'Đây không phải cơ sở dữ liệu. '.repeat(200))
    for (const dataDir of [join(place, 'hailong.db'), place]) {
      const { code, said } = await failToStart({ DATA_DIR: dataDir })
      expect({ code, said }).toEqual({ code: 2, said: expect.stringMatching(/^DATA_DIR: .*\n$/) })
    }
  })

  it('leaves the running server and its set-up link alone when it is started twice', async () => {
    const { setup, dataDir, stop } = await startProduct()
    onTestFinished(stop)
    const { code, said } = await failToStart({ DATA_DIR: dataDir, PORT: new URL(setup).port })
    expect({ code, said }).toEqual({ code: 2, said: expect.stringMatching(/^PORT: .*\n$/) })
    expect((await fetch(setup)).status).toBe(200)
  })
})

it('finishes the answer that is on its way when it is stopped', async () => {
  const { survey, stop } = await startProduct()
  const { host, hostname, port, pathname } = new URL(survey)
  const body = '1.1=4'
  const socket = connect(Number(port), hostname)
  let reply = ''
  socket.on('data', (data) => {
    reply += data
  })
  socket.write(
    `POST ${pathname}/gui HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n`,
  )
  await fetch(survey)
  const stopped = stop()
  await new Promise((resolve) => setTimeout(resolve, 200))
  socket.write(body)
  await Promise.all([stopped, once(socket, 'close')])
  expect(reply).toMatch(/^HTTP\/1\.1 303 [\s\S]*location: \/phieu\//i)
})
