import { expect, it } from 'vitest'
import { openApp } from '../support/app'
import { describeEngines } from '../support/database'
import { casesOf, fillIn } from '../support/feedback'

const linkIn = (html: string) => [...html.matchAll(/<a ([^>]*href="\/gop-y[^"]*"[^>]*)>/g)].map(([, text]) => text)

describeEngines('feedback after a survey', (engine) => {
  it('is a link that names the point and nothing of the answer, and asks for no Referer', async () => {
    const { visitor, point } = await openApp(await engine.open())
    const citizen = visitor()
    await citizen.open(`/k/${point}`)
    const clientId = citizen.field('clientId') ?? ''
    const receipt = await citizen.send('/k/', { '1.1': '2' })
    expect(receipt.url).toMatch(/^\/phieu\//)
    const links = linkIn(receipt.html)
    expect(links.length).toBeGreaterThan(0)
    for (const link of links) {
      expect(link).toContain(`href="/gop-y?diem=${point}&amp;nguon=phieu"`)
      expect(link).toMatch(/rel="noreferrer"/)
      expect(link).toMatch(/referrerpolicy="no-referrer"/)
      expect(link).not.toContain(clientId)
    }
    expect(linkIn((await citizen.open(`/cam-on/${point}`)).html)[0]).toContain('nguon=phieu')
  })

  it('has an id of its own, no cookie, and the same page whether a receipt was in the Referer or not', async () => {
    const test = await openApp(await engine.open())
    const citizen = test.visitor()
    await citizen.open(`/k/${test.point}`)
    const surveyId = citizen.field('clientId') ?? ''
    const receipt = await citizen.send('/k/', { '1.1': '2' })
    const ask = async (headers: Record<string, string>) => {
      const url = `http://hailong.test/gop-y?diem=${test.point}&nguon=phieu`
      const reply = await test.app.request(url, { headers: { Host: 'hailong.test', ...headers } })
      expect(reply.headers.get('Set-Cookie')).toBeNull()
      return (await reply.text()).replace(/name="(clientId|draftId)" value="[^"]*"/g, '')
    }
    expect(await ask({ Referer: `http://hailong.test${receipt.url}`, Cookie: 'a=b' })).toBe(await ask({}))
    await citizen.open(`/gop-y?diem=${test.point}&nguon=phieu`)
    expect(citizen.field('clientId')).not.toBe(surveyId)
    await fillIn(citizen)
    await citizen.send('/gop-y/xem-lai')
    const [made] = await casesOf(test)
    expect(made).toMatchObject({ channel: 'survey', pointCode: null })
    const said = JSON.stringify(made)
    expect(said).not.toContain(surveyId)
    expect(said).not.toContain(receipt.url.slice('/phieu/'.length))
    expect(citizen.cookieValues()).toEqual([])
  })
})
