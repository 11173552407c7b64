import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { insertAudit, listAudit } from '../../db/audit'
import { auditActions, auditKinds } from '../../server/domain/audit-actions'
import { readDetail } from '../../server/domain/audit-detail'
import { fieldText, subjectText, valueText } from '../../web/vi/audit-text'
import { importColumns } from '../../web/vi/import-columns'
import { openApp, type TestApp } from '../support/app'
import { describeEngines } from '../support/database'
import { insertDepartment } from '../support/department'
import { signInAdministrator, signInAs } from '../support/staff'

const base = '/can-bo/nhat-ky'
const at = '2026-03-01T02:00:00.000Z'

async function write({ deps }: TestApp, action: string, subject: string, detail = '', when = at) {
  await insertAudit(deps.db, { at: when, staffId: null, action, subject, detail })
}

describeEngines('the audit', (engine) => {
  it('shows who did what, newest first, with the old and the new in words', async () => {
    const test = await openApp(await engine.open())
    const hoa = await signInAdministrator(test)
    await hoa.open('/can-bo/nhan-su')
    const person = { name: 'Trần Văn Minh', login: 'minh.tv', email: '', role: 'intake', office: '' }
    await hoa.post('/can-bo/nhan-su', new URLSearchParams(person))
    const id = (await listAudit(test.deps.db, { limit: 1 }))[0]?.subject ?? ''
    await hoa.open(`/can-bo/nhan-su/${id}`)
    await hoa.send(`/can-bo/nhan-su/${id}`, { role: 'approver', email: 'minh@so.gov.vn' })
    await hoa.open(base)
    const text = hoa.page.text.replace(/\u00a0/g, ' ')
    expect(text).toMatch(/10\/03\/2026 09:00 Lê Thị Hoa sửa thông tin, vai trò Trần Văn Minh/)
    expect(hoa.page.html).toMatch(/<del>Cán bộ tiếp nhận<\/del>.*<ins>Lãnh đạo duyệt<\/ins>/)
    expect(hoa.page.html).toMatch(/trước:<\/span> <del>\(để trống\)<\/del>/)
    expect(text.indexOf('sửa thông tin')).toBeLessThan(text.indexOf('thêm người'))
    await hoa.open(`${base}?nguoi=${id}`)
    expect(hoa.page.text).toContain('tạo đường dẫn mời')
    expect(hoa.page.text).not.toContain('tạo tài khoản quản trị')
  })

  it('is filtered by kind, person, subject and days in Viet Nam, and is read page by page both ways', async () => {
    const test = await openApp(await engine.open())
    const hoa = await signInAdministrator(test)
    for (let i = 0; i < 120; i++) await write(test, 'backup.make', `ban-sao.${i}`)
    await write(test, 'point.close', '7F3K', '', '2026-03-04T16:59:59.000Z')
    await write(test, 'point.open', '7F3K', '', '2026-03-04T17:00:00.000Z')
    await hoa.open(`${base}?loai=operation`)
    expect(hoa.page.text).toContain('ban-sao.119')
    const follow = async (label: string) => {
      const href = new RegExp(`href="([^"]+)">${label}<`).exec(hoa.page.html)?.[1] ?? ''
      await hoa.open(href.replaceAll('&amp;', '&'))
    }
    await follow('Cũ hơn')
    expect(hoa.page.text).toContain('ban-sao.69')
    await follow('Cũ hơn')
    expect(hoa.page.text).toContain('ban-sao.0 ')
    expect(hoa.page.html).not.toContain('>Cũ hơn<')
    await follow('Mới hơn')
    expect(hoa.page.text).toContain('ban-sao.69')
    await follow('Mới hơn')
    expect(hoa.page.text).toContain('ban-sao.119')
    expect(hoa.page.html).not.toContain('>Mới hơn<')

    await hoa.open(`${base}?muc=7F3K&tu=2026-03-04&den=4/3/2026`)
    expect(hoa.page.text).toContain('tạm dừng điểm khảo sát')
    expect(hoa.page.text).not.toContain('mở lại điểm khảo sát')
    await hoa.open(`${base}?nguoi=le+thi+HOA&loai=people`)
    expect(hoa.page.text).toContain('tạo tài khoản quản trị')
    await hoa.open(`${base}?nguoi=khong+co+ai`)
    expect(hoa.page.text).toContain('Không có ai tên “khong co ai”')
    await hoa.open(`${base}?tu=2026-13-01`)
    expect(hoa.page.status).toBe(422)
  })

  it('shows the history of the configuration, and that of one thing', async () => {
    const test = await openApp(await engine.open())
    const hoa = await signInAdministrator(test)
    await hoa.open(`/can-bo/diem`)
    await write(test, 'office.change', 'CQ', JSON.stringify({ before: { name: 'Cũ' }, after: { name: 'Mới' } }))
    await hoa.open(`${base}?loai=configuration-history`)
    expect(hoa.page.text).toContain('sửa đơn vị')
    expect(hoa.page.text).not.toContain('đăng nhập 10/03')
    await hoa.open(`${base}?muc=CQ`)
    expect(hoa.page.text).toContain('Lịch sử của Cơ quan')
    expect(hoa.page.html).toContain('<del>Cũ</del>')
  })

  it('is seen by auditors and administrators; those of an office see what concerns it alone', async () => {
    const test = await openApp(await engine.open())
    await insertDepartment(test.deps.db)
    await signInAdministrator(test)
    for (const [action, subject] of [
      ['point.close', '7F3K'],
      ['point.open', '9H5N'],
      ['office.change', 'CQ'],
      ['office.close', 'CQ-1'],
      ['backup.make', 'ban-sao'],
      ['target.set', 'CQ-1 2026'],
    ] as const)
      await write(test, action, subject)
    const local = await signInAs(test, 'auditor', 'CQ-1')
    await local.open(base)
    const text = local.page.text
    expect(text).toContain('Chỉ gồm những việc liên quan đến UBND phường')
    for (const own of ['mở lại điểm', 'đóng đơn vị', 'đặt chỉ tiêu', 'đăng nhập']) expect(text).toContain(own)
    for (const other of ['tạm dừng điểm', 'sửa đơn vị', 'tạo bản sao lưu', 'Lê Thị Hoa'])
      expect(text).not.toContain(other)
    const csv = await local.open('/can-bo/xuat/audit.csv')
    expect(csv.status).toBe(200)
    expect(csv.html).not.toContain('backup.make')
    for (const role of ['viewer', 'intake', 'handler', 'approver', 'publisher', 'statistics'] as const) {
      const other = await signInAs(test, role)
      expect([role, (await other.open(base)).status]).toEqual([role, 403])
      expect([role, (await other.open('/can-bo/xuat/audit.csv')).status]).toEqual([role, 403])
      expect([role, (await other.open('/api/v1/reports/audit.json')).status]).toEqual([role, 403])
    }
  })

  it('is taken away in every format, filtered, and that is written down as well', async () => {
    const test = await openApp(await engine.open())
    const hoa = await signInAdministrator(test)
    await write(test, 'office.change', 'CQ', JSON.stringify({ before: { name: 'Cũ' }, after: { name: 'Mới' } }))
    for (const format of ['csv', 'xlsx', 'docx', 'pdf', 'json'])
      expect([format, (await hoa.open(`/can-bo/xuat/audit.${format}`)).status]).toEqual([format, 200])
    const json = await hoa.open('/can-bo/xuat/audit.json?kind=places')
    const { rows, parameters } = JSON.parse(json.html)
    expect(parameters).toMatchObject({ kind: 'places', person: null })
    expect(rows).toMatchObject([{ action: 'office.change', subject: 'CQ', detail: 'Tên: Cũ → Mới' }])
    const [last] = await listAudit(test.deps.db, { limit: 1 })
    expect(last).toMatchObject({ action: 'report.export', subject: 'nhat-ky.json' })
    expect(JSON.parse(last?.detail ?? '')).toMatchObject({ kind: 'places' })
    expect((await hoa.open('/can-bo/xuat/audit.json?from=2026-02-30')).status).toBe(422)
  })

  it('cannot be changed or deleted, by nobody who asks the database', async () => {
    const test = await openApp(await engine.open())
    await signInAdministrator(test)
    const { db } = test.deps
    await expect(db.updateTable('audit').set({ detail: '' }).execute()).rejects.toThrow('append-only')
    await expect(db.deleteFrom('audit').execute()).rejects.toThrow('append-only')
    await expect(sql`delete from audit where id < 0 or id > 0`.execute(db)).rejects.toThrow('append-only')
    expect((await listAudit(db, { limit: 10 })).length).toBeGreaterThan(0)
  })
})

describe('what an entry says', () => {
  const none = new Map<string, string>()
  const places = { offices: new Map([['CQ', 'Sở']]), points: none, rounds: none }
  const names = { staff: new Map([['s1', 'Hoa']]), ...places }

  it('is the difference of before and after, whatever they hold', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.dictionary(fc.string(), fc.jsonValue()),
        (before, after) => {
          const changes = readDetail(JSON.stringify({ before, after }))
          for (const { key, after: now } of changes)
            expect(JSON.stringify(now)).toBe(JSON.stringify(Object.hasOwn(after, key) ? after[key] : null))
          expect(readDetail(JSON.stringify({ before, after: before }))).toEqual([])
        },
      ),
    )
    for (const detail of ['', 'text', '[]', '{', 'null', '{"before":null,"after":null}'])
      expect(readDetail(detail).filter(({ key }) => key !== 'before' && key !== 'after')).toEqual([])
    expect(readDetail('{"after":{"a":1},"note":"x"}')).toEqual([
      { key: 'a', after: 1 },
      { key: 'note', after: 'x' },
    ])
  })

  it('reads as people speak', () => {
    expect(valueText('officeCode', 'CQ', names)).toBe('Sở (CQ)')
    expect(valueText('role', 'handler', names)).toBe('Cán bộ xử lý')
    expect(valueText('hundredths', 8750, names)).toBe('87,50\u00a0%')
    expect(valueText('people', ['s1', 's2'], names)).toBe('Hoa, s2')
    expect(valueText('validTo', '2026-06-30', names)).toBe('30/06/2026')
    expect(valueText('points', { A: 'B' }, names)).toBe('A → B')
    expect(valueText('basis', 'received-and-returned', names)).toBe('Đã tiếp nhận và đã trả kết quả')
    expect(valueText('kind', 'school', names)).toBe('Trường học')
    expect(valueText('kind', 'poster', names)).toBe('Áp phích')
    expect(valueText('kind', 'satisfaction', names)).toBe('Hài lòng')
    expect(valueText('operator', '>', names)).toBe('Trên … (lớn hơn hẳn)')
    expect(valueText('channel', 'phone,paper', names)).toBe('Điện thoại cá nhân, Phiếu giấy')
    expect(valueText('closedAt', '2026-03-10T02:15:00.000Z', names).replace('\u00a0', ' ')).toBe('10/03/2026 09:15')
    expect(valueText('period', '2026-Q1', names)).toBe('quý I/2026')
    expect(valueText('survey order', 'low-first', names)).toBe('Từ mức thấp đến mức cao')
    expect(valueText('item late enabled', 'no', names)).toBe('không')
    for (const kind of Object.values(importColumns))
      for (const column of Object.keys(kind)) expect(fieldText(column, names)).not.toBe(column)
    const target = { action: 'target.set', subject: 'CQ 2026', staffId: null, detail: '' }
    expect(subjectText(target, names)).toBe('Sở, năm 2026')
  })

  it('belongs to a kind that the page offers', () => {
    expect(new Set(Object.values(auditActions))).toEqual(new Set(auditKinds))
  })
})
