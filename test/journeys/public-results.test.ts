import { expect, it } from 'vitest'
import { answerSipas } from '../support/answers'
import { openApp, type TestApp } from '../support/app'
import { describeEngines } from '../support/database'
import { signInAdministrator } from '../support/staff'
import type { Visitor } from '../support/visitor'

const february = { submittedOn: '2026-02-10', submittedAt: '2026-02-10T02:00:00.000Z' }

async function openPeriod(app: TestApp, period = '2026-02') {
  const { code } = await app.deps.db.selectFrom('office').select('code').executeTakeFirstOrThrow()
  const page = `/can-bo/ky-bao-cao/${code}/${period}`
  return { hoa: await signInAdministrator(app), page, results: `/ket-qua/${code}/${period}` }
}

async function take(hoa: Visitor, page: string, steps: string[]) {
  for (const step of steps) {
    await hoa.open(`${page}/${step}`)
    await hoa.send(`${page}/${step}`)
  }
}

describeEngines('public results', ({ open }) => {
  it('say what will stand here while nothing is published', async () => {
    const app = await openApp(await open())
    await answerSipas(app, 50, 5, february)
    const visitor = app.visitor()
    await visitor.open('/ket-qua')
    expect(visitor.page.status).toBe(200)
    expect(visitor.page.text).toContain('Chưa có kỳ nào được công bố.')
    expect(visitor.page.text).not.toContain('100,00')
  })

  it('show a period once it is published, not before, and not after it was opened again', async () => {
    const app = await openApp(await open())
    await answerSipas(app, 45, 5, february)
    await answerSipas(app, 5, 1, february)
    const { hoa, page, results } = await openPeriod(app)
    const citizen = app.visitor()
    for (const step of ['chot', 'duyet']) {
      await take(hoa, page, [step])
      expect((await citizen.open(results)).status).toBe(404)
    }
    await take(hoa, page, ['cong-bo'])
    await citizen.open(results)
    expect(citizen.page.status).toBe(200)
    expect(citizen.page.text).toContain('Người dân hài lòng đến đâu? Tháng 2/2026')
    expect(citizen.page.text).toMatch(/90,00 %/)
    expect(citizen.page.text).toContain('Tỷ lệ hài lòng theo bộ tiêu chí SIPAS.')
    expect(citizen.page.text).toContain('không phải Chỉ số SIPAS')
    expect(citizen.page.text).toContain('100 % điện thoại cá nhân')
    expect((await citizen.open('/ket-qua')).html).toContain(results)

    await hoa.open(`${page}/mo-lai`)
    await hoa.send(`${page}/mo-lai`, { 'ly-do': 'Nhập thiếu' })
    expect((await citizen.open(results)).status).toBe(404)
    expect((await citizen.open('/ket-qua')).text).toContain('Chưa có kỳ nào được công bố.')
  })

  it('do not move when answers come later', async () => {
    const app = await openApp(await open())
    await answerSipas(app, 50, 5, february)
    const { hoa, page, results } = await openPeriod(app)
    await take(hoa, page, ['chot', 'duyet', 'cong-bo'])
    const before = (await app.visitor().open(results)).html
    await answerSipas(app, 50, 1, february)
    expect((await app.visitor().open(results)).html).toBe(before)
  })

  it('show target and dossiers as they were at closing', async () => {
    const app = await openApp(await open())
    await answerSipas(app, 45, 5, february)
    await answerSipas(app, 5, 1, february)
    const { hoa, page, results } = await openPeriod(app)
    await hoa.open(page)
    await hoa.send(`${page}/ho-so`, { dossiers: '80', issued: '60', basis: 'returned' })
    await hoa.send(`${page}/chi-tieu`, { operator: '>', percent: '90', source: '' })
    await take(hoa, page, ['chot', 'duyet', 'cong-bo'])
    await hoa.open(page)
    await hoa.send(`${page}/ho-so`, { dossiers: '8000', issued: '', basis: 'returned' })
    const citizen = app.visitor()
    await citizen.open(results)
    // 90 % is not over 90 %.
    expect(citizen.page.text).toContain('Chỉ tiêu trên 90 %, chưa đạt.')
    expect(citizen.page.text).toContain('50 phiếu hợp lệ trên 80 hồ sơ (62,50 % trả lời).')
    expect(citizen.page.text).toContain('phát ra 60')
    expect(citizen.page.text).toContain('▼')
  })

  it('hide the rates of fewer than five people, and of a question that fewer than five answered', async () => {
    const app = await openApp(await open())
    await answerSipas(app, 4, 5, february)
    const { hoa, page, results } = await openPeriod(app)
    await take(hoa, page, ['chot', 'duyet', 'cong-bo'])
    const citizen = app.visitor()
    await citizen.open(results)
    expect(citizen.page.text).toContain('Chưa công bố (dưới 5 phiếu)')
    expect(citizen.page.text).not.toMatch(/\d,\d\d\s%/)

    await hoa.open(`${page}/mo-lai`)
    await hoa.send(`${page}/mo-lai`, { 'ly-do': 'Nhập thiếu' })
    // Criterion 1.1 is answered by four of 34, all others by everybody.
    await answerSipas(app, 30, 4, { ...february, answers: `-${'4'.repeat(23)}` })
    await take(hoa, page, ['chot', 'duyet', 'cong-bo'])
    await citizen.open(results)
    expect(citizen.page.text).toMatch(/1\.1 [^%]*Chưa công bố \(dưới 5 phiếu\)/)
    expect(citizen.page.text).toContain('23/24')
  })

  it('carry no cookie and no script, and the fingerprint changes with the figures', async () => {
    const app = await openApp(await open())
    await answerSipas(app, 50, 5, february)
    const { hoa, page, results } = await openPeriod(app)
    await take(hoa, page, ['chot', 'duyet', 'cong-bo'])
    const citizen = app.visitor()
    await citizen.open(results)
    expect(citizen.page.headers.getSetCookie()).toEqual([])
    expect(citizen.page.html).not.toContain('<script')
    const seal = () => citizen.page.text.match(/([0-9A-F]{4} ){3}[0-9A-F]{4}/)?.[0]
    const first = seal()
    expect(first).toBeTruthy()
    await hoa.open(`${page}/mo-lai`)
    await hoa.send(`${page}/mo-lai`, { 'ly-do': 'Nhập thiếu' })
    await answerSipas(app, 5, 1, february)
    await take(hoa, page, ['chot', 'duyet', 'cong-bo'])
    await citizen.open(results)
    expect(seal()).not.toBe(first)
  })

  it('answer plainly to addresses that lead nowhere', async () => {
    const app = await openApp(await open())
    for (const path of ['/ket-qua/khong-co/2026-02', '/ket-qua/x/hom-qua', "/ket-qua/'/2026"]) {
      const page = await app.visitor().open(path)
      expect(page.status).toBe(404)
      expect(page.text).toContain('Kỳ này chưa được công bố')
    }
  })
})
