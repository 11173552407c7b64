import { expect, it } from 'vitest'
import { listAudit } from '../../db/audit'
import { findPoint, insertPoint, listAtDesk, updatePoint } from '../../db/points'
import { inTransaction } from '../../db/transaction'
import { drain } from '../../server/ledger/follow'
import { openApp } from '../support/app'
import { describeEngines } from '../support/database'
import { insertDepartment } from '../support/department'
import { answerOf, keep } from '../support/ledger'
import { insertCatalogue } from '../support/procedures'
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

  it('a refused form says what is wrong with hours and procedures, and keeps them', async () => {
    const test = await openApp(await engine.open())
    await insertCatalogue(test.deps.db)
    const person = await signInAs(test, 'administrator')
    const add = (given: Record<string, string>) => person.post(base, filled({ name: 'Quầy 9', ...given }))
    await add({ hours: 'T2–T6 17:00–13:00' })
    expect(person.page.status).toBe(422)
    expect(person.page.text).toContain('Ở “T2–T6 17:00–13:00”, giờ đóng phải sau giờ mở.')
    expect(person.field('hours')).toBe('T2–T6 17:00–13:00')
    await add({ procedures: '1.000001\nlàm gì đó' })
    expect(person.page.text).toContain('Không rõ “làm gì đó” là thủ tục nào')
    expect(person.field('procedures')).toBe('1.000001\nlàm gì đó')
    await add({ kind: 'chair' })
    expect(person.page.text).toContain('Xin chọn loại điểm.')
    await add({ hours: '7h30-11h30; 13h-17h', procedures: 'Hộ tịch\nchứng thực bản sao', host: 'CQ' })
    expect(person.page.status).toBe(200)
    expect(person.page.text).toContain('T2–T6 7:30–11:30, 13:00–17:00')
    expect(person.page.text).toContain('8 thủ tục')
    const code = codeOf(person)
    expect(await findPoint(test.deps.db, code)).toMatchObject({ hostCode: null, kind: 'desk', channel: 'phone' })

    await person.open(`${base}/moi?giong=${code}`)
    expect(person.field('hours')).toBe('T2–T6 7:30–11:30, 13:00–17:00')
    await person.send(base, { name: 'Máy tại sảnh', kind: 'tablet' })
    expect(await findPoint(test.deps.db, codeOf(person))).toMatchObject({ kind: 'tablet', channel: 'tablet' })
    expect(person.page.text).toContain('8 thủ tục')
  })

  it('a point from before kinds keeps its channel until its kind is changed', async () => {
    const test = await openApp(await engine.open())
    await updatePoint(test.deps.db, test.point, { channel: 'staff' })
    const person = await signInAs(test, 'administrator')
    const change = async (given: Record<string, string>) => {
      await person.open(`${base}/${test.point}/sua`)
      await person.send(`${base}/${test.point}`, given)
      return (await findPoint(test.deps.db, test.point))?.channel
    }
    expect(await change({ name: 'Quầy 2' })).toBe('staff')
    expect(await change({ kind: 'slip' })).toBe('token')
  })

  it('a printed code serves one more office, once, and both are named at the desk', async () => {
    const test = await openApp(await engine.open())
    await insertDepartment(test.deps.db)
    const person = await signInAs(test, 'administrator')
    const address = `${base}/7F3K/dung-chung`
    await person.open(`${base}/7F3K`)
    await person.send(address, { office: 'CQ-1' })
    expect(person.page.text).toContain('Bàn này đã phục vụ thêm UBND phường.')
    const [added] = await listAtDesk(test.deps.db, '7F3K')
    expect(added).toMatchObject({ officeCode: 'CQ-1', hostCode: 'CQ', deskCode: '7F3K', name: 'Quầy 1' })
    await person.post(address, 'office=CQ-1')
    expect(person.page.status).toBe(422)
    expect(person.page.text).toContain('Bàn này đã phục vụ cơ quan đó rồi.')
    await person.post(address, 'office=LA')
    expect(person.page.status).toBe(422)
    await person.open(`${base}/${added?.code}`)
    expect(person.page.text).toContain('Điểm này dùng chung mã in 7F3K.')
    expect((await person.open(`${base}/${added?.code}/ap-phich.svg`)).html).toContain('hailong.test/k/7F3K</text>')
    const local = await signInAs(test, 'administrator', 'CQ-1')
    expect((await local.post(address, 'office=CQ-1')).status).toBe(404)
  })

  it('among many, points are found without marks, by office, kind and state, and printed as they are shown', async () => {
    const test = await openApp(await engine.open(), {}, '2026-03-18T02:00:00Z')
    await insertDepartment(test.deps.db)
    await updatePoint(test.deps.db, '8G4M', { kind: 'poster', closedAt: '2026-01-02T00:00:00.000Z', name: 'Sảnh chờ' })
    const person = await signInAs(test, 'administrator')
    const codes = async (query: string) => {
      await person.open(`${base}?${query}`)
      return [...person.page.html.matchAll(/name="ma" value="(\w+)"/g)].map(([, code]) => code)
    }
    expect(await codes('q=sanh+cho')).toEqual(['8G4M'])
    expect(await codes('q=phuong')).toEqual(['9H5N'])
    expect(await codes('loai=poster')).toEqual(['8G4M'])
    expect(await codes('tinh-trang=paused')).toEqual(['8G4M'])
    expect(await codes('tinh-trang=quiet')).toEqual(['7F3K', '9H5N'])
    expect(person.page.text).toContain('21 ngày chưa có phiếu')
    expect(await codes('co-quan=CQ-1')).toEqual(['9H5N'])
    expect(await codes('co-quan=CQ')).toHaveLength(4)
    expect(await codes('q=khong')).toEqual([])
    expect(person.page.text).toContain('Không có điểm nào như vậy.')
    await person.open(base)
    expect(person.page.text).toContain('Quầy 1; Quầy 1 chưa có phiếu nào trong 21 ngày.')

    const zip = async (query: string) => {
      const reply = await person.open(`${base}/ma-qr.zip?${query}`)
      expect(reply.headers.get('Content-Disposition')).toMatch(/filename="ma-qr(_\w+)?\.zip"/)
      return [...reply.html.matchAll(/([2-9A-Z]{4})\.svg/g)].map(([, code]) => code)
    }
    expect(new Set(await zip('co-quan=CQ&ma=9H5N&ma=7F3K'))).toEqual(new Set(['7F3K', '9H5N']))
    expect(new Set(await zip('co-quan=CQ-1'))).toEqual(new Set(['9H5N']))
    expect((await person.open(`${base}/the-ban.pdf?ma=9H5N`)).html.startsWith('%PDF-')).toBe(true)
    expect((await person.open(`${base}/ap-phich.pdf?ma=LALA`)).status).toBe(404)
    const local = await signInAs(test, 'intake', 'CQ-1')
    expect((await local.open(`${base}/ap-phich.pdf?ma=7F3K`)).status).toBe(404)
  })

  it('three hundred are shown a hundred at a time, in the order of the tree', async () => {
    const test = await openApp(await engine.open())
    await insertDepartment(test.deps.db)
    await inTransaction(test.deps.db, async (db) => {
      const like = await findPoint(db, '9H5N')
      if (!like) throw new Error('missing')
      for (let i = 0; i < 300; i++) await insertPoint(db, { ...like, code: `X${i}`, name: `Quầy ${i}` })
    })
    const person = await signInAs(test, 'administrator')
    await person.open(`${base}?trang=1`)
    expect(person.page.text).toContain('Trang 1/4')
    expect(person.page.text.indexOf('Cơ quan của tôi')).toBeLessThan(person.page.text.indexOf('Quầy 0'))
    expect(person.page.html).toMatch(
      /<nav class="row" aria-label="Các trang của danh sách"><span>Trang 1\/4<\/span><a href="[^"]*trang=2"/,
    )
    await person.open(`${base}?trang=4`)
    expect(person.page.html.match(/name="ma"/g)).toHaveLength(4)
    await person.open(`${base}?trang=-3`)
    expect(person.page.text).toContain('Trang 1/4')
  })
})
