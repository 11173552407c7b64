import { expect, it } from 'vitest'
import { findSender } from '../../db/case-senders'
import { saveContacts } from '../../db/feedback-offices'
import { insertOffice } from '../../db/offices'
import { openApp, type TestApp } from '../support/app'
import { describeEngines } from '../support/database'
import { casesOf, lan, story } from '../support/feedback'

const createdAt = '2026-01-01T00:00:00.000Z'
const given = { clientId: 'Zm9vYmFyYmF6cXV4MTIzNA', matter: 'conduct', content: story, sender: lan, publish: 'private' }

function post({ app }: TestApp, body: unknown) {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const headers = { 'Content-Type': 'application/json' }
  return app.request('http://hailong.test/api/v1/cases', { method: 'POST', headers, body: text })
}

async function reply(test: TestApp, body: unknown): Promise<[number, Record<string, unknown>]> {
  const response = await post(test, body)
  return [response.status, (await response.json()) as Record<string, unknown>]
}

describeEngines('POST /api/v1/cases', (engine) => {
  it('gives code, secret, due date and address; the same again gives the same, other content 409', async () => {
    const test = await openApp(await engine.open(), {}, '2026-11-20T02:00:00Z')
    const [status, first] = await reply(test, { ...given, point: test.point })
    expect([status, first]).toEqual([
      201,
      {
        code: 'CQ-26-000001',
        secret: expect.stringMatching(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/),
        dueOn: '2026-12-14',
        url: 'http://hailong.test/tra-cuu?ma=CQ-26-000001',
      },
    ])
    expect(await reply(test, { ...given, point: test.point })).toEqual([201, first])
    expect(await reply(test, { ...given, point: test.point, content: 'Khác' })).toMatchObject([
      409,
      { error: 'conflict' },
    ])
    const [made, second] = await casesOf(test)
    expect(second).toBeUndefined()
    expect(made).toMatchObject({ pointCode: test.point, channel: 'qr', title: story, publishChoice: 'private' })
    expect(await findSender(test.deps.db, made?.id ?? '')).toMatchObject(lan)
  })

  it('two at once with one id are one case', async () => {
    const test = await openApp(await engine.open())
    const replies = await Promise.all([reply(test, given), reply(test, given), reply(test, { ...given, wish: 'Khác' })])
    const [known] = replies.filter(([status]) => status === 201)
    expect(replies.map(([status]) => status).sort()).toEqual(expect.arrayContaining([201, 409]))
    for (const [status, body] of replies) if (status === 201) expect(body).toEqual(known?.[1])
    expect(await casesOf(test)).toHaveLength(1)
  })

  it('a name is agreed to be shown only with an answer that is published', async () => {
    const test = await openApp(await engine.open())
    await reply(test, { ...given, nameConsent: true })
    await reply(test, { ...given, clientId: 'cXV4Zm9vYmFyYmF6MTIzNA', nameConsent: true, publish: 'without-name' })
    expect((await casesOf(test)).map(({ nameConsent }) => nameConsent)).toEqual([false, true])
  })

  it('keeps texts in NFC, and the same text in another form is the same content', async () => {
    const test = await openApp(await engine.open())
    await reply(test, { ...given, content: story.normalize('NFD') })
    expect((await reply(test, given))[0]).toBe(201)
    expect((await casesOf(test)).map(({ content }) => content)).toEqual([story.normalize('NFC')])
  })

  it.each([
    ['no JSON', '{', 400, 'bad-request'],
    ['no id', { ...given, clientId: undefined }, 400, 'bad-request'],
    ['an unknown matter', { ...given, matter: 'x' }, 400, 'bad-request'],
    ['an unknown point', { ...given, point: 'NOPE' }, 404, 'unknown-point'],
    ['an unknown office', { ...given, office: 'NOPE' }, 404, 'unknown-office'],
    ['no content', { ...given, content: ' ' }, 422, 'invalid'],
    ['50,000 letters', { ...given, content: 'a'.repeat(50_000) }, 422, 'invalid'],
    ['no choice of publication', { ...given, publish: undefined }, 422, 'invalid'],
    ['no sender', { ...given, sender: undefined }, 422, 'invalid'],
    ['a telephone number with letters', { ...given, sender: { ...lan, phone: '09a' } }, 422, 'invalid'],
    ['no name where the office wants one', { ...given, sender: undefined, anonymous: true }, 422, 'not-anonymous'],
    ['too much', { ...given, content: 'a'.repeat(300_000) }, 413, 'too-large'],
  ])('%s: %s', async (_, body, status, error) => {
    const test = await openApp(await engine.open())
    expect(await reply(test, body)).toMatchObject([status, { error, requestId: expect.any(String) }])
    expect(await casesOf(test)).toEqual([])
  })

  it('says which fields are wrong', async () => {
    const test = await openApp(await engine.open())
    const [, { details }] = await reply(test, { ...given, sender: { phone: 'x' } })
    expect(details).toEqual([
      { field: 'name', code: 'by-law' },
      { field: 'address', code: 'by-law' },
      { field: 'phone', code: 'phone-letters' },
    ])
  })

  it('needs an office where there are several; takes suggestions without a name where they are allowed', async () => {
    const test = await openApp(await engine.open())
    const row = { parentCode: 'CQ', address: null, phone: null, createdAt }
    await insertOffice(test.deps.db, { code: 'T-1', name: 'Trường', ...row })
    expect(await reply(test, given)).toMatchObject([422, { details: [{ field: 'office', code: 'choose' }] }])
    const none = { zalo: '', email: '', phone: '', website: '', reception: '', dataContact: '', retention: '' }
    await saveContacts(test.deps.db, 'T-1', { ...none, hidesSender: null, allowsAnonymous: true }, createdAt)
    const suggestion = { ...given, office: 'T-1', sender: undefined, anonymous: true }
    expect(await reply(test, suggestion)).toMatchObject([201, { code: 'T-1-26-000001', dueOn: null }])
    expect(await casesOf(test)).toMatchObject([{ kind: 'suggestion', channel: 'web' }])
  })

  it('waits after 30 in ten minutes, together with the form', async () => {
    const test = await openApp(await engine.open())
    const form = { ...lan, matter: 'conduct', content: story, publish: 'private' }
    for (let i = 0; i < 15; i++) {
      expect((await post(test, { ...given, clientId: test.deps.newId() })).status).toBe(201)
      await test.visitor().post('/gop-y/xem-lai', new URLSearchParams({ ...form, clientId: test.deps.newId() }))
    }
    const late = await post(test, { ...given, clientId: test.deps.newId() })
    expect([late.status, Number(late.headers.get('Retry-After')) > 0]).toEqual([429, true])
  })

  it('is described', async () => {
    const test = await openApp(await engine.open())
    const described = await (await test.app.request('http://hailong.test/api/v1/openapi.json')).json()
    const { properties } = described.components.schemas.Case
    expect(Object.keys(properties)).toEqual(expect.arrayContaining(['clientId', 'point', 'office', 'matter', 'sender']))
    const { responses } = described.paths['/api/v1/cases'].post
    expect(Object.keys(responses)).toEqual(['201', '400', '404', '409', '413', '422', '429', '503'])
  })
})
