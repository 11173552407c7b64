import { describe, expect, it } from 'vitest'
import { sipas24 } from '../../db/seed/sipas-24'
import { insertSurveyVersion } from '../../db/surveys'
import { surveyDefinition } from '../../server/domain/survey'
import { drain } from '../../server/ledger/follow'
import { verify } from '../../server/ledger/verify'
import { openApp } from '../support/app'
import { describeEngines } from '../support/database'

const keys = [4, 5, 7, 4, 4].flatMap((count, d) => Array.from({ length: count }, (_, i) => `${d + 1}.${i + 1}`))
const allOn = (level: string) => Object.fromEntries(keys.map((key) => [key, level]))

describeEngines('a citizen answers', (engine) => {
  async function open(env: Record<string, string> = {}) {
    const connection = await engine.open()
    const app = await openApp(connection, env)
    const citizen = app.visitor()
    const answers = () => connection.db.selectFrom('response').selectAll().orderBy('id').execute()
    /** Sends a form without looking at the page that follows. */
    const send = async (body: string) => {
      const headers = { 'Content-Type': 'application/x-www-form-urlencoded' }
      const response = await app.app.request(`/k/${app.point}/gui`, { method: 'POST', body, headers })
      return response.headers.get('Location')
    }
    return { ...app, connection, citizen, answers, send }
  }

  it('reads the form, sends it, and gets a receipt', async () => {
    const { citizen, point, answers } = await open()
    const page = await citizen.open(`/k/${point}`)
    expect(page.status).toBe(200)
    expect(page.headers.get('Cache-Control')).toBe('private, no-cache')
    expect(page.html).not.toMatch(/\schecked/)
    expect(citizen.field('clientId')).toMatch(/^[A-Za-z0-9_-]{22}$/)
    await citizen.send(`/k/${point}/gui`, { ...allOn('4'), '1.2': 'na', 'x.purpose': 'submit', comment: 'Cảm ơn' })
    expect(citizen.page.status).toBe(200)
    expect(citizen.page.url).toMatch(/^\/phieu\/([0-9A-Z]{4}-){4}[0-9A-Z]{4}$/)
    expect(citizen.page.text).toContain('Đã nhận phiếu')
    const [row] = await answers()
    expect(row?.answers).toBe('4n44' + '4444.' + '4444444' + '....' + '4444')
    expect(row).toMatchObject({ standing: 'counted', comment: 'Cảm ơn', channel: 'phone', submittedOn: '2026-03-10' })
  })

  it('gets the page in the form that the address promises', async () => {
    const { citizen, point } = await open()
    const first = await citizen.open(`/k/${point.toLowerCase()}`)
    expect(first.status).toBe(200)
    const form = first.html.slice(first.html.indexOf('<form'), first.html.indexOf('</form>'))
    expect(form).toContain(`action="/k/${point}/gui"`)
    const order = [...form.matchAll(/name="(\d\.\d)" value="(\w+)"/g)].map(([, key, value]) => `${key}=${value}`)
    expect(order).toEqual(keys.flatMap((key) => ['1', '2', '3', '4', '5', 'na'].map((value) => `${key}=${value}`)))
    const again = await citizen.open(`/k/${point}`)
    expect(again.html.match(/name="clientId" value="([^"]+)"/)?.[1]).not.toBe(
      first.html.match(/name="clientId" value="([^"]+)"/)?.[1],
    )
  })

  it('taps twice, goes back, reloads: one response', async () => {
    const { citizen, point, answers, send } = await open()
    await citizen.open(`/k/${point}`)
    const id = citizen.field('clientId') ?? ''
    const body = new URLSearchParams({ clientId: id, version: 'sipas-24@1', ...allOn('5') }).toString()
    const receipts = await Promise.all(Array.from({ length: 8 }, () => send(body)))
    expect(new Set(receipts).size).toBe(1)
    expect(await answers()).toHaveLength(1)
  })

  it('changes the answers after sending: keeps the first or replaces it', async () => {
    const { citizen, point, answers, connection } = await open()
    await citizen.open(`/k/${point}`)
    const id = citizen.field('clientId') ?? ''
    const form = (level: string) =>
      new URLSearchParams({ clientId: id, version: 'sipas-24@1', ...allOn(level) }).toString()
    await citizen.post(`/k/${point}/gui`, form('5'))
    const first = citizen.page.url
    await citizen.post(`/k/${point}/gui`, form('2'))
    expect(citizen.page.status).toBe(409)
    expect(citizen.page.html).toContain(first)
    expect(await answers()).toHaveLength(1)
    await citizen.send(`/k/${point}/gui`)
    expect(citizen.page.status).toBe(200)
    expect(citizen.page.url).not.toBe(first)
    await drain(connection)
    expect((await answers()).map(({ standing, answers: text }) => [standing, text?.[0] ?? null])).toEqual([
      ['withdrawn', null],
      ['counted', '2'],
    ])
  })

  it('withdraws within 24 hours, not later', async () => {
    const { citizen, point, answers, connection, setNow } = await open()
    await citizen.open(`/k/${point}`)
    await citizen.send(`/k/${point}/gui`, allOn('1'))
    const receipt = citizen.page.url
    expect(citizen.page.text).not.toContain('Rất không hài lòng')
    setNow('2026-03-11T01:59:00Z')
    await citizen.open(receipt)
    setNow('2026-03-11T02:01:00Z')
    await citizen.send(`${receipt}/rut`)
    expect(citizen.page.status).toBe(410)
    setNow('2026-03-11T01:59:00Z')
    await citizen.open(receipt)
    await citizen.send(`${receipt}/rut`)
    expect(citizen.page.text).toContain('đã được rút')
    await drain(connection)
    expect(await answers()).toMatchObject([{ standing: 'withdrawn', answers: null, comment: null, clientId: null }])
    await citizen.open(receipt)
    expect(citizen.page.text).toContain('đã được rút')
  })

  it('sends nothing, nonsense, or too much: the page comes back with everything typed and the same id', async () => {
    const { citizen, point, answers } = await open()
    await citizen.open(`/k/${point}`)
    const id = citizen.field('clientId')
    await citizen.send(`/k/${point}/gui`, { comment: 'chỉ có lời', '1.1': 'na' })
    expect([citizen.page.status, citizen.field('clientId'), citizen.field('comment')]).toEqual([422, id, 'chỉ có lời'])
    expect(citizen.field('1.1')).toBe('na')
    await citizen.send(`/k/${point}/gui`, { '1.1': '9', '1.2': '5' })
    expect([citizen.page.status, citizen.field('clientId'), citizen.field('1.2')]).toEqual([422, id, '5'])
    const long = 'ă'.repeat(500_000)
    await citizen.send(`/k/${point}/gui`, { '1.2': '5', comment: long })
    expect([citizen.page.status, citizen.field('clientId')]).toEqual([413, id])
    expect(citizen.field('comment')).toBe(long)
    expect(await answers()).toHaveLength(0)
    await citizen.send(`/k/${point}/gui`, { '1.2': '5', comment: 'ngắn', 'no.such': '1', 'x.unknown': 'a' })
    expect(citizen.page.status).toBe(200)
    expect(await answers()).toMatchObject([{ comment: 'ngắn' }])
  })

  it('keeps markup in a comment as text', async () => {
    const { citizen, point } = await open()
    await citizen.open(`/k/${point}`)
    await citizen.send(`/k/${point}/gui`, { comment: '</textarea><script>alert(1)</script>' })
    expect(citizen.page.status).toBe(422)
    expect(citizen.page.html).not.toContain('<script>alert')
    expect(citizen.field('comment')).toBe('</textarea><script>alert(1)</script>')
  })

  it('answers an old version, a missing id, an unknown version', async () => {
    const { citizen, point, answers } = await open()
    await citizen.post(`/k/${point}/gui`, 'version=sipas-24%401&1.1=4')
    expect(citizen.page.status).toBe(200)
    await citizen.post(`/k/${point}/gui`, 'version=nhanh-6%401&0.1=4&clientId=<bad>')
    expect(citizen.page.status).toBe(200)
    expect(citizen.page.text).toContain('trả lời thêm phiếu đầy đủ')
    await citizen.post(`/k/${point}/gui`, 'version=sipas-24%4099&1.1=4&comment=giữ')
    expect([citizen.page.status, citizen.field('comment'), citizen.field('version')]).toEqual([
      422,
      'giữ',
      'sipas-24@1',
    ])
    expect((await answers()).map((row) => row.version)).toEqual(['sipas-24@1', 'nhanh-6@1'])
  })

  it('sends the form of a version that is no longer the newest', async () => {
    const { citizen, point, answers, connection, setNow } = await open()
    await citizen.open(`/k/${point}`)
    const published = { ...sipas24, version: 2, dimensions: sipas24.dimensions.slice(0, 4), dimensionCount: 4 }
    await insertSurveyVersion(connection.db, surveyDefinition.parse(published), '2026-03-10T02:00:00Z')
    setNow('2026-03-10T02:00:05Z')
    await citizen.send(`/k/${point}/gui`, allOn('4'))
    expect(citizen.page.status).toBe(200)
    await citizen.open(`/k/${point}`)
    expect(citizen.field('version')).toBe('sipas-24@2')
    expect(await answers()).toMatchObject([{ version: 'sipas-24@1', answers: '4'.repeat(24) }])
  })

  it('meets a clock that was set back, and sends bytes that are no text', async () => {
    const { citizen, point, answers, connection, setNow } = await open()
    await citizen.open(`/k/${point}`)
    setNow('2025-12-31T17:00:00Z')
    await citizen.send(`/k/${point}/gui`, allOn('4'))
    expect(citizen.page.status).toBe(200)
    await citizen.post(`/k/${point}/gui`, 'version=sipas-24%401&1.1=4&comment=%E9%FF%00nh%C6%B0&%ff=%fe')
    expect(citizen.page.status).toBe(200)
    await drain(connection)
    expect(await answers()).toMatchObject([{ submittedOn: '2026-01-01' }, { submittedOn: '2026-01-01' }])
    expect((await verify(connection)).findings).toEqual([])
  })

  it('comes to an unknown or closed point', async () => {
    const { citizen, point, answers, connection, setNow } = await open()
    expect((await citizen.open('/k/NOPE')).status).toBe(404)
    expect(citizen.page.text).toContain('NOPE')
    await citizen.open(`/k/${point}`)
    await connection.db.updateTable('point').set({ closedAt: '2026-03-10T02:00:00Z' }).execute()
    setNow('2026-03-10T02:00:05Z')
    await citizen.send(`/k/${point}/gui`, allOn('4'))
    expect(citizen.page.status).toBe(200)
    expect(await answers()).toMatchObject([{ flags: 'late', standing: 'counted' }])
    expect((await citizen.open(`/k/${point}`)).status).toBe(410)
  })

  it('meets the limit of one address: 429, everything kept, also as JSON', async () => {
    const { app, citizen, point, answers, send } = await open()
    await citizen.open(`/k/${point}`)
    const version = 'version=sipas-24%401&1.1=4'
    await Promise.all(Array.from({ length: 600 }, () => send(version)))
    await citizen.post(`/k/${point}/gui`, `${version}&comment=giữ`)
    expect([citizen.page.status, citizen.field('comment')]).toEqual([429, 'giữ'])
    expect(Number(citizen.page.headers.get('Retry-After'))).toBeGreaterThan(0)
    const json = { clientId: 'abcdefghijklmnopqrstuv', point, answers: { '1.1': 4 } }
    const asMachine = await app.request('/api/v1/responses', { method: 'POST', body: JSON.stringify(json) })
    expect(asMachine.status).toBe(429)
    expect(await answers()).toHaveLength(600)
  })

  it.runIf(engine.name === 'sqlite')('meets a full disk: 503, everything kept, and pressing again works', async () => {
    const { citizen, point, connection, answers } = await open()
    const raw = connection.raw
    await citizen.open(`/k/${point}`)
    raw?.pragma(`max_page_count = ${raw.pragma('page_count', { simple: true })}`)
    const comment = 'đầy đĩa '.repeat(400).trim()
    for (let i = 0; i < 40 && citizen.page.status === 200; i++) {
      await citizen.open(`/k/${point}`)
      await citizen.send(`/k/${point}/gui`, { ...allOn('3'), comment })
    }
    expect([citizen.page.status, citizen.field('comment'), citizen.field('2.2')]).toEqual([503, comment, '3'])
    const kept = (await answers()).length
    raw?.pragma('max_page_count = 1000000')
    await citizen.send(`/k/${point}/gui`)
    expect(citizen.page.status).toBe(200)
    expect(await answers()).toHaveLength(kept + 1)
  })

  it.runIf(engine.name === 'sqlite')('replaces an answer on a full disk later, and only once', async () => {
    const { citizen, point, connection, answers } = await open()
    const raw = connection.raw
    await citizen.open(`/k/${point}`)
    const id = citizen.field('clientId') ?? ''
    const comment = 'đầy đĩa '.repeat(400).trim()
    const form = (given: Record<string, string>) =>
      new URLSearchParams({ clientId: id, version: 'sipas-24@1', ...given }).toString()
    await citizen.post(`/k/${point}/gui`, form(allOn('5')))
    await citizen.post(`/k/${point}/gui`, form({ ...allOn('2'), comment }))
    expect(citizen.page.status).toBe(409)
    raw?.pragma(`max_page_count = ${raw.pragma('page_count', { simple: true })}`)
    await citizen.send(`/k/${point}/gui`)
    expect([citizen.page.status, citizen.field('comment')]).toEqual([503, comment])
    raw?.pragma('max_page_count = 1000000')
    await citizen.send(`/k/${point}/gui`)
    expect(citizen.page.status).toBe(200)
    await drain(connection)
    expect((await answers()).map(({ standing }) => standing)).toEqual(['withdrawn', 'counted'])
  })

  it('sends JSON: the same twice, other content, and errors as codes', async () => {
    const { app, point, answers } = await open()
    const send = async (body: unknown) => {
      const init = { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }
      const response = await app.request('/api/v1/responses', init)
      return [response.status, await response.json()] as const
    }
    const id = 'abcdefghijklmnopqrstuv'
    const first = await send({ clientId: id, point, answers: { '1.1': 4, '1.2': 'na' } })
    expect(first[0]).toBe(201)
    expect(await send({ clientId: id, point, answers: { '1.1': 4, '1.2': 'na' } })).toEqual(first)
    expect(await send({ clientId: id, point, answers: { '1.1': 5 } })).toMatchObject([409, { error: 'conflict' }])
    expect(await send({ clientId: `${id}x`, point: 'NOPE', answers: { '1.1': 5 } })).toMatchObject([
      404,
      { error: 'unknown-point' },
    ])
    expect(await send({ clientId: `${id}y`, point, answers: {} })).toMatchObject([422, { error: 'no-level' }])
    expect(await send({ point })).toMatchObject([400, { error: 'bad-request' }])
    expect(await answers()).toHaveLength(1)
  })
})

describe('a page for every error', () => {
  it('says what to do and carries a request id', async () => {
    const { wordsFor } = await import('../../web/pages/error')
    for (const status of [403, 404, 409, 410, 413, 422, 429, 500, 503])
      expect(wordsFor(status).text.length).toBeGreaterThan(20)
  })
})
