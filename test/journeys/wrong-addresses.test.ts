import { expect, it } from 'vitest'
import { openApp } from '../support/app'
import { describeEngines } from '../support/database'
import { signInAs } from '../support/staff'

describeEngines('an address or a method that nothing answers', (engine) => {
  it('says which methods an address knows, as a page and as a code', async () => {
    const { app, point } = await openApp(await engine.open())
    const ask = (method: string, path: string) => app.request(`http://hailong.test${path}`, { method })
    const put = await ask('PUT', `/k/${point}`)
    expect([put.status, put.headers.get('Allow')]).toEqual([405, 'GET, HEAD'])
    expect(await put.text()).toContain('Trang này không nhận thao tác vừa rồi')
    expect((await ask('POST', '/ket-qua')).status).toBe(405)
    expect((await ask('DELETE', `/k/${point}/gui`)).status).toBe(405)
    const api = await ask('GET', '/api/v1/responses')
    expect([api.status, api.headers.get('Allow'), (await api.json()).error]).toEqual([
      405,
      'POST',
      'method-not-allowed',
    ])
    expect((await ask('POST', '/khong-co')).status).toBe(404)
    expect((await ask('GET', '/khong-co')).status).toBe(404)
  })

  it('leads an address with a slash too many to the page, and never to another site', async () => {
    const { app, point, visitor } = await openApp(await engine.open())
    const person = visitor()
    expect((await person.open(`/k/${point}/?lang=vi`)).url).toBe(`/k/${point}?lang=vi`)
    expect((await person.open('/ket-qua/')).url).toBe('/ket-qua')
    expect((await app.request('http://hailong.test//elsewhere.test/')).status).toBe(404)
  })

  it('says how a code of a receipt looks when it is none', async () => {
    const { visitor } = await openApp(await engine.open())
    const { status, text } = await visitor().open('/phieu/0000-0000-0000-0000-000U')
    expect([status, text]).toEqual([404, expect.stringContaining('Mời Ông/Bà xem lại mã trên biên nhận')])
  })

  it('lets nothing of the staff area stay in a cache', async () => {
    const app = await openApp(await engine.open())
    const clerk = await signInAs(app, 'administrator')
    for (const path of ['nhap/mau.csv?phieu=sipas-24', `diem/${app.point}/ap-phich.svg`, 'tai-khoan', 'diem'])
      expect((await clerk.open(`/can-bo/${path}`)).headers.get('Cache-Control')).toBe('private, no-store')
  })

  it('keeps signed-in people in their frame and speaks to them, not to citizens', async () => {
    const app = await openApp(await engine.open())
    const clerk = await signInAs(app, 'statistics')
    const { status, text, headers } = await clerk.open('/can-bo/khong-co')
    expect([status, headers.get('Cache-Control')]).toEqual([404, 'private, no-store'])
    expect(text).toContain('Kỳ báo cáo')
    expect(text).not.toContain('mã QR hoặc')
  })

  it('says by which address to work when a form comes from another one', async () => {
    const publicUrl = 'https://khaosat.binhan.test'
    const { visitor } = await openApp(await engine.open(), { PUBLIC_URL: publicUrl })
    const person = visitor()
    await person.open('/can-bo/dang-nhap')
    const { status, text } = await person.send('/can-bo/dang-nhap', { login: 'hoa.lt', password: 'x' })
    expect(status).toBe(403)
    expect(text).toContain(`Xin mở trang cán bộ bằng địa chỉ ${publicUrl} rồi làm lại.`)
  })
})
