import { expect, it } from 'vitest'
import { listAudit } from '../../db/audit'
import { listTemplates, listTemplatesFor } from '../../db/case-templates'
import { openApp } from '../support/app'
import { describeEngines } from '../support/database'
import { insertDepartment } from '../support/department'
import { signInAs } from '../support/staff'

const base = '/can-bo/mau-tra-loi'
const mine = {
  purpose: 'answer',
  office: '',
  title: 'Giờ làm việc',
  body: '{{co-quan}} nhận hồ sơ ⟨giờ⟩. Phiếu {{ma}}.',
}

describeEngines('templates', (engine) => {
  it('the texts that are shipped are there; a clerk adds one, looks at it and finds it again', async () => {
    const test = await openApp(await engine.open())
    const clerk = await signInAs(test, 'intake')
    await clerk.open(base)
    expect(clerk.page.text).toContain('Là khiếu nại Có sẵn Mọi đơn vị')
    expect(clerk.page.text).toContain('Mời Ông/Bà gửi đơn khiếu nại đến ⟨người có thẩm quyền, địa chỉ⟩')
    await clerk.open(`${base}/moi`)
    await clerk.send(`${base}/moi`, { ...mine, lam: 'xem' })
    expect(clerk.page.status).toBe(200)
    expect(clerk.page.text).toContain('UBND phường Bình An nhận hồ sơ ⟨giờ⟩. Phiếu PBA-26-000123.')
    expect(clerk.page.text).toContain('Người soạn còn phải ghi: ⟨giờ⟩.')
    await clerk.send(`${base}/moi`, { lam: 'luu' })
    expect(clerk.page.text).toContain('Đã lưu mẫu.')
    expect(clerk.page.text).toContain('Giờ làm việc Mọi đơn vị · Cán bộ intake sửa')
    const found = await listTemplatesFor(test.deps.db, ['CQ'], 'answer')
    expect(found.map(({ title }) => title)).toContain('Giờ làm việc')
  })

  it('an unknown variable and an empty title are refused with what to do, everything typed is kept', async () => {
    const test = await openApp(await engine.open())
    const clerk = await signInAs(test, 'intake')
    await clerk.open(`${base}/moi`)
    const body = `Kính gửi {{ten-me}}, {{ma}\n${'dài '.repeat(20)}`
    await clerk.send(`${base}/moi`, { ...mine, title: '  ', body, lam: 'luu' })
    expect(clerk.page.status).toBe(422)
    expect(clerk.page.text).toContain('Xin ghi tên mẫu')
    expect(clerk.page.text).toContain('Không có biến {{ten-me}}, {{. Xin dùng biến trong bảng')
    expect(clerk.field('body')).toBe(body)
    await clerk.send(`${base}/moi`, { ...mine, body: 'x'.repeat(50_000), lam: 'luu' })
    expect(clerk.page.text).toContain('không quá 5.000 ký tự')
    expect(clerk.field('body')).toHaveLength(50_000)
  })

  it('who was second sees what the first one saved and replaces it knowingly', async () => {
    const test = await openApp(await engine.open())
    const first = await signInAs(test, 'intake')
    const second = await signInAs(test, 'approver')
    const form = `${base}/sua/shipped-refuse-abuse`
    await first.open(form)
    await second.open(form)
    await first.send(form, { title: 'Thư rác', lam: 'luu' })
    await second.send(form, { title: 'Quảng cáo', lam: 'luu' })
    expect(second.page.status).toBe(409)
    expect(second.page.text).toContain('đã được người khác sửa, nay là “Thư rác”')
    expect(second.field('title')).toBe('Quảng cáo')
    await second.send(form, { lam: 'luu' })
    const titles = (await listTemplates(test.deps.db)).map(({ title }) => title)
    expect([titles.includes('Quảng cáo'), titles.includes('Thư rác')]).toEqual([true, false])
  })

  it('a removed template can be taken back at once; what was shipped does not come back by itself', async () => {
    const test = await openApp(await engine.open())
    const clerk = await signInAs(test, 'approver')
    await clerk.open(base)
    await clerk.send(`${base}/bo/shipped-forward`)
    expect(clerk.page.text).toContain('Đã bỏ mẫu “Không thuộc thẩm quyền, đã chuyển”.')
    expect((await listTemplates(test.deps.db)).some(({ id }) => id === 'shipped-forward')).toBe(false)
    await clerk.send(`${base}/khoi-phuc/shipped-forward`)
    expect(clerk.page.text).toContain('Đã lấy lại mẫu.')
    const acts = (await listAudit(test.deps.db, { limit: 20 })).map(({ action }) => action)
    expect(acts).toEqual(expect.arrayContaining(['template.remove', 'template.restore']))
  })

  it('an office below has its own and uses those above, which it cannot change', async () => {
    const test = await openApp(await engine.open())
    await insertDepartment(test.deps.db)
    const above = await signInAs(test, 'intake', 'CQ')
    const below = await signInAs(test, 'intake', 'CQ-1')
    await above.open(`${base}/moi`)
    await above.send(`${base}/moi`, { ...mine, office: 'CQ', lam: 'luu' })
    const [own] = (await listTemplates(test.deps.db)).filter(({ officeCode }) => officeCode === 'CQ')
    await below.open(base)
    expect(below.page.text).toContain('Giờ làm việc')
    expect(below.page.html).not.toContain(`${base}/sua/`)
    expect((await below.open(`${base}/sua/${own?.id}`)).status).toBe(403)
    expect((await below.post(`${base}/bo/shipped-answer`, '')).status).toBe(403)
    await below.open(`${base}/moi?tu=${own?.id}`)
    expect(below.field('body')).toBe(mine.body)
    await below.send(`${base}/moi`, { office: '', lam: 'luu' })
    expect(below.page.status).toBe(422)
    await below.send(`${base}/moi`, { office: 'CQ-1', lam: 'luu' })
    await above.open(base)
    expect(above.page.text).toContain('UBND phường · Cán bộ intake')
    expect((await (await signInAs(test, 'handler')).open(base)).status).toBe(403)
  })
})
