import { expect, it } from 'vitest'
import { findSender } from '../../db/case-senders'
import { openApp } from '../support/app'
import { describeEngines } from '../support/database'
import { casesOf, fillIn, lan } from '../support/feedback'

const stolen = 'AAAAAAAAAAAAAAAAAAAAAA'

describeEngines('a page of somebody else', (engine) => {
  it('cannot choose the ids of a form, under which the receipt and the files would be found', async () => {
    const app = await openApp(await engine.open())
    const form = String(new URLSearchParams({ clientId: stolen, draftId: stolen, matter: 'conduct' }))
    const foreign: Record<string, string>[] = [
      { Origin: 'http://evil.test', 'Sec-Fetch-Site': 'cross-site' },
      { Origin: 'http://evil.hailong.test', 'Sec-Fetch-Site': 'same-site' },
      { Origin: 'http://evil.test' },
      { Origin: 'null' },
    ]
    for (const headers of foreign) {
      const citizen = app.visitor()
      const page = await citizen.post('/gop-y/viec', form, headers)
      expect(page.status).toBe(200)
      expect(page.html).toContain('action="/gop-y/noi-dung"')
      expect(citizen.field('clientId')).not.toBe(stolen)
      expect(citizen.field('draftId')).not.toBe(stolen)
    }
  })

  it('cannot send a whole form from the browser of a visitor', async () => {
    const app = await openApp(await engine.open())
    const citizen = app.visitor()
    await citizen.open('/gop-y')
    await fillIn(citizen)
    const names = ['clientId', 'draftId', 'matter', 'content', 'name', 'address', 'phone', 'publish']
    const form = String(new URLSearchParams(names.map((name) => [name, citizen.field(name) ?? ''])))
    const page = await citizen.post('/gop-y/xem-lai', form, { Origin: 'http://evil.test' })
    expect(page.status).toBe(200)
    expect(page.html).toContain('action="/gop-y/xem-lai"')
    expect(await casesOf(app)).toEqual([])
    await citizen.post('/gop-y/xem-lai', form)
    expect(await casesOf(app)).toHaveLength(1)
  })

  it('cannot send one through the address for programs either', async () => {
    const app = await openApp(await engine.open())
    const sender = { name: 'A', address: 'B', phone: '0905123456' }
    const said = { clientId: stolen, matter: 'conduct', content: 'x', publish: 'private', sender }
    const send = (headers: Record<string, string>) =>
      app.app.request('http://hailong.test/api/v1/cases', { method: 'POST', body: JSON.stringify(said), headers })
    const foreign = { Host: 'hailong.test', 'Content-Type': 'text/plain', Origin: 'http://evil.test' }
    expect((await send(foreign)).status).toBe(403)
    expect(await casesOf(app)).toEqual([])
    expect((await send({ Host: 'hailong.test', 'Content-Type': 'application/json' })).status).toBe(201)
  })

  it('is told from our own, also where browsers say less', async () => {
    const app = await openApp(await engine.open())
    const form = String(new URLSearchParams({ clientId: stolen, draftId: stolen, matter: 'conduct' }))
    const own: Record<string, string>[] = [{ 'Sec-Fetch-Site': 'same-origin' }, { 'Sec-Fetch-Site': 'none' }, {}]
    for (const headers of own) {
      const citizen = app.visitor()
      await citizen.post('/gop-y/viec', form, headers)
      expect(citizen.field('clientId')).toBe(stolen)
      expect(citizen.field('draftId')).toBe(stolen)
    }
    const reply = await app.app.request('http://hailong.test/gop-y/viec', {
      method: 'POST',
      body: form,
      headers: { Host: 'hailong.test', 'Content-Type': 'application/x-www-form-urlencoded' },
    })
    expect(await reply.text()).toContain(stolen)
  })
})

describeEngines('a telephone number', (engine) => {
  it('of thousands of spaces is not kept', async () => {
    const app = await openApp(await engine.open())
    const citizen = app.visitor()
    await citizen.open('/gop-y')
    const long = `0905${' '.repeat(50_000)}123456`
    await fillIn(citizen, { sender: { ...lan, phone: long } }).catch(() => undefined)
    await citizen.send('/gop-y/xem-lai').catch(() => undefined)
    const kept = await casesOf(app)
    for (const { id } of kept) expect((await findSender(app.deps.db, id))?.phone.length).toBeLessThanOrEqual(40)
    expect(kept).toEqual([])
  })
})
