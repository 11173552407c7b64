import fc from 'fast-check'
import { expect, it } from 'vitest'
import { listAudit } from '../../db/audit'
import { listEvents } from '../../db/case-events'
import { findCase } from '../../db/cases'
import { savePublication } from '../../db/publications'
import { actAsSender } from '../../server/actions/case-deeds'
import { hiddenIn, publicSearch, publicTexts } from '../../server/domain/public-case'
import { openApp } from '../support/app'
import { act, staffOf } from '../support/cases'
import { describeEngines } from '../support/database'
import { insertDepartment } from '../support/department'
import { answeredCase, press, publish, publishingPeople, takeBack } from '../support/published-cases'
import { signInAs } from '../support/staff'

const monday = '2026-03-09T02:00:00Z'
const list = '/cau-tra-loi'

describeEngines('anybody', (engine) => {
  it('reads what was published, searched without marks and narrowed by office, field, content and year', async () => {
    const app = await openApp(await engine.open(), {}, monday)
    await insertDepartment(app.deps.db)
    const people = await publishingPeople(app)
    const world = app.visitor()
    expect((await world.open(list)).text).toContain('Chưa có câu trả lời nào được công khai.')
    const first = await answeredCase(app, people, { title: 'Đường vào trường ngập nước', field: 'Giáo dục' })
    const below = { officeCode: 'CQ-1', contentGroup: 'rule', title: 'Mẫu đơn khó hiểu' } as const
    const second = await answeredCase(app, people, below)
    for (const { code } of [first, second]) await publish(people.publisher, code)
    await world.open(list)
    expect(world.page.text).toContain('2 phản ánh, kiến nghị')
    expect(world.page.text).toContain('gửi 09/03/2026 · trả lời 09/03/2026, đúng hạn · công khai 09/03/2026')
    const found = async (query: string) => {
      await world.open(`${list}?${query}`)
      return [first, second].map(({ code }) => world.page.html.includes(`href="${list}/${code}"`))
    }
    expect(await found('tim=DUONG+truong')).toEqual([true, false])
    expect(await found('tim=%25')).toEqual([true, true])
    expect(await found(`tim=${second.code.toLowerCase()}`)).toEqual([false, true])
    expect(await found('don-vi=CQ-1')).toEqual([false, true])
    expect(await found('don-vi=CQ')).toEqual([true, true])
    expect(await found('linh-vuc=Gi%C3%A1o+d%E1%BB%A5c')).toEqual([true, false])
    expect(await found('loai=rule&nam=2026')).toEqual([false, true])
    expect(await found('nam=2025')).toEqual([false, false])
    expect(world.page.text).toContain('Không có câu trả lời nào khớp')
    const page = await world.open(`${list}/${first.code.toLowerCase().replaceAll('-', ' ')}`)
    expect(page.status).toBe(200)
    expect(page.html).toContain(`<title>Đường vào trường ngập nước – ${first.code}</title>`)
    expect(page.html).toContain('<meta name="description"')
  })

  it('has long lists in pages, newest first', async () => {
    const app = await openApp(await engine.open(), {}, monday)
    const people = await publishingPeople(app)
    for (let i = 1; i <= 21; i++) {
      const { code } = await answeredCase(app, people, { title: `Việc thứ ${i}.` })
      app.setNow(new Date(Date.parse(monday) + i * 60_000).toISOString())
      await publish(people.publisher, code)
    }
    const world = app.visitor()
    await world.open(list)
    expect(world.page.text.indexOf('Việc thứ 21.')).toBeLessThan(world.page.text.indexOf('Việc thứ 2.'))
    expect(world.page.text).not.toContain('Việc thứ 1.')
    expect(world.page.html).toContain('href="/cau-tra-loi?trang=2"')
    expect((await world.open(`${list}?trang=2`)).text).toContain('Việc thứ 1.')
  }, 60_000)

  it('finds nothing that was hidden, and of private answers number, field and dates alone', async () => {
    const app = await openApp(await engine.open(), {}, monday)
    const people = await publishingPeople(app)
    const open = await answeredCase(app, people, { content: 'Gọi tôi số 0905 123 456, tôi là Trần Văn Bình.' })
    const content = 'Chuyện riêng ở cửa sổ số 9.'
    const own = await answeredCase(app, people, { publishChoice: 'private', title: 'Chuyện riêng', content })
    await press(people.publisher, open.code, { lam: 'go', chu: 'cư trú' })
    await publish(people.publisher, open.code)
    const world = app.visitor()
    for (const typed of ['0905 123 456', '0905123456', '0905', '456', 'Bình', 'tran van', 'cư trú', 'chuyện riêng'])
      expect((await world.open(`${list}?${new URLSearchParams({ tim: typed })}`)).text, typed).toContain('Không có câu')
    await world.open(list)
    expect(world.page.text).toContain('Đã trả lời riêng cho người gửi')
    expect(world.page.text).toContain(`${own.code} · Hộ tịch gửi 09/03/2026 · trả lời 09/03/2026, đúng hạn`)
    expect(world.page.html).not.toContain('Chuyện riêng')
    expect((await world.open(`${list}/${own.code}`)).status).toBe(404)
    expect((await world.open(`${list}?tim=${own.code}`)).text).toContain('1 phản ánh')
  })

  it('never meets a restricted case, a complaint or a case about a child, published before or not', async () => {
    const app = await openApp(await engine.open(), {}, monday)
    const people = await publishingPeople(app)
    const { by, publisher, approver } = people
    const late = await answeredCase(app, people, { title: 'Chuyện phải giữ kín' })
    await publish(publisher, late.code)
    const world = app.visitor()
    const unknown = await world.open(`${list}/CQ-26-999999`)
    expect((await world.open(`${list}/${late.code}`)).status).toBe(200)
    await takeBack(publisher, late.code, 'Cần xem lại.')
    expect((await world.open(`${list}/${late.code}`)).status).toBe(410)
    const restrict = { deed: 'restrict', restricted: true, reason: 'Về trẻ em' } as const
    expect(await act(app, by, late.code, restrict)).toMatchObject({ ok: true })
    const again = await answeredCase(app, people, { title: 'Chuyện phải giữ kín' })
    await publish(publisher, again.code)
    await actAsSender(app.deps, again.id, { deed: 'reopen', text: 'Tôi khiếu nại.' })
    const classify = { contentType: null, contentGroup: 'unclassified', field: '', procedureCode: null } as const
    await act(app, by, again.code, { deed: 'classify', kind: 'complaint', ...classify })
    const child = await answeredCase(app, { ...people, by: approver, approver: await second(app) }, { kind: 'child' })
    const hidden = [late.code, again.code, child.code]
    await publisher.post(`/can-bo/cong-khai/${child.code}/dang`, 'phien=1&ban=0')
    expect(publisher.page.status).toBe(404)
    for (const code of hidden) {
      const page = await world.open(`${list}/${code}`)
      expect([page.status, page.text]).toEqual([404, unknown.text])
      for (const query of ['', `?tim=${code}`, '?tim=kin', '?don-vi=CQ', '?nam=2026'])
        expect((await world.open(list + query)).text).not.toContain(code)
    }
    const shown = await answeredCase(app, people)
    await publish(publisher, shown.code)
    for (const address of ['/sitemap.xml', '/cau-tra-loi.atom']) {
      const { html, headers } = await world.open(address)
      expect(headers.get('Content-Type')).toMatch(/xml/)
      expect(html).toContain(`http://hailong.test/cau-tra-loi/${shown.code}<`)
      for (const code of hidden) expect(html).not.toContain(code)
    }
    expect((await publisher.open('/can-bo/cong-khai?muc=da-cong-khai')).html).not.toContain(late.code)
  })

  it('sees texts as texts, whatever stands in them', async () => {
    const app = await openApp(await engine.open(), {}, monday)
    const people = await publishingPeople(app)
    const evil = '<script>alert(1)</script><img src=x onerror=alert(1)> "\'& </title>'
    const { code } = await answeredCase(app, people, { title: evil, content: evil, place: evil, wish: evil }, evil)
    await publish(people.publisher, code)
    const world = app.visitor()
    for (const page of [await world.open(`${list}/${code}`), await world.open(list)]) {
      expect(page.html).not.toMatch(/<script>alert|<img src=x/)
      expect(page.html).toContain('&lt;script>alert(1)&lt;/script>')
    }
    expect((await world.open('/cau-tra-loi.atom')).html).not.toContain('<script')
  })

  it('reads no hidden word on the page, for any texts and redactions', async () => {
    const app = await openApp(await engine.open(), {}, monday)
    const people = await publishingPeople(app)
    const { code, id } = await answeredCase(app, people)
    await publish(people.publisher, code)
    const word = fc.stringMatching(/^[zqj][wxzqj]{4,7}$/)
    const said = fc.array(fc.oneof(word, fc.constantFrom('<b>', '&amp;', 'zqjwx', 'zqzqz')), { maxLength: 8 })
    const text = said.map((words) => words.join(' '))
    const texts = fc.record({ title: text, content: text, place: text, wish: text, answer: text })
    const world = app.visitor()
    await fc.assert(
      fc.asyncProperty(texts, fc.array(word, { maxLength: 2 }), async (texts, more) => {
        const secrets = ['zqjwx', 'zqzqz', ...more]
        const hidden = hiddenIn(
          texts,
          { hidden: [], shown: [] },
          secrets.map((words) => ({ words, kind: 'other' as const })),
        )
        const shown = publicTexts(texts, hidden)
        const row = { caseId: id, redactions: hidden, revealed: [], namesSender: false, answerNo: 1 }
        const at = app.deps.now().toISOString()
        const dates = { publishedAt: at, publishedBy: null, withdrawnAt: null, withdrawReason: '', updatedAt: at }
        const view = { texts: shown, name: null, answeredAt: at, late: false }
        await app.deps.db.deleteFrom('publication').execute()
        await savePublication(app.deps.db, { ...row, ...dates, shown: view, search: publicSearch(code, shown) }, 0)
        const page = await world.open(`${list}/${code}`)
        for (const words of secrets) expect(page.html).not.toMatch(new RegExp(`\\b${words}\\b`))
        for (const words of secrets)
          expect((await world.open(`${list}?tim=${words}`)).text.includes('Không có câu trả lời nào khớp')).toBe(
            !Object.values(texts).some((text) =>
              text.split(' ').some((said) => said.includes(words) && !secrets.includes(said)),
            ),
          )
      }),
      { numRuns: 25 },
    )
  }, 60_000)
})

async function second(app: Parameters<typeof signInAs>[0]) {
  await signInAs(app, 'approver', 'CQ')
  return staffOf(app, 'approver.cq')
}

describeEngines('places of publication', (engine) => {
  it('are added with link, day and proof, shown to everybody, and taken off with the audit saying so', async () => {
    const app = await openApp(await engine.open(), {}, monday)
    const people = await publishingPeople(app)
    const { publisher } = people
    const { code, id } = await answeredCase(app, people)
    await publish(publisher, code)
    const address = `/can-bo/cong-khai/${code}`
    await publisher.open(address)
    expect(publisher.page.text).toContain('Trang của cơ quan , 09/03/2026')
    const typed = { place: 'national-portal', link: 'javascript:alert(1)', on: '10/3/2026', note: '' }
    await publisher.send(`${address}/noi`, typed)
    expect(publisher.page.status).toBe(422)
    expect(publisher.page.text).toContain('Ngày công khai ở sau hôm nay')
    expect(publisher.page.text).toContain('Đường dẫn phải bắt đầu bằng https://')
    expect([publisher.field('link'), publisher.field('on')]).toEqual(['javascript:alert(1)', '10/3/2026'])
    await publisher.send(`${address}/noi`, { ...typed, link: '', on: '9/3/2026' })
    expect(publisher.page.text).toContain('Xin ghi đường dẫn, ghi chú hoặc kèm tệp minh chứng')
    const link = 'https://dichvucong.gov.vn/pakn?id=1&x=<b>'
    await publisher.send(`${address}/noi`, { ...typed, link, on: '9/3/2026' })
    expect(publisher.page.status).toBe(200)
    const event = (await listEvents(app.deps.db, id)).at(-1)
    expect(event).toMatchObject({ kind: 'place', data: { place: 'national-portal', link, on: '2026-03-09' } })
    const world = app.visitor()
    await world.open(`/cau-tra-loi/${code}`)
    expect(world.page.html).toContain('href="https://dichvucong.gov.vn/pakn?id=1&amp;x=&lt;b>" rel="noopener')
    await publisher.send(`${address}/noi/`)
    expect((await world.open(`/cau-tra-loi/${code}`)).text).not.toContain('Cổng Dịch vụ công')
    expect((await listEvents(app.deps.db, id)).at(-1)).toMatchObject({ kind: 'unplace', data: { link, left: null } })
    const [audit] = await listAudit(app.deps.db, { limit: 1 })
    expect(audit).toMatchObject({ action: 'case.place-remove', subject: code })
    expect((await findCase(app.deps.db, code))?.state).toBe('published')
  })

  it('may be proved by a file, which the staff alone can open', async () => {
    const app = await openApp(await engine.open(), {}, monday)
    await insertDepartment(app.deps.db)
    const people = await publishingPeople(app)
    const { publisher } = people
    const { code } = await answeredCase(app, people)
    const address = `/can-bo/cong-khai/${code}`
    await publisher.open(address)
    const send = async (bytes: string, name: string) => {
      const form = new FormData()
      for (const field of ['phien', 'on']) form.set(field, publisher.field(field) ?? '')
      form.set('place', 'notice-board')
      form.set('tep', new File([bytes], name))
      return publisher.post(`${address}/noi`, form)
    }
    expect((await send('<svg xmlns="http://www.w3.org/2000/svg"/>', 'bang.jpg')).status).toBe(422)
    expect(publisher.page.text).toContain('Tệp “bang.jpg” là hình vẽ SVG')
    expect(publisher.page.html).toContain('<option value="notice-board" selected>')
    expect((await send('%PDF-1.7\n1 0 obj\n%%EOF', 'bien-ban.pdf')).status).toBe(200)
    const file = publisher.page.html.match(new RegExp(`${address}/minh-chung/[^"]+`))?.[0] ?? ''
    expect((await publisher.open(file)).headers.get('Content-Disposition')).toContain('bien-ban.pdf')
    const local = await signInAs(app, 'publisher', 'CQ-1')
    expect((await local.open(file)).status).toBe(404)
    expect((await app.visitor().open(file)).url).toContain('/can-bo/dang-nhap')
  })
})
