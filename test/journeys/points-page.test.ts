import { expect, it } from 'vitest'
import { listAudit } from '../../db/audit'
import { drain } from '../../server/ledger/follow'
import { openApp } from '../support/app'
import { describeEngines } from '../support/database'
import { insertDepartment } from '../support/department'
import { answerOf, keep } from '../support/ledger'
import { signInAs } from '../support/staff'
import type { Visitor } from '../support/visitor'

const base = '/can-bo/diem'
const filled = (given: Record<string, string>) =>
  new URLSearchParams({ name: 'Quầy', office: 'CQ', survey: 'sipas-24', kind: 'desk', asks: '1', ...given })

/** The code of the point whose page is open. */
const codeOf = ({ page }: Visitor) => /diem\/([2-9A-Z]{4})(?:\?|$)/.exec(page.url)?.[1] ?? ''

describeEngines('survey points', (engine) => {
  it('the administrator adds a desk, takes its poster, pauses it and opens it again', async () => {
    const test = await openApp(await engine.open())
    const person = await signInAs(test, 'administrator')
    await person.open(base)
    expect(person.page.text).toContain(test.point)
    await person.open(`${base}/moi`)
    await person.send(base, { name: '  Quầy 3 · Hộ tịch ', field: 'Hộ tịch' })
    expect(person.page.status).toBe(200)
    expect(person.page.text).toContain('Đã thêm điểm Quầy 3 · Hộ tịch.')
    const code = codeOf(person)
    expect(person.page.text).toContain(`hailong.test/k/${code}`)

    const citizen = test.visitor()
    expect((await citizen.open(`/k/${code}`)).status).toBe(200)
    const svg = await person.open(`${base}/${code}/ap-phich.svg`)
    expect(svg.headers.get('Content-Type')).toBe('image/svg+xml; charset=utf-8')
    expect(svg.html).toContain('Quầy 3 · Hộ tịch</text>')
    expect(svg.html).toContain(`hailong.test/k/${code}</text>`)
    const pdf = await person.open(`${base}/${code}/ap-phich.pdf`)
    expect(pdf.headers.get('Content-Disposition')).toBe(`attachment; filename="ap-phich_${code}.pdf"`)
    expect(pdf.html.startsWith('%PDF-')).toBe(true)

    await person.open(`${base}/${code}`)
    await person.send(`${base}/${code}/trang-thai`)
    expect(person.page.text).toContain('Mở lại')
    test.setNow('2026-03-10T02:01:00Z')
    expect((await citizen.open(`/k/${code}`)).status).toBe(410)
    await person.send(`${base}/${code}/trang-thai`)
    test.setNow('2026-03-10T02:02:00Z')
    expect((await citizen.open(`/k/${code}`)).status).toBe(200)
    const actions = (await listAudit(test.deps.db, { limit: 10 })).map(({ action }) => action)
    expect(actions.slice(0, 5)).toEqual(['point.open', 'point.close', 'report.export', 'report.export', 'point.add'])
  })

  it('the first office and desk get their own names, on page, survey and poster', async () => {
    const test = await openApp(await engine.open())
    const person = await signInAs(test, 'administrator')
    await person.open('/can-bo/don-vi/CQ')
    await person.send('/can-bo/don-vi/CQ', { name: ' UBND  phường Bình An', phone: '0255 3 822 822' })
    await person.open(`${base}/${test.point}/sua`)
    await person.send(`${base}/${test.point}`, { name: 'Quầy 1 · Đất đai' })
    expect(person.page.text).toContain('Quầy 1 · Đất đai')
    test.setNow('2026-03-10T02:01:00Z')
    const citizen = await test.visitor().open(`/k/${test.point}`)
    expect(citizen.text).toContain('UBND phường Bình An')
    expect(citizen.text).toContain('Quầy 1 · Đất đai')
    expect((await person.open(`${base}/${test.point}/ap-phich.svg`)).html).toContain('UBND phường Bình An</text>')
    const clerk = await signInAs(test, 'intake')
    expect((await clerk.open(`${base}/${test.point}`)).status).toBe(200)
    expect(clerk.page.html).not.toContain('ma-moi')
    for (const deed of ['sua', 'ma-moi']) expect((await clerk.open(`${base}/${test.point}/${deed}`)).status).toBe(403)
    const actions = (await listAudit(test.deps.db, { limit: 4 })).map(({ action }) => action)
    expect(actions).toEqual(['sign-in.ok', 'report.export', 'point.change', 'office.change'])
  })

  it('a poster leads to the quick form where the desk begins with it', async () => {
    const test = await openApp(await engine.open())
    const person = await signInAs(test, 'administrator')
    await person.open(base)
    await person.post(base, filled({ name: 'Sảnh', quick: '1' }))
    const code = codeOf(person)
    expect((await person.open(`${base}/${code}/ap-phich.svg`)).html).toContain(`/k/${code}/nhanh</text>`)
  })

  it('a refused form keeps what was typed and names the field', async () => {
    const test = await openApp(await engine.open())
    const person = await signInAs(test, 'administrator')
    await person.open(base)
    await person.post(base, filled({ name: '   ', field: 'Đất đai' }))
    expect(person.page.status).toBe(422)
    expect(person.page.text).toContain('Xin ghi tên điểm')
    expect(person.field('field')).toBe('Đất đai')
    await person.post(base, filled({ office: 'LA' }))
    expect(person.page.text).toContain('Xin chọn cơ quan, đơn vị.')
  })

  it('others look and print; only who manages points changes them, and only in the own part of the tree', async () => {
    const test = await openApp(await engine.open())
    await insertDepartment(test.deps.db)
    const clerk = await signInAs(test, 'intake', 'CQ-1')
    await clerk.open(base)
    expect(clerk.page.text).toContain('9H5N')
    expect(clerk.page.text).not.toContain('7F3K')
    expect(clerk.page.text).not.toContain('Thêm điểm')
    expect((await clerk.open(`${base}/9H5N/ap-phich.svg`)).status).toBe(200)
    expect((await clerk.open(`${base}/7F3K/ap-phich.svg`)).status).toBe(404)
    expect((await clerk.post(`${base}/9H5N/trang-thai`, 'state=closed')).status).toBe(403)
    expect((await clerk.post(base, 'name=Quay')).status).toBe(403)
    const local = await signInAs(test, 'administrator', 'CQ-1')
    expect((await local.post(`${base}/7F3K/trang-thai`, 'state=closed')).status).toBe(404)
  })

  it('a desk sees counts of whole past weeks, and a small one only as small', async () => {
    const test = await openApp(await engine.open(), {}, '2026-03-18T02:00:00Z')
    await insertDepartment(test.deps.db)
    const at = { office: 'CQ-1', point: '9H5N' }
    const on = (submittedOn: string, count: number, from: number) =>
      Array.from({ length: count }, (_, i) => answerOf(from + i, { ...at, submittedOn }))
    await keep(test.deps.connection, [...on('2026-03-15', 3, 0), ...on('2026-03-17', 11, 20)])
    await drain(test.deps.connection)
    const clerk = await signInAs(test, 'intake', 'CQ-1')
    await clerk.open(base)
    expect(clerk.page.text).toContain('tính đến hết 15/03/2026')
    expect(clerk.page.text).toContain('dưới 5')
    const person = await signInAs(test, 'administrator')
    await person.open(base)
    expect(person.page.text).toContain('tính đến hết 18/03/2026')
    expect(person.page.html).toMatch(/<td class="r"[^>]*>14<\/td>/)
  })
})
