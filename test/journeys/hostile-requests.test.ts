import { expect, it } from 'vitest'
import { formPairs } from '../../server/body'
import { drain } from '../../server/ledger/follow'
import { networkOf } from '../../server/limits'
import { openApp, type TestApp } from '../support/app'
import { describeEngines } from '../support/database'
import { signInAs } from '../support/staff'

const asJson = { 'Content-Type': 'application/json' }

/** An answer for machines, as its sender would not write it. */
function post({ app, point }: TestApp, change: object, headers: Record<string, string> = asJson) {
  const body = { clientId: crypto.randomUUID(), point, answers: { '1.1': '5' }, ...change }
  return app.request('/api/v1/responses', { method: 'POST', body: JSON.stringify(body), headers })
}

describeEngines('a request that no browser sends', ({ open }) => {
  it('with NUL in its address finds nothing', async () => {
    const app = await openApp(await open())
    const clerk = await signInAs(app, 'administrator')
    for (const path of ['/k/%00', '/cam-on/%00', '/ket-qua/%00/2026-Q1', '/can-bo/ket-qua?place=c.%00', '/api/v1/%00'])
      expect((await clerk.open(path)).status).toBe(404)
  })

  it('with NUL in a form is read without it', async () => {
    const app = await openApp(await open())
    const clerk = await signInAs(app, 'administrator')
    expect((await clerk.post(`/k/${app.point}/gui`, 'version=%00&1.1=5&comment=a%00b')).status).toBe(200)
    const desk = {
      name: 'Quầy\0 9\u0001\u202e',
      office: 'CQ',
      survey: 'sipas-24\0',
      kind: 'desk',
      field: '\0',
      quick: '',
    }
    expect((await clerk.post('/can-bo/diem', new URLSearchParams(desk))).text).toContain('Quầy 9')
    const nothing = new URLSearchParams({ ...desk, name: '\u0001\0' })
    expect((await clerk.post('/can-bo/diem', nothing)).status).toBe(422)
    const login = new URLSearchParams({ login: 'a\0b', password: '\0' })
    expect((await app.visitor().post('/can-bo/dang-nhap', login)).status).toBe(422)
  })

  it('with NUL in JSON is refused, or kept without it', async () => {
    const app = await openApp(await open())
    expect((await post(app, { point: '\0' })).status).toBe(400)
    expect((await post(app, { version: '\0' })).status).toBe(400)
    expect((await post(app, { comment: 'a\0b\ud800' })).status).toBe(201)
  })

  it('cannot answer a survey that the point does not offer', async () => {
    const app = await openApp(await open())
    expect((await post(app, { version: 'bnv-19@1' })).status).toBe(422)
    expect((await post(app, { version: 'sipas-24@1' })).status).toBe(201)
  })

  it('from a page of another site carries the remark, whichever way it came', async () => {
    const app = await openApp(await open())
    await post(app, {}, { 'Content-Type': 'text/plain', Origin: 'http://elsewhere.example' })
    await post(app, {})
    const rows = await app.deps.db.selectFrom('response').select('flags').orderBy('id').execute()
    expect(rows.map(({ flags }) => flags)).toEqual(['foreign-origin', ''])
  })
})

describeEngines('whoever only watches', ({ open }) => {
  it('learns from no public address that an answer has come in', async () => {
    const app = await openApp(await open())
    const before = (await app.visitor().open('/healthz')).html
    await post(app, {})
    await drain(app.deps.connection)
    expect((await app.visitor().open('/healthz')).html).toBe(before)
  })
})

it('an address of IPv6 counts as its network, so that nobody has a new one for each request', () => {
  const same = ['2001:db8:1:2::1', '2001:db8:1:2:ffff:ffff:ffff:ffff', '2001:0DB8:0001:0002:0:0:0:9', '2001:db8:1:2::']
  expect(new Set(same.map(networkOf))).toEqual(new Set(['2001:db8:1:2::/64']))
  expect(networkOf('fe80::1%eth0')).toBe('fe80:0:0:0::/64')
  expect(networkOf('::1')).toBe('0:0:0:0::/64')
  expect(networkOf('::ffff:10.0.0.1')).toBe('10.0.0.1')
  for (const other of ['10.0.0.1', 'unknown', '']) expect(networkOf(other)).toBe(other)
})

it('a form of a million fields is read up to the thousandth', () => {
  expect(formPairs(`${'a&'.repeat(1_000_000)}b`)).toHaveLength(1000)
  expect(formPairs('a=1&b=2&a=3')).toEqual([
    ['a', '1'],
    ['b', '2'],
    ['a', '3'],
  ])
})
