import { expect, it } from 'vitest'
import { listAudit } from '../../db/audit'
import { savePointProcedures } from '../../db/point-procedures'
import { findProcedure, insertProcedure } from '../../db/procedures'
import { inTransaction } from '../../db/transaction'
import { openApp } from '../support/app'
import { describeEngines } from '../support/database'
import { insertCatalogue } from '../support/procedures'
import { signInAs } from '../support/staff'

const base = '/can-bo/thu-tuc'

describeEngines('the catalogue of procedures', (engine) => {
  it('the administrator adds one, renames it, closes it and opens it again', async () => {
    const test = await openApp(await engine.open())
    const person = await signInAs(test, 'administrator')
    await person.open(base)
    expect(person.page.text).toContain('Danh mục chưa có thủ tục nào.')
    await person.send(base, { code: '1.001193', name: '  Đăng ký  khai sinh ', field: 'Hộ tịch' })
    expect(person.page.text).toContain('Đã thêm thủ tục Đăng ký khai sinh.')
    await person.open(`${base}/1.001193`)
    await person.send(`${base}/1.001193`, { name: 'Đăng ký khai sinh có yếu tố nước ngoài' })
    expect(person.page.text).toContain('Đã lưu.')
    await person.send(`${base}/1.001193/trang-thai`)
    expect(person.page.text).toContain('Đã đóng')
    expect(await findProcedure(test.deps.db, '1.001193')).toMatchObject({
      name: 'Đăng ký khai sinh có yếu tố nước ngoài',
      field: 'Hộ tịch',
      closedAt: '2026-03-10T02:00:00.000Z',
    })
    await person.send(`${base}/1.001193/trang-thai`)
    expect(person.page.text).toContain('Đang dùng')
    const actions = (await listAudit(test.deps.db, { limit: 4 })).map(({ action }) => action)
    expect(actions).toEqual(['procedure.open', 'procedure.close', 'procedure.change', 'procedure.add'])
  })

  it('who administers a part of the tree reads it and changes nothing of what all offices share', async () => {
    const test = await openApp(await engine.open())
    await insertCatalogue(test.deps.db, 1)
    const [before] = await test.deps.db.selectFrom('procedure').selectAll().execute()
    const person = await signInAs(test, 'administrator', 'CQ')
    const address = `${base}/${before?.code}`
    for (const page of [base, address]) {
      expect((await person.open(page)).status).toBe(200)
      expect(person.page.html).not.toContain(`method="post" action="${page}`)
    }
    const change = { code: '9.9', name: 'Khác', field: '', state: 'closed' }
    for (const form of [base, address, `${address}/trang-thai`])
      expect((await person.post(form, new URLSearchParams(change))).status).toBe(403)
    expect((await person.open('/can-bo/nhap?loai=thu-tuc')).status).toBe(403)
    expect(await test.deps.db.selectFrom('procedure').selectAll().execute()).toEqual([before])
  })

  it('what cannot be a code, or is taken, comes back with everything typed', async () => {
    const test = await openApp(await engine.open())
    await insertCatalogue(test.deps.db, 1)
    const person = await signInAs(test, 'administrator')
    await person.open(base)
    await person.post(base, new URLSearchParams({ code: '1.08377', name: 'Cấp phép', field: 'Xây dựng' }))
    expect(person.page.status).toBe(422)
    expect(person.page.text).toContain('Mã thủ tục có dạng 1.001193')
    expect(person.field('field')).toBe('Xây dựng')
    await person.post(base, new URLSearchParams({ code: '1.008377.000.00.00.h13', name: 'Cấp phép' }))
    expect(person.page.status).toBe(200)
    await person.post(base, new URLSearchParams({ code: '1.000001', name: 'Khác' }))
    expect(person.page.text).toContain('Mã này đã có trong danh mục.')
    await person.open(`${base}/1.000001`)
    await person.send(`${base}/1.000001`, { name: ' ' })
    expect(person.page.status).toBe(422)
    expect((await person.open(`${base}/9.999999`)).status).toBe(404)
  })

  it('two thousand are read a page at a time and found by words without marks', async () => {
    const test = await openApp(await engine.open())
    await inTransaction(test.deps.db, async (db) => {
      for (let i = 0; i < 2000; i++)
        await insertProcedure(db, {
          code: `2.${String(i).padStart(6, '0')}`,
          name: i === 1234 ? 'Cấp giấy phép xây dựng nhà ở' : `Thủ tục ${i}`,
          field: i % 2 ? 'Đất đai' : 'Xây dựng',
          closedAt: i === 7 ? '2026-01-01T00:00:00.000Z' : null,
          createdAt: '2026-01-01T00:00:00.000Z',
        })
    })
    const person = await signInAs(test, 'administrator')
    await person.open(base)
    expect(person.page.text).toContain('Trang 1/40')
    await person.open(`${base}?trang=40`)
    expect(person.page.text).toContain('2.001999')
    await person.open(`${base}?trang=999`)
    expect(person.page.text).toContain('Trang 40/40')
    await person.open(`${base}?q=nha+o+giay+phep`)
    expect(person.page.text).toContain('1 thủ tục')
    expect(person.page.text).toContain('Cấp giấy phép xây dựng nhà ở')
    await person.open(`${base}?tinh-trang=closed&linh-vuc=${encodeURIComponent('Đất đai')}`)
    expect(person.page.text).toContain('2.000007')
    expect(person.page.text).toContain('1 thủ tục')
    await person.open(`${base}?q=khong+co`)
    expect(person.page.text).toContain('Không có thủ tục nào như vậy.')
  })

  it('a procedure names the points that have it; only who manages the catalogue sees it', async () => {
    const test = await openApp(await engine.open())
    await insertCatalogue(test.deps.db, 1)
    await inTransaction(test.deps.db, (db) => savePointProcedures(db, test.point, ['1.000001']))
    const person = await signInAs(test, 'administrator')
    await person.open(`${base}/1.000001`)
    expect(person.page.html).toContain(`/can-bo/diem/${test.point}`)
    const clerk = await signInAs(test, 'statistics')
    for (const address of [base, `${base}/1.000001`]) expect((await clerk.open(address)).status).toBe(403)
    expect((await clerk.post(base, 'code=1.000002&name=A')).status).toBe(403)
  })
})
