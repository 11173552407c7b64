import { expect, it } from 'vitest'
import { listAudit } from '../../db/audit'
import { listEntries, newestVersion } from '../../db/calendar'
import { openApp, type TestApp } from '../support/app'
import { describeEngines } from '../support/database'
import { insertDepartment } from '../support/department'
import { signInAs } from '../support/staff'
import type { Visitor } from '../support/visitor'

const base = '/can-bo/lich'
const now = '2026-11-21T02:00:00Z'

async function open(engine: Parameters<Parameters<typeof describeEngines>[1]>[0]) {
  const test = await openApp(await engine.open(), {}, now)
  await insertDepartment(test.deps.db)
  return test
}

const tet = { form: 'holiday', from: '2028-01-25', to: '31/01/2028', name: 'Tết Nguyên đán Mậu Thân', source: '1/TB' }

/** Adds days as a person does: the form, the look at what follows, the confirmation. */
async function add(person: Visitor, fields: Record<string, string>) {
  await person.open(`${base}/them?loai=${fields.form}`)
  await person.send(`${base}/them`, fields)
  if (person.page.status === 200) await person.send(`${base}/xac-nhan`)
}

const entriesOf = async ({ deps }: TestApp) => listEntries(deps.db, await newestVersion(deps.db))

describeEngines('the calendar', (engine) => {
  it('shows a year with every day off in words; everybody signed in may look', async () => {
    const test = await open(engine)
    const clerk = await signInAs(test, 'intake', 'CQ-1')
    await clerk.open(base)
    expect(clerk.page.text).toContain('Lịch làm việc năm 2026 Phiên bản 1')
    expect(clerk.page.text).toContain('24/11/2026 Ngày Văn hóa Việt Nam')
    expect(clerk.page.text).toContain('22/08/2026 Làm bù cho ngày 31/08/2026 Làm bù')
    expect(clerk.page.text).not.toContain('Thêm ngày')
    for (const form of ['them', 'nhap']) expect((await clerk.open(`${base}/${form}`)).status).toBe(403)
    for (const form of ['them', 'bo', 'nhap', 'xac-nhan'])
      expect((await clerk.post(`${base}/${form}`, 'id=1')).status).toBe(403)
    await clerk.open(`${base}?nam=2028`)
    expect(clerk.page.text).toContain('24/01 – 28/01/2028 Tết Nguyên đán Dự kiến')
    expect(clerk.page.text).toContain('Ngày “dự kiến” được tính từ luật và âm lịch Việt Nam')
    expect((await clerk.open(`${base}?nam=x`)).text).toContain('năm 2026')
  })

  it('an administrator adds a holiday, swaps a day, and takes both back; each is a version with its audit', async () => {
    const test = await open(engine)
    const person = await signInAs(test, 'administrator')
    await add(person, tet)
    expect(person.page.text).toContain('Đã lưu phiên bản 2 của lịch.')
    expect(person.page.text).toContain('25/01 – 31/01/2028 Tết Nguyên đán Mậu Thân Nghỉ lễ, Tết 1/TB')
    await add(person, { form: 'swap', from: '2028-05-03', work: '2028-05-06', source: '2/TB' })
    expect(person.page.text).toContain('03/05/2028 Nghỉ hoán đổi, làm bù 06/05/2028')
    expect(person.page.text).toContain('06/05/2028 Làm bù cho ngày 03/05/2028')
    const swap = (await entriesOf(test)).find(({ kind, from }) => kind === 'swap_work' && from === '2028-05-06')
    await person.post(`${base}/bo`, `id=${swap?.id}`)
    expect(person.page.text).toContain('Bỏ 2 mục')
    await person.send(`${base}/xac-nhan`)
    expect(person.page.text).toContain('Đã lưu phiên bản 4 của lịch.')
    expect((await entriesOf(test)).some(({ from }) => from.startsWith('2028-05'))).toBe(false)
    await person.open(`${base}/phien-ban`)
    expect(person.page.text).toContain('Phiên bản 4: Bỏ Làm bù cho ngày 03/05/2028 (06/05/2028)')
    expect(person.page.text).toContain('Cán bộ administrator')
    const audit = (await listAudit(test.deps.db, { limit: 9 })).filter(({ action }) => action === 'calendar.change')
    expect(audit.map(({ subject }) => subject)).toEqual(['4', '3', '2'])
    expect(JSON.parse(audit[2]?.detail ?? '')).toMatchObject({
      after: { '2028-01-25 – 2028-01-31': 'Tết Nguyên đán Mậu Thân (1/TB)', dueMoves: 0 },
    })
    await person.open('/can-bo/nhat-ky')
    expect(person.page.text).toContain('sửa lịch nghỉ, làm bù')
  })

  it('a refused form says what to do and keeps what was typed; nothing is written', async () => {
    const test = await open(engine)
    const person = await signInAs(test, 'administrator')
    await add(person, { form: 'holiday', from: 'mai', name: 'Lễ', source: '' })
    expect(person.page.status).toBe(422)
    expect(person.page.text).toContain('“mai” không phải ngày. Xin ghi như 24/11/2026.')
    expect(person.page.text).toContain('Xin ghi số văn bản')
    expect([person.field('from'), person.field('name')]).toEqual(['mai', 'Lễ'])
    await add(person, { ...tet, from: '2026-11-24', to: '' })
    expect(person.page.text).toContain('Ngày 24/11/2026 đã có trong lịch')
    await add(person, { form: 'swap', from: '2028-05-06', work: '2028-05-09', source: '2/TB' })
    expect(person.page.text).toContain('06/05/2028 là thứ Bảy hoặc Chủ nhật, vốn đã nghỉ')
    expect(person.page.text).toContain('09/05/2028 không phải thứ Bảy hay Chủ nhật')
    await add(person, { form: 'closure', from: '2026-12-01', name: 'Bão', source: '3/CĐ', office: 'X' })
    expect(person.page.text).toContain('Không có đơn vị')
    expect(await newestVersion(test.deps.db)).toBe(1)
    expect((await person.post(`${base}/xac-nhan`, 'change=x')).status).toBe(422)
  })

  it('who confirms second sees the change again, on the newest version', async () => {
    const test = await open(engine)
    const first = await signInAs(test, 'administrator')
    await first.open(`${base}/them?loai=holiday`)
    await first.send(`${base}/them`, tet)
    const other = await signInAs(test, 'administrator', 'CQ-1')
    await add(other, { form: 'closure', from: '2026-12-01', name: 'Bão số 9', source: '3/CĐ', office: 'CQ-1' })
    expect(await newestVersion(test.deps.db)).toBe(2)
    await first.send(`${base}/xac-nhan`)
    expect(first.page.status).toBe(409)
    expect(first.page.text).toContain('Người khác vừa sửa lịch.')
    await first.send(`${base}/xac-nhan`)
    expect(first.page.text).toContain('Đã lưu phiên bản 3 của lịch.')
  })

  it('who administers a part closes the offices of that part alone', async () => {
    const test = await open(engine)
    const local = await signInAs(test, 'administrator', 'CQ-1')
    await add(local, { form: 'closure', from: '2026-12-01', name: 'Bão số 9', source: '3/CĐ', office: 'CQ-1' })
    expect(local.page.text).toContain('01/12/2026 Bão số 9 · UBND phường')
    await add(local, { form: 'closure', from: '2026-12-02', name: 'Bão', source: '3/CĐ', office: 'CQ' })
    expect(local.page.status).toBe(422)
    const change = { based: 2, add: [], remove: [1], summary: 'x', document: '' }
    expect(
      (await local.post(`${base}/xac-nhan`, new URLSearchParams({ change: JSON.stringify(change) }).toString())).status,
    ).toBe(403)
    expect((await local.post(`${base}/bo`, 'id=1')).status).toBe(403)
    const clerk = await signInAs(test, 'intake', 'CQ-1')
    expect((await clerk.open(`${base}?nam=2026`)).text).toContain('Bão số 9')
  })

  it('goes out as a file and comes back the same; a file with faults changes nothing', async () => {
    const test = await open(engine)
    const person = await signInAs(test, 'administrator')
    for (const name of ['lich.json', 'lich.csv']) {
      const { html } = await person.open(`${base}/${name}`)
      await upload(person, html)
      expect(person.page.status).toBe(422)
      expect(person.page.text).toContain('không có gì thay đổi')
    }
    await upload(person, '{"2028": [{"from": "2028-13-01"}]}')
    expect(person.page.text).toContain('Dòng 1, cột “from”: “2028-13-01” không phải ngày')
    await upload(
      person,
      'Từ ngày,Loại,Tên,Căn cứ\n24/11/2028,Nghỉ lễ,Ngày Văn hóa,4/TB\n'.replace('Nghỉ lễ,', '"Nghỉ lễ, Tết",'),
    )
    expect(person.page.text).toContain('Thêm 1 mục')
    expect(person.page.text).toContain('Không có phiếu đang xử lý nào đổi hạn.')
    await person.send(`${base}/xac-nhan`)
    expect(person.page.text).toContain('Ngày Văn hóa')
  })
})

async function upload(person: Visitor, content: string) {
  const form = new FormData()
  form.set('file', new File([content], 'lich'))
  await person.post(`${base}/nhap`, form)
}
