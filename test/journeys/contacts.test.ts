import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listAudit } from '../../db/audit'
import { findContacts, findOwnContacts } from '../../db/feedback-offices'
import { updateOffice } from '../../db/offices'
import { type ContactStep, contactFields, resolveContacts } from '../../server/domain/contacts'
import { openApp } from '../support/app'
import { describeEngines } from '../support/database'
import { insertDepartment } from '../support/department'
import { signInAs } from '../support/staff'

const base = '/can-bo/lien-he'

describeEngines('the page of contacts', (engine) => {
  it('a leader says how the department is reached; the offices below follow until they say it themselves', async () => {
    const { deps, ...test } = await openApp(await engine.open())
    await insertDepartment(deps.db)
    await updateOffice(deps.db, 'CQ', { address: '22 Lê Lợi' })
    const leader = await signInAs({ deps, ...test }, 'approver')
    await leader.open(`${base}/CQ`)
    expect(leader.page.text).toContain('Chưa có điện thoại, Zalo, email: bảng in bỏ qua các mục này.')
    await leader.send(`${base}/CQ`, {
      phone: '0234 3822 168; 1022',
      zalo: 'Sở Giáo dục',
      email: 'phananh@so.gov.vn',
      reception: 'Phòng Tiếp công dân\nthứ Hai – thứ Sáu',
      hidesSender: '0',
    })
    expect(leader.page.text).toContain('Đã lưu liên hệ của Cơ quan của tôi.')
    expect(leader.page.text).toMatch(/theo Cơ quan của tôi: 0234\s3822\s168; 1022/)
    await leader.open(`${base}/CQ-1`)
    expect(leader.page.text).toContain('Đang theo Cơ quan của tôi: 0234 3822 168; 1022.')
    expect(leader.page.text).toContain('Đang theo Cơ quan của tôi: phananh@so.gov.vn. Để trống thì tiếp tục theo.')
    expect(leader.page.text).toContain('Theo cấp trên (không)')
    await leader.send(`${base}/CQ-1`, { phone: '0234 999', allowsAnonymous: '1' })
    expect(await findContacts(deps.db, 'CQ-1')).toEqual({
      ...{ phone: '0234 999', zalo: 'Sở Giáo dục', email: 'phananh@so.gov.vn', website: '', address: '22 Lê Lợi' },
      ...{ reception: 'Phòng Tiếp công dân\nthứ Hai – thứ Sáu', dataContact: '', retention: '' },
      ...{ allowsAnonymous: true, hidesSender: false },
    })
    const [row] = await listAudit(deps.db, { limit: 1 })
    expect(row).toMatchObject({ action: 'contacts.change', subject: 'CQ-1', officeCode: 'CQ-1' })
    expect(JSON.parse(row?.detail ?? '')).toEqual({
      before: { phone: '', allowsAnonymous: null },
      after: { phone: '0234 999', allowsAnonymous: true },
    })
    // Emptied, it follows again.
    await leader.open(`${base}/CQ-1`)
    await leader.send(`${base}/CQ-1`, { phone: '', allowsAnonymous: '' })
    expect(await findContacts(deps.db, 'CQ-1')).toMatchObject({ phone: '0234 3822 168; 1022', allowsAnonymous: false })
  })

  it('a number with letters is refused with a sentence, and everything typed is still there', async () => {
    const test = await openApp(await engine.open())
    const leader = await signInAs(test, 'approver')
    await leader.open(`${base}/CQ`)
    const wrong = { phone: 'gọi cô Lan', email: 'không có', website: 'trang', zalo: 'Sở', retention: '24 tháng' }
    await leader.send(`${base}/CQ`, wrong)
    expect(leader.page.status).toBe(422)
    for (const sentence of ['Số điện thoại chỉ gồm chữ số', 'Email chưa đúng', 'Địa chỉ trang chưa đúng'])
      expect(leader.page.text).toContain(sentence)
    for (const [name, value] of Object.entries(wrong)) expect(leader.field(name)).toBe(value)
    expect(await findOwnContacts(test.deps.db, 'CQ')).toBeUndefined()
  })

  it('only who manages contacts opens it, and only for the own part of the tree', async () => {
    const test = await openApp(await engine.open())
    await insertDepartment(test.deps.db)
    const handler = await signInAs(test, 'handler')
    expect((await handler.open(base)).status).toBe(403)
    expect((await handler.post(`${base}/CQ`, 'phone=1022')).status).toBe(403)
    const local = await signInAs(test, 'approver', 'CQ-1')
    expect((await local.open(base)).text).not.toContain('Cơ quan của tôi chưa có')
    for (const path of ['CQ', 'CQ/niem-yet-a4.pdf']) expect((await local.open(`${base}/${path}`)).status).toBe(404)
    expect((await local.post(`${base}/CQ`, 'phone=1022')).status).toBe(404)
    expect(await findOwnContacts(test.deps.db, 'CQ')).toBeUndefined()
  })

  it.each(['a4', 'a3'])('prints the notice board as %s with what holds for the office', async (size) => {
    const test = await openApp(await engine.open())
    await insertDepartment(test.deps.db)
    const leader = await signInAs(test, 'approver')
    await leader.open(`${base}/CQ`)
    await leader.send(`${base}/CQ`, { phone: '0234 3822 168', website: 'https://so.gov.vn' })
    const file = await leader.open(`${base}/CQ-1/niem-yet-${size}.pdf`)
    expect(file.status).toBe(200)
    expect(file.headers.get('Content-Disposition')).toContain(`bang-niem-yet_${size.toUpperCase()}_CQ-1.pdf`)
    const [row] = await listAudit(test.deps.db, { limit: 1 })
    expect(row).toMatchObject({ action: 'report.export' })
    expect(row?.detail).toContain('/gop-y?don-vi=CQ-1')
  })
})

describe('contacts of an office', () => {
  it('are of each text the nearest that is said', () => {
    const texts = Object.fromEntries(contactFields.map((field) => [field, fc.constantFrom('', 'a', 'b')]))
    const own = fc.option(
      fc.record({ ...texts, allowsAnonymous: fc.option(fc.boolean()), hidesSender: fc.option(fc.boolean()) }),
    )
    const step = fc.record({ name: fc.string(), phone: fc.constant(null), address: fc.constant(null), own })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 5 }), (drawn) => {
        const steps = drawn as unknown as ContactStep[]
        const found = resolveContacts(steps)
        for (const field of contactFields)
          expect(found[field]).toBe(steps.map((one) => one.own?.[field] ?? '').find((text) => text !== '') ?? '')
        const hides = steps.map((one) => one.own?.hidesSender ?? null).find((value) => value !== null)
        expect(found.hidesSender).toBe(hides ?? true)
      }),
    )
  })
})
