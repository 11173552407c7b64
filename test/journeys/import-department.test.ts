import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeXlsx } from 'hucre/xlsx'
import { expect, it, onTestFinished } from 'vitest'
import { type Connection, connect } from '../../db/connect'
import { openApp } from '../support/app'
import { hailong } from '../support/command'
import { describeEngines } from '../support/database'
import {
  asCsv,
  dossierRows,
  officeRows,
  pointRows,
  procedureRows,
  type Rows,
  staffRows,
} from '../support/department-files'
import { signInAdministrator } from '../support/staff'
import type { Visitor } from '../support/visitor'

const path = '/can-bo/nhap'
const files: [kind: string, rows: Rows, added: number, changed: number][] = [
  ['offices', officeRows(), 72, 1],
  ['procedures', procedureRows(), 400, 0],
  ['points', pointRows(), 300, 0],
  ['staff', staffRows(), 150, 0],
  ['dossiers', dossierRows(), 73, 0],
]

async function upload(visitor: Visitor, kind: string, content: string | Uint8Array, name: string) {
  const form = new FormData()
  form.append('kind', kind)
  form.append('file', new File([content as BlobPart], name))
  return visitor.post(path, form)
}

/** What stands in the database afterwards, whichever way it came. */
async function expectDepartment({ db }: Connection) {
  const offices = await db.selectFrom('office').selectAll().execute()
  const school = offices.find(({ code }) => code === 'TRUONG-13')
  expect(offices).toHaveLength(73)
  expect(school).toMatchObject({ parentCode: 'PB-01', kind: 'school', phone: '0259382012', name: expect.any(String) })
  expect(offices.find(({ code }) => code === 'CQ')).toMatchObject({
    name: 'Sở Giáo dục và Đào tạo',
    agencyId: 'H43.05',
  })
  const procedures = await db.selectFrom('procedure').selectAll().orderBy('code').execute()
  expect(procedures).toHaveLength(400)
  expect(procedures[10]).toMatchObject({ code: '1.004010', name: 'Thủ tục số 11', closedAt: null })
  const points = await db.selectFrom('point').selectAll().where('name', 'like', 'Quầy %').execute()
  expect(points.length).toBeGreaterThanOrEqual(300)
  const desk = points.find(({ name }) => name === 'Quầy 21')
  expect(desk).toMatchObject({ kind: 'desk', channel: 'phone', quickFirst: 1, hours: 'T2–T6 7:30–11:30, 13:30–17:00' })
  const offered = db
    .selectFrom('pointProcedure')
    .select('procedureCode')
    .where('pointCode', '=', desk?.code ?? '')
  expect(await offered.orderBy('procedureCode').execute()).toMatchObject([
    { procedureCode: '1.004020' },
    { procedureCode: '1.004021' },
  ])
  const people = await db.selectFrom('staff').selectAll().where('login', 'like', 'canbo%').execute()
  expect(people).toHaveLength(150)
  expect(people.find(({ login }) => login === 'canbo004')).toMatchObject({ role: 'handler', officeCode: 'TRUONG-04' })
  expect(await db.selectFrom('denominator').selectAll().execute()).toHaveLength(73)
  const links = await db.selectFrom('oneTimeLink').selectAll().where('purpose', '=', 'invitation').execute()
  expect(links).toHaveLength(150)
}

describeEngines('a department is set up from its spreadsheets', (engine) => {
  it('through the page, checked first and the same file changing nothing', async () => {
    const connection = await engine.open()
    const app = await openApp(connection)
    const visitor = await signInAdministrator(app)
    for (const [kind, rows, added, changed] of files) {
      const workbook = await writeXlsx({ sheets: [{ name: 'Sheet1', rows }] })
      const checked = await upload(visitor, kind, workbook, `${kind}.xlsx`)
      expect([kind, checked.status, checked.text.slice(0, 3000)]).toEqual([
        kind,
        200,
        expect.stringContaining('Tệp đọc được'),
      ])
      const done = await visitor.send(path)
      expect(done.url).toContain(`them=${added}&doi=${changed}&co=0`)
      expect(done.text).toContain('Đã nhập xong')
      if (kind === 'staff') {
        const address = /href="(\/can-bo\/nhap\/tep\/[^"]+)"/.exec(done.html)?.[1] ?? ''
        const list = (await visitor.open(address)).html
        expect(list.trim().split('\r\n')).toHaveLength(151)
        const link = /canbo001;[^;]+;http:\/\/hailong\.test(\/can-bo\/loi-moi\/\S+)/.exec(list)?.[1] ?? ''
        expect((await app.visitor().open(link)).text).toContain('canbo001')
      }
      await upload(visitor, kind, asCsv(rows), `${kind}.csv`)
      expect(visitor.page.text).toContain('Không có gì thay đổi')
    }
    await expectDepartment(connection)
    const audited = await connection.db.selectFrom('audit').select(['action', 'detail', 'officeCode']).execute()
    const count = (action: string) => audited.filter((row) => row.action === action).length
    expect(
      ['office.add', 'office.change', 'point.add', 'procedure.add', 'staff.add', 'denominator.enter'].map(count),
    ).toEqual([72, 1, 300, 400, 150, 73])
    const changed = audited.find(({ action }) => action === 'office.change')
    expect(JSON.parse(changed?.detail ?? '')).toMatchObject({
      before: { name: 'Cơ quan của tôi', agencyId: null },
      after: { name: 'Sở Giáo dục và Đào tạo', agencyId: 'H43.05' },
    })
    const file = audited.find(({ action }) => action === 'import.points')
    expect(JSON.parse(file?.detail ?? '')).toMatchObject({
      rows: 300,
      added: 300,
      changed: 0,
      same: 0,
      sha256: expect.any(String),
    })
    const names = await connection.db.selectFrom('officeName').selectAll().execute()
    expect(names).toMatchObject([{ officeCode: 'CQ', untilOn: '2026-03-09', name: 'Cơ quan của tôi' }])
  }, 60_000)

  it('through the command, dry run first', async () => {
    const place = await engine.place()
    for (const [kind, rows, added, changed] of files) {
      const file = join(place.dataDir, `${kind}.csv`)
      await writeFile(file, asCsv(rows))
      const all = added + changed
      const tried = await hailong(place, 'import', kind, file, '--dry-run')
      expect([tried.code, tried.out.toString(), tried.said]).toEqual([
        0,
        `${all} dòng: sẽ thêm ${added}, sẽ sửa ${changed}, không đổi 0.\n`,
        '',
      ])
      const done = await hailong(place, 'import', kind, file)
      const [summary, ...links] = done.out.toString().trimEnd().split('\n')
      expect(summary).toBe(`${all} dòng: đã thêm ${added}, đã sửa ${changed}, không đổi 0.`)
      expect(links).toHaveLength(kind === 'staff' ? 150 : 0)
      for (const link of links) expect(link).toMatch(/^canbo\d{3}\t.+\thttps:\/\/hailong\.test\/can-bo\/loi-moi\/\S+$/)
      const again = await hailong(place, 'import', kind, file)
      expect(again.out.toString()).toBe(`${all} dòng: đã thêm 0, đã sửa 0, không đổi ${all}.\n`)
    }
    const connection = await connect(place)
    onTestFinished(() => connection.close())
    await expectDepartment(connection)
  }, 60_000)
})
