import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { openApp, type TestApp } from '../support/app'
import { describeEngines } from '../support/database'
import { asCsv, officeRows, procedureRows, type Rows } from '../support/department-files'
import { signInAdministrator, signInAs } from '../support/staff'
import type { Visitor } from '../support/visitor'

const path = '/can-bo/nhap'

function upload(visitor: Visitor, kind: string, rows: Rows, name = `${kind}.csv`) {
  const form = new FormData()
  form.append('kind', kind)
  form.append('file', new File([asCsv(rows)], name))
  return visitor.post(path, form)
}

const count = async ({ deps }: TestApp) => (await deps.db.selectFrom('procedure').select('code').execute()).length

describeEngines('the page of imports', ({ open }) => {
  it('offers an administrator every kind, with its columns, words and a template', async () => {
    const app = await openApp(await open())
    const visitor = await signInAdministrator(app)
    const page = await visitor.open(`${path}?loai=don-vi`)
    for (const text of ['Mã đơn vị cấp trên', 'UBND xã, phường, đặc khu', 'mã CQ']) expect(page.text).toContain(text)
    for (const kind of ['Thủ tục', 'Điểm khảo sát', 'Cán bộ', 'Số hồ sơ', 'Phiếu đã có'])
      expect(page.text).toContain(kind)
    const template = (await visitor.open(`${path}/mau.csv?loai=don-vi`)).html.replace('\uFEFF', '')
    expect(template).toMatch(/^Mã đơn vị;Tên đơn vị;Mã đơn vị cấp trên/)
    await upload(visitor, 'offices', [template.trim().replaceAll('"', '').split(';'), ['THPT-A', 'Trường A', 'CQ']])
    expect(visitor.page.text).toContain('Thêm 1 dòng')
  })

  it('shows what would change, before and after', async () => {
    const app = await openApp(await open())
    const visitor = await signInAdministrator(app)
    await upload(visitor, 'offices', officeRows())
    const { text } = visitor.page
    expect(text).toContain('Thêm mới 72 Sửa 1 Không đổi 0')
    expect(text).toMatch(
      /CQ Sở Giáo dục và Đào tạo Tên đơn vị: Cơ quan của tôi → Sở Giáo dục và Đào tạo Loại đơn vị: Khác → Sở/,
    )
    expect(text).toMatch(/TRUONG-01 Trường THPT Bình An 1 Mới Mã đơn vị cấp trên: PB-01 · Loại đơn vị: Trường học/)
    expect(text).toContain('Thêm 72, sửa 1 dòng')
  })

  it('gives the faults as a file, to nobody else', async () => {
    const app = await openApp(await open())
    const visitor = await signInAdministrator(app)
    const rows = procedureRows().map((row, i) => (i > 0 ? ['=sai', ...row.slice(1)] : row))
    await upload(visitor, 'procedures', rows, 'danh mục.csv')
    expect(visitor.page.status).toBe(422)
    expect(visitor.page.text).toContain('danh mục.csv. Có 400 lỗi; dưới đây là 200 lỗi đầu tiên.')
    const address = /href="(\/can-bo\/nhap\/tep\/[^"]+)"/.exec(visitor.page.html)?.[1] ?? ''
    const other = await signInAs(app, 'statistics')
    expect((await other.open(address)).status).toBe(404)
    const list = await visitor.open(address)
    expect(list.headers.get('Content-Disposition')).toBe('attachment; filename="loi-thu-tuc.csv"')
    const lines = list.html.replace('\uFEFF', '').trim().split('\r\n')
    expect(lines).toHaveLength(401)
    expect(lines[0]).toBe('Dòng;Cột;Giá trị;Cần sửa')
    expect(lines[400]).toMatch(/^401;Mã thủ tục;'=sai;“=sai” không phải mã thủ tục/)
    expect(await count(app)).toBe(0)
  })

  it('lets the statistics clerk import answers and dossiers alone', async () => {
    const app = await openApp(await open())
    const clerk = await signInAs(app, 'statistics')
    const page = await clerk.open(path)
    expect(page.text).toContain('Số hồ sơ')
    expect(page.html).not.toContain('loai=can-bo')
    expect((await clerk.open(`${path}?loai=don-vi`)).status).toBe(403)
    expect((await upload(clerk, 'staff', [['login']])).status).toBe(403)
    await upload(clerk, 'dossiers', [
      ['Mã đơn vị', 'Kỳ', 'Số hồ sơ'],
      ['CQ', '03/2026', '1.341'],
    ])
    expect(clerk.page.text).toContain('Kỳ: 2026-03')
    await clerk.send(path)
    const [row] = await app.deps.db.selectFrom('denominator').selectAll().execute()
    expect(row).toMatchObject({
      officeCode: 'CQ',
      period: '2026-03',
      dossiers: 1341,
      issued: null,
      basis: 'received-and-returned',
    })
    const viewer = await signInAs(app, 'viewer')
    expect((await viewer.open(path)).status).toBe(403)
  })

  it('goes on with a large file behind a page that says how it ended', async () => {
    const app = await openApp(await open())
    const visitor = await signInAdministrator(app)
    const name = 'x'.repeat(60)
    const rows: Rows = Array.from({ length: 9000 }, (_, i) => [`1.${100_000 + i}`, `${name} ${i}`])
    await upload(visitor, 'procedures', [['Mã thủ tục', 'Tên thủ tục'], ...rows])
    await visitor.send(path)
    expect(visitor.page.url).toMatch(/^\/can-bo\/viec\//)
    expect(visitor.page.text).toContain('Đang nhập tệp procedures.csv')
    for (let tries = 0; tries < 200 && !visitor.page.text.includes('Đã thêm'); tries++) {
      await sleep(50)
      await visitor.open(visitor.page.url)
    }
    expect(visitor.page.text).toContain('Đã thêm 9.000, sửa 0; 0 dòng không có gì thay đổi.')
    expect(await count(app)).toBe(9000)
  }, 30_000)
})
