import { expect, it } from 'vitest'
import { listAudit } from '../../db/audit'
import { listOldNames } from '../../db/office-names'
import { findOffice, listOffices } from '../../db/offices'
import { openApp } from '../support/app'
import { describeEngines } from '../support/database'
import { insertDepartment } from '../support/department'
import { signInAs } from '../support/staff'
import type { Visitor } from '../support/visitor'

const base = '/can-bo/don-vi'

/** Adds an office through the page. */
async function add(person: Visitor, values: Record<string, string>) {
  await person.open(`${base}/moi`)
  await person.send(base, values)
}

describeEngines('the page of offices', (engine) => {
  it('an administrator builds the tree: an office gets a code that follows from its name', async () => {
    const test = await openApp(await engine.open())
    const person = await signInAs(test, 'administrator')
    await person.open(base)
    expect(person.page.text).toContain('Mới có một đơn vị.')
    await add(person, { name: 'Trường THPT Chu Văn An', kind: 'school', parent: 'CQ' })
    expect(person.page.status).toBe(422)
    expect(person.page.text).toContain('Mã đề nghị theo tên: THPT-CHU-VAN-AN.')
    expect(person.field('name')).toBe('Trường THPT Chu Văn An')
    await person.send(base, { use: 'THPT-CHU-VAN-AN' })
    expect(person.page.url).toBe(`${base}/THPT-CHU-VAN-AN?xong=them`)
    expect(person.page.text).toContain('Đã thêm đơn vị.')
    expect(await findOffice(test.deps.db, 'THPT-CHU-VAN-AN')).toMatchObject({ kind: 'school', parentCode: 'CQ' })

    await add(person, { name: 'Tổ Văn phòng', code: 'to-vp', parent: 'THPT-CHU-VAN-AN' })
    expect(person.page.text).toContain('Mã đúng gần nhất: TO-VP.')
    expect(person.field('code')).toBe('to-vp')
    await person.send(base, { code: 'CQ' })
    expect(person.page.text).toMatch(/Mã CQ đã dùng cho/)
    await person.send(base, { code: 'TO-VP' })
    await person.open(base)
    const names = [...person.page.html.matchAll(/<tr class="(d\d)"><th scope="row"><a href="[^"]*">([^<]*)/g)]
    expect(names.map(([, depth, name]) => `${depth} ${name}`).slice(1)).toEqual([
      'd1 Trường THPT Chu Văn An',
      'd2 Tổ Văn phòng',
    ])
  })

  it('is searched without marks by name, code and old name, and filtered by kind and state', async () => {
    const test = await openApp(await engine.open())
    await insertDepartment(test.deps.db)
    const person = await signInAs(test, 'administrator')
    await person.open(`${base}/CQ-1`)
    await person.send(`${base}/CQ-1`, { name: 'UBND phường Bình Minh', renamedOn: '2026-03-01' })
    expect(person.page.text).toContain('UBND phường, đến hết 28/02/2026')
    await person.open(`${base}/CQ-1`)
    await person.send(`${base}/CQ-1`, { name: 'UBND phường Bình Minh', kind: 'commune-committee' })
    await person.open(`${base}/CQ-1`)
    await person.send(`${base}/CQ-1`, { name: 'UBND Phường Bình Minh', correction: '1' })
    expect((await listOldNames(test.deps.db)).map(({ name }) => name)).toEqual(['UBND phường'])
    for (const asked of ['binh minh', 'cq-1', 'phuong ubnd']) {
      await person.open(`${base}?tim=${encodeURIComponent(asked)}`)
      expect([asked, person.page.text.includes('UBND Phường Bình Minh')]).toEqual([asked, true])
      expect(person.page.text).toContain('1 đơn vị')
    }
    expect((await person.open(`${base}?tim=phuong`)).text).toContain('tên cũ: UBND phường')
    expect((await person.open(`${base}?tim=khong+co`)).text).toContain('Không tìm thấy đơn vị nào.')
    await person.open(`${base}?loai=commune-committee`)
    expect(person.page.text).toContain('1 đơn vị')
    expect((await person.open(`${base}?tinh-trang=dong`)).text).toContain('Không tìm thấy đơn vị nào.')
    expect(person.page.status).toBe(200)
  })

  it('refuses circles, unknown offices and wrong identifiers with what to do, and keeps what was typed', async () => {
    const test = await openApp(await engine.open())
    await insertDepartment(test.deps.db)
    const person = await signInAs(test, 'administrator')
    const change = async (code: string, values: Record<string, string>) => {
      await person.open(`${base}/${code}`)
      await person.send(`${base}/${code}`, values)
      return person.page
    }
    await add(person, { name: 'Tổ Một', code: 'TO-1', parent: 'CQ-1' })
    const circle = await change('CQ', { parent: 'TO-1' })
    expect(circle.status).toBe(422)
    expect(circle.text).toMatch(/thuộc lẫn nhau thành vòng: .* → UBND phường → .*|Tổ Một → UBND phường/)
    expect(person.field('parent')).toBe('TO-1')
    expect((await change('CQ-1', { parent: 'KHONG-CO' })).text).toContain('Không tìm thấy đơn vị “KHONG-CO”')
    expect((await change('CQ-1', { agencyId: 'h13.2' })).text).toContain('Ví dụ: H13.02.05.')
    expect((await change('CQ-1', { guidedBy: 'CQ-1' })).text).toContain('không thể tự hướng dẫn')
    expect((await change('CQ-1', { name: 'Khác', renamedOn: '2026-12-01' })).text).toContain('sau hôm nay')
    expect((await change('CQ-1', { validFrom: '2026-02-30' })).text).toContain('Ngày chưa đúng')
    expect((await findOffice(test.deps.db, 'CQ'))?.parentCode).toBeNull()
    const good = await change('CQ-1', { agencyId: 'H13.02.05', validFrom: '2025-07-01', guidedBy: 'CQ', parent: 'CQ' })
    expect(good.text).toContain('Đã lưu.')
    expect(good.text).toContain('H13.02.05')
    // What was before and after stands in the history.
    expect(good.text).toContain('Mã định danh: (để trống) → H13.02.05')
    await change('CQ', {})
    expect(person.page.text).toContain('Được hướng dẫn chuyên môn từ đây')
  })

  it('an office closes only when nothing works in it, and works again when it is opened', async () => {
    const test = await openApp(await engine.open())
    await insertDepartment(test.deps.db)
    const person = await signInAs(test, 'administrator')
    const close = async (values: Record<string, string>) => {
      await person.open(`${base}/CQ-1/dong`)
      await person.send(`${base}/CQ-1/dong`, values)
      return person.page
    }
    await add(person, { name: 'Tổ Một', code: 'TO-1', parent: 'CQ-1' })
    const open = await close({})
    expect(open.status).toBe(422)
    expect(open.text).toContain('Đơn vị còn 1 đơn vị trực thuộc đang hoạt động và 1 điểm khảo sát đang mở.')
    await person.open(`${base}/TO-1/dong`)
    await person.send(`${base}/TO-1/dong`, { lastDay: '2026-03-01' })
    await test.deps.db.updateTable('point').set({ closedAt: 'x' }).where('code', '=', '9H5N').execute()
    expect((await close({ lastDay: '2026-03-11' })).text).toContain('Ngày cuối không được sau hôm nay.')
    expect((await close({ lastDay: '' })).text).toContain('Xin chọn ngày hoạt động cuối cùng.')
    expect((await close({ lastDay: '9/3/2026' })).url).toBe(`${base}/CQ-1?xong=dong`)
    expect(person.page.text).toContain('ngày hoạt động cuối cùng 09/03/2026')
    expect((await person.open(base)).text).not.toContain('UBND phường')
    expect((await person.open(`${base}?tinh-trang=dong`)).text).toContain('Đóng 09/03/2026')
    // Nothing new below what has ended.
    await add(person, { name: 'Tổ Hai', code: 'TO-2', parent: 'CQ-1' })
    expect(person.page.text).toContain('UBND phường đã đóng hoặc chưa hoạt động.')
    await person.open(`${base}/TO-1`)
    await person.send(`${base}/TO-1/mo-lai`)
    expect(person.page.text).toContain('Đơn vị cấp trên (UBND phường) đã đóng.')
    await person.open(`${base}/CQ-1`)
    await person.send(`${base}/CQ-1/mo-lai`)
    expect(person.page.text).toContain('Đơn vị hoạt động trở lại.')
    expect(await findOffice(test.deps.db, 'CQ-1')).toMatchObject({ validTo: null, successorCode: null })
    const actions = (await listAudit(test.deps.db, { limit: 2, subject: 'CQ-1' })).map(({ action }) => action)
    expect(actions).toEqual(['office.reopen', 'office.close'])
  })

  it('an administrator of a part changes nothing outside it and moves nothing out of it', async () => {
    const test = await openApp(await engine.open())
    await insertDepartment(test.deps.db)
    const all = await signInAs(test, 'administrator')
    await add(all, { name: 'Sở Khác', code: 'KHAC', parent: '' })
    const local = await signInAs(test, 'administrator', 'CQ-1')
    expect((await local.open(base)).text).not.toContain('Sở Khác')
    expect((await local.open(`${base}/KHAC`)).status).toBe(404)
    expect((await local.post(`${base}/CQ`, 'name=X')).status).toBe(404)
    await add(local, { name: 'Tổ Một', code: 'TO-1', parent: 'CQ-1' })
    expect(local.page.url).toBe(`${base}/TO-1?xong=them`)
    for (const parent of ['', 'KHAC', 'CQ']) {
      await local.open(`${base}/TO-1`)
      await local.send(`${base}/TO-1`, { parent })
      expect([parent, local.page.status]).toEqual([parent, 422])
    }
    await add(local, { name: 'Gốc', code: 'GOC', parent: '' })
    expect(local.page.text).toContain('ra ngoài phạm vi được giao')
    // The page keeps the parent of the own top in a hidden field, which anybody can change.
    await local.open(`${base}/CQ-1`)
    await local.send(`${base}/CQ-1`, { parent: '' })
    expect([local.page.status, (await findOffice(test.deps.db, 'CQ-1'))?.parentCode]).toEqual([422, 'CQ'])
    expect((await local.open(`${base}/CQ-1`)).text).toContain('chỉ người quản trị cấp trên')
    expect((await local.post(`${base}/CQ-1/dong`, 'lastDay=2026-03-10')).status).toBe(422)
    expect((await local.post(`${base}/CQ-1/sap-nhap`, 'lastDay=2026-03-10&successor=KHAC')).status).toBe(422)
    expect((await findOffice(test.deps.db, 'TO-1'))?.parentCode).toBe('CQ-1')
    const clerk = await signInAs(test, 'intake')
    for (const path of ['', '/moi', '/CQ', '/CQ/dong', '/CQ/sap-nhap'])
      expect([path, (await clerk.open(base + path)).status]).toEqual([path, 403])
  })

  it('a tree of 3,000 offices is folded and paged', async () => {
    const test = await openApp(await engine.open())
    const createdAt = '2026-01-01T00:00:00.000Z'
    const rows = Array.from({ length: 3000 }, (_, i) => ({
      ...{ code: `X-${i}`, name: `Xã ${i}`, parentCode: i < 100 ? 'CQ' : `X-${i % 100}` },
      ...{ address: null, phone: null, createdAt },
    }))
    for (let i = 0; i < rows.length; i += 100)
      await test.deps.db
        .insertInto('office')
        .values(rows.slice(i, i + 100))
        .execute()
    expect(await listOffices(test.deps.db)).toHaveLength(3001)
    const person = await signInAs(test, 'administrator')
    await person.open(base)
    expect(person.page.text).toContain('29 đơn vị trực thuộc')
    expect(person.page.html.length).toBeLessThan(120_000)
    await person.open(`${base}?duoi=X-7`)
    expect(person.page.text).toContain('Xã 107')
    expect(person.page.text).not.toContain('Xã 108')
    await person.open(`${base}?tim=xa`)
    expect(person.page.text).toContain('3.000 đơn vị')
    expect(person.page.text).toContain('Trang 1/15')
    expect((await person.open(`${base}?tim=xa&trang=15`)).text).toContain('Trang 15/15')
    // Too many to list: the parent is typed, by code or by name.
    await add(person, { name: 'Tổ Một', code: 'TO-1', parent: 'xa 42' })
    expect(person.page.url).toBe(`${base}/TO-1?xong=them`)
    expect((await findOffice(test.deps.db, 'TO-1'))?.parentCode).toBe('X-42')
  })
})
