import { writeXlsx } from 'hucre/xlsx'
import { expect, it } from 'vitest'
import { drain } from '../../server/ledger/follow'
import { openApp, type TestApp } from '../support/app'
import { describeEngines } from '../support/database'
import type { Visitor } from '../support/visitor'

const path = '/can-bo/nhap'
const hoa = { name: 'Lê Thị Hoa', login: 'hoa.lt', password: 'mưa xuân trên sông', repeat: 'mưa xuân trên sông' }

async function administrator(app: TestApp): Promise<Visitor> {
  const visitor = app.visitor()
  await visitor.open(`/can-bo/thiet-lap/${app.setupToken}`)
  await visitor.send('/can-bo/thiet-lap', hoa)
  return visitor
}

function upload(visitor: Visitor, content: string | Uint8Array, name = 'phiếu cũ.csv') {
  const form = new FormData()
  form.append('file', new File([content as BlobPart], name))
  return visitor.post(path, form)
}

const count = async ({ deps }: TestApp) => (await deps.db.selectFrom('response').select('id').execute()).length

describeEngines('the administrator imports earlier answers', ({ open }) => {
  it('checks the file, confirms, and finds the answers counted', async () => {
    const app = await openApp(await open())
    const visitor = await administrator(app)
    expect((await visitor.open(path)).text).toContain(app.point)
    const rows = [
      ['Điểm', 'Thời gian', '1.1', '1.2'],
      [app.point, new Date(Date.UTC(2026, 2, 5)), 5, 4],
    ]
    await upload(visitor, await writeXlsx({ sheets: [{ name: 'A', rows }] }), 'quý 1.xlsx')
    expect(visitor.page.status).toBe(200)
    expect(visitor.page.text).toContain('Tệp đọc được, chưa nhập')
    expect(visitor.page.text).toContain('Nhập 1 phiếu')
    expect(await count(app)).toBe(0)

    await visitor.send(path)
    expect(visitor.page.url).toBe('/can-bo/nhap?them=1&co=0')
    expect(visitor.page.text).toContain('Đã thêm 1 phiếu')
    expect(await count(app)).toBe(1)
    await drain(app.deps.connection)
    expect(await app.deps.db.selectFrom('tallyDay').select(['channel', 'submittedOn']).execute()).toEqual([
      { channel: 'paper', submittedOn: '2026-03-05' },
    ])
    const [entry] = await app.deps.db.selectFrom('audit').selectAll().where('action', '=', 'import.responses').execute()
    expect(entry).toMatchObject({ subject: 'quý 1.xlsx', staffId: expect.any(String) })
  })

  it('reads what is wrong, each with its line', async () => {
    const app = await openApp(await open())
    const visitor = await administrator(app)
    await upload(visitor, `point,submittedAt,1.1\n${app.point},2026-03-05,<b>9</b>\n`)
    expect(visitor.page.status).toBe(422)
    expect(visitor.page.text).toContain('phiếu cũ.csv. Có 1 lỗi.')
    expect(visitor.page.html).toContain('&lt;b>9')
    expect(visitor.field('token')).toBeUndefined()
  })

  it('is told when nothing is new, no file was chosen, or the check is too old', async () => {
    const app = await openApp(await open())
    const visitor = await administrator(app)
    const text = `point,submittedAt,1.1\n${app.point},2026-03-05,5\n`
    await upload(visitor, text)
    const token = visitor.field('token') ?? ''
    await visitor.send(path)
    await upload(visitor, text)
    expect(visitor.page.text).toContain('Mọi phiếu trong tệp đã có trong hệ thống')
    expect((await upload(visitor, '')).status).toBe(422)
    expect(visitor.page.text).toContain('Chưa chọn tệp nào')
    expect((await visitor.post(path, new URLSearchParams({ token }))).text).toContain('Xin chọn lại tệp')
    await upload(visitor, `${text}${app.point},2026-03-05,4\n`)
    app.setNow('2026-03-10T02:15:01Z')
    await visitor.send(path)
    expect(visitor.page.status).toBe(422)
    expect(visitor.page.text).toContain('Xin chọn lại tệp')
    expect(await count(app)).toBe(1)
  })

  it('cannot send more than 20 MB, and nobody else confirms the file', async () => {
    const app = await openApp(await open())
    const visitor = await administrator(app)
    expect((await upload(visitor, new Uint8Array(21 * 1024 * 1024))).status).toBe(413)
    expect(visitor.page.text).toContain('Tệp lớn hơn 20 MB')
    await upload(visitor, `point,submittedAt,1.1\n${app.point},2026-03-05,5\n`)
    const token = visitor.field('token') ?? ''
    await app.visitor().post(path, new URLSearchParams({ token }))
    expect(await count(app)).toBe(0)
  })

  it('gets a template that the import understands', async () => {
    const app = await openApp(await open())
    const visitor = await administrator(app)
    const template = (await visitor.open(`${path}/mau.csv?phieu=sipas-24`)).html
    expect(template).toMatch(/^\uFEFF?Điểm;Thời gian;Kênh;Mã phiếu;"1\.1 Biển hiệu, hướng dẫn";/)
    const heading = template.trim()
    const cells = heading.split(';').map((_, at) => [app.point, '05/03/2026', '', ''][at] ?? (at < 28 ? '4' : 'Tốt'))
    await upload(visitor, `${heading}\r\n${cells.join(';')}\r\n`)
    expect(visitor.page.text).toContain('Hợp lệ: 1')
    expect((await visitor.open(`${path}/mau.csv?phieu=nothing`)).status).toBe(404)
  })
})
