import { expect, it } from 'vitest'
import { findCase } from '../../db/cases'
import { cleanText } from '../../server/domain/vietnamese'
import { openApp } from '../support/app'
import { act, caseOf } from '../support/cases'
import { describeEngines } from '../support/database'
import { answeredCase, publish, publishingPeople } from '../support/published-cases'
import { signInAs } from '../support/staff'

it('a text keeps no sign that nobody sees, but an emoji is whole', () => {
  expect(cleanText('0\u200b9\u00ad0\u200d5\u2060 \u200fA\u061c')).toBe('0905 A')
  expect(cleanText('👩🏽‍🏫 ❤️‍🔥')).toBe('👩🏽‍🏫 ❤️‍🔥')
})

describeEngines('what the world reads of a published case', (engine) => {
  it('never says who sent it, however that is written in the text', async () => {
    const app = await openApp(await engine.open())
    const people = await publishingPeople(app)
    const sender = {
      ...{ name: 'Mỹ Duyên', address: 'Ấp Chợ Mới', phone: '0905123456' },
      ...{ email: 'my.duyen@vidu.vn', organisation: 'Hợp tác xã Sao Biển' },
    }
    const content = [
      'MỸ DUYÊN đây, số 0905.123.456, 0905 123 456, ０９０５１２３４５６, +84905123456, 090\u200b512\u200d34\u00ad56, ở ấp  chợ mới.',
      'Thư: MY.DUYEN@VIDU.VN. Chúng tôi là Hợp tác xã Sao Biển, hợp tác xã sao biển.',
    ].join('\n')
    const { code } = await answeredCase(app, people, {
      content: cleanText(content),
      sender,
      title: 'Hợp tác xã Sao Biển hỏi',
    })
    await publish(people.publisher, code)
    const world = await app.visitor().open(`/cau-tra-loi/${code}`)
    expect(world.status).toBe(200)
    for (const said of ['duyên', 'duyen', '905', '９０５', '512', '34', 'chợ mới', 'sao biển'])
      expect(world.text.toLowerCase(), said).not.toContain(said)
    for (const words of ['sao+bien', '0905123456', 'duyen'])
      expect((await app.visitor().open(`/cau-tra-loi?tim=${words}`)).html).not.toContain(code)
  })

  it('is gone as soon as the case turns out to be one that is never published', async () => {
    const app = await openApp(await engine.open())
    const people = await publishingPeople(app)
    const { code, secret } = await answeredCase(app, people)
    await publish(people.publisher, code)
    const citizen = app.visitor()
    await citizen.open(`/tra-cuu?ma=${code}`)
    await citizen.send('/tra-cuu', { ma: code, 'bi-mat': secret })
    const token = citizen.page.url.split('/')[2] ?? ''
    await citizen.post(`/tra-cuu/${token}/xem-xet-lai`, String(new URLSearchParams({ 'noi-dung': 'Chưa đúng' })))
    const { contentType, contentGroup, field, procedureCode } = caseOf(app)
    const kind = { kind: 'child', contentType, contentGroup, field, procedureCode } as const
    await act(app, people.by, code, { deed: 'classify', ...kind })
    expect(await findCase(app.deps.db, code)).toMatchObject({ restricted: true })
    const anybody = app.visitor()
    expect((await anybody.open(`/cau-tra-loi/${code}`)).status).toBe(404)
    for (const page of ['/cau-tra-loi', '/sitemap.xml', `/cau-tra-loi?tim=${code}`])
      expect((await anybody.open(page)).html).not.toContain(`/cau-tra-loi/${code}`)
    expect((await people.publisher.open(`/can-bo/cong-khai/${code}`)).status).toBe(404)
    expect((await people.publisher.open('/can-bo/cong-khai?muc=da-dang')).html).not.toContain(code)
  })

  it('is not published by whoever only answers, nor by another part of the tree', async () => {
    const app = await openApp(await engine.open())
    const people = await publishingPeople(app)
    const { code } = await answeredCase(app, people)
    const handler = await signInAs(app, 'handler')
    const seen = String(new URLSearchParams({ phien: '99', ban: '0' }))
    expect((await handler.post(`/can-bo/cong-khai/${code}/dang`, seen)).status).toBe(403)
    expect((await people.publisher.post(`/can-bo/cong-khai/${code}/dang`, seen)).status).toBe(409)
    expect((await app.visitor().open(`/cau-tra-loi/${code}`)).status).toBe(404)
  })
})
