import { expect, it } from 'vitest'
import { listAudit } from '../../db/audit'
import { listRounds } from '../../db/rounds'
import { drain } from '../../server/ledger/follow'
import { openApp, type TestApp } from '../support/app'
import { describeEngines } from '../support/database'
import { insertDepartment } from '../support/department'
import { answerOf, keep } from '../support/ledger'
import { signInAs } from '../support/staff'
import type { Visitor } from '../support/visitor'

const base = '/can-bo/dot'

/** A round of both offices in March, 200 and 10 dossiers, planned by the statistician. */
async function plan(test: TestApp, given: Record<string, string | string[]> = {}): Promise<Visitor> {
  await insertDepartment(test.deps.db)
  const person = await signInAs(test, 'statistics')
  await person.open(`${base}/moi`)
  await person.send(`${base}/moi`, {
    title: 'Khảo sát sự hài lòng quý I năm 2026',
    survey: 'sipas-24',
    from: '2026-03-01',
    to: '2026-03-31',
    'o.0.in': '1',
    'o.0.population': '200',
    'o.1.in': '1',
    'o.1.population': '10',
    ...given,
  })
  return person
}

const answers = (count: number, at: { office: string; point: string; submittedOn: string }, from: number) =>
  Array.from({ length: count }, (_, i) => answerOf(from + i, at))

async function collect(test: TestApp, rows: ReturnType<typeof answerOf>[]): Promise<void> {
  await keep(test.deps.connection, rows)
  await drain(test.deps.connection)
}

describeEngines('survey rounds', (engine) => {
  it('the statistician plans a round; targets come from the formula, progress from valid answers', async () => {
    const test = await openApp(await engine.open(), {}, '2026-03-10T02:00:00Z')
    const person = await plan(test)
    expect(person.page.status).toBe(200)
    expect(person.page.text).toContain('Cần 144 phiếu, đã có 0, còn thiếu 144.')
    const [round] = await listRounds(test.deps.db)
    expect(round?.offices).toEqual([
      { officeCode: 'CQ', population: 200, target: 134 },
      { officeCode: 'CQ-1', population: 10, target: 10 },
    ])
    await collect(test, [
      ...answers(30, { office: 'CQ', point: '7F3K', submittedOn: '2026-03-04' }, 0),
      ...answers(6, { office: 'CQ-1', point: '9H5N', submittedOn: '2026-03-10' }, 40),
      ...answers(9, { office: 'CQ', point: '7F3K', submittedOn: '2026-02-28' }, 60),
    ])
    await person.open(person.page.url)
    expect(person.page.text).toContain('Cần 144 phiếu, đã có 36, còn thiếu 108.')
    expect(person.page.text).toContain('Theo nhịp hiện nay, đến hết đợt sẽ có khoảng 112 phiếu.')
    expect(person.page.text).toContain('Còn 21 ngày.')
    expect(person.page.text).toContain('vẫn nhận phiếu: dừng đúng chỉ tiêu sẽ bỏ mất ý kiến của người đến sau')
    await person.open(base)
    expect(person.page.text).toContain('Đang thu Khảo sát sự hài lòng quý I năm 2026')

    const json = JSON.parse((await person.open('/can-bo/xuat/rounds.json?from=2026-03-01&to=2026-03-31')).html)
    expect(json.rows).toMatchObject([
      { office: 'CQ', target: 134, valid: 30, missing: 104, share: 22.39, state: 'running' },
      { office: 'CQ-1', target: 10, valid: 6, missing: 4, share: 60 },
    ])
    for (const format of ['csv', 'xlsx', 'docx', 'pdf'])
      expect((await person.open(`/can-bo/xuat/rounds.${format}`)).status).toBe(200)
    const [audit] = (await listAudit(test.deps.db, { limit: 20 })).filter(({ action }) => action === 'round.add')
    expect(JSON.parse(audit?.detail ?? '')).toMatchObject({ after: { CQ: '200 → 134', fromOn: '2026-03-01' } })
  })

  it('answers of an office below without a line of its own count above, once', async () => {
    const test = await openApp(await engine.open(), {}, '2026-03-10T02:00:00Z')
    const person = await plan(test, { 'o.1.in': [] })
    await collect(test, answers(7, { office: 'CQ-1', point: '9H5N', submittedOn: '2026-03-05' }, 0))
    await person.open(person.page.url)
    expect(person.page.text).toContain('Cần 134 phiếu, đã có 7, còn thiếu 127.')
  })

  it('every day of the round counts, to the end of the last day in Viet Nam, and nothing stops at the target', async () => {
    const test = await openApp(await engine.open(), {}, '2026-03-31T16:59:00Z')
    const person = await plan(test, { 'o.0.target': '5', 'o.1.in': [] })
    await collect(test, answers(8, { office: 'CQ', point: '7F3K', submittedOn: '2026-03-31' }, 0))
    await person.open(person.page.url)
    expect(person.page.text).toContain('Cần 5 phiếu, đã có 8, đã đủ.')
    expect(person.page.text).toContain('Hôm nay là ngày cuối.')
    expect((await test.visitor().open('/k/7F3K')).status).toBe(200)
    test.setNow('2026-03-31T17:00:00Z')
    await person.open(person.page.url)
    expect(person.page.text).toContain('Đã xong ngày 31/03/2026.')
  })

  it('a refused form keeps everything and says what to do; a pasted table fills it in', async () => {
    const test = await openApp(await engine.open())
    const person = await plan(test, { title: ' ', to: '2026-02-01', 'o.0.population': 'nhiều', 'o.1.population': '' })
    expect(person.page.status).toBe(422)
    for (const said of [
      'Xin ghi tên đợt',
      'không được trước ngày bắt đầu',
      'Xin ghi một số nguyên',
      'Xin ghi số hồ sơ',
    ])
      expect(person.page.text).toContain(said)
    expect(person.field('o.0.population')).toBe('nhiều')
    const table = 'Đơn vị\tHồ sơ\nubnd phuong\t1.000\t90\nCQ\t5 000\nTrường lạ\t20'
    await person.send(`${base}/moi`, { lam: 'fill', table })
    expect(person.page.text).toContain('Đã điền 2 đơn vị.')
    expect(person.page.text).toContain('Dòng 4: chưa rõ đơn vị hoặc số: Trường lạ 20')
    expect([person.field('o.0.population'), person.field('o.0.target')]).toEqual(['5 000', ''])
    await person.send(`${base}/moi`, { title: 'Đợt', to: '30/4/2026' })
    const [round] = await listRounds(test.deps.db)
    expect(round?.offices.map(({ target }) => target)).toEqual([371, 90])
  })

  it('a running round is changed and ended early, with the audit saying what was before, and copied to the next year', async () => {
    const test = await openApp(await engine.open())
    const person = await plan(test)
    const [{ id } = { id: '' }] = await listRounds(test.deps.db)
    await person.open(`${base}/${id}/sua`)
    await person.send(`${base}/${id}/sua`, { 'o.1.in': [], 'o.0.target': '100' })
    expect(person.page.text).toContain('Cần 100 phiếu')
    await person.open(`${base}/${id}/ket-thuc`)
    await person.send(`${base}/${id}/ket-thuc`)
    expect(person.page.text).toContain('Đã kết thúc sớm ngày 10/03/2026.')
    expect((await person.post(`${base}/${id}/ket-thuc`, '')).status).toBe(409)
    const audit = await listAudit(test.deps.db, { limit: 2 })
    expect(audit.map(({ action }) => action)).toEqual(['round.end', 'round.change'])
    expect(JSON.parse(audit[1]?.detail ?? '')).toMatchObject({
      before: { CQ: '200 → 134', 'CQ-1': '10 → 10' },
      after: { CQ: '200 → 100' },
    })
    await person.open(`${base}/moi?tu=${id}`)
    expect([person.field('title'), person.field('from'), person.field('o.0.target')]).toEqual([
      'Khảo sát sự hài lòng quý I năm 2027',
      '2027-03-01',
      '100',
    ])
    // Of a round without an office of the own part nothing is copied.
    const local = await signInAs(test, 'statistics', 'CQ-1')
    await local.open(`${base}/moi?tu=${id}`)
    expect(local.field('title')).toBe('')
  })

  it('who saves second sees that somebody else saved, keeps what was typed, and may then save over it', async () => {
    const test = await openApp(await engine.open())
    const first = await plan(test)
    const second = await signInAs(test, 'administrator')
    const [{ id } = { id: '' }] = await listRounds(test.deps.db)
    const address = `${base}/${id}/sua`
    await first.open(address)
    await second.open(address)
    await first.send(address, { title: 'Đợt của người thứ nhất' })
    expect((await second.send(address, { title: 'Đợt của người thứ hai', 'o.0.target': '77' })).status).toBe(409)
    expect(second.page.text).toContain('Chưa lưu: người khác vừa lưu đợt khảo sát này')
    expect(second.page.text).toContain('Đợt của người thứ nhất; 01/03/2026 – 31/03/2026; 2 đơn vị')
    expect([second.field('title'), second.field('o.0.target')]).toEqual(['Đợt của người thứ hai', '77'])
    expect((await listRounds(test.deps.db))[0]?.title).toBe('Đợt của người thứ nhất')
    expect((await second.send(address)).status).toBe(200)
    expect((await listRounds(test.deps.db))[0]).toMatchObject({ title: 'Đợt của người thứ hai' })
    const [audit] = await listAudit(test.deps.db, { limit: 1 })
    expect(JSON.parse(audit?.detail ?? '')).toMatchObject({ before: { title: 'Đợt của người thứ nhất' } })
    await first.open(address)
    await second.post(`${base}/${id}/ket-thuc`, '')
    expect((await first.send(address, { title: 'Lần ba' })).status).toBe(409)
    expect(first.page.text).toContain('đã kết thúc sớm')
  })

  it('the audit names the office above all others of a round', async () => {
    const test = await openApp(await engine.open())
    const person = await plan(test)
    const [{ id } = { id: '' }] = await listRounds(test.deps.db)
    await person.open(`${base}/moi`)
    const values = { title: 'Phường', from: '2026-03-01', to: '2026-03-31', 'o.1.in': '1', 'o.1.population': '10' }
    await person.send(`${base}/moi`, values)
    await person.post(`${base}/${id}/ket-thuc`, '')
    const rows = (await listAudit(test.deps.db, { limit: 9 })).filter(({ action }) => action.startsWith('round.'))
    expect(rows.map(({ action, officeCode }) => [action, officeCode])).toEqual([
      ['round.end', 'CQ'],
      ['round.add', 'CQ-1'],
      ['round.add', 'CQ'],
    ])
  })

  it('people at the desk see whole past weeks, no small count, and only their part of the tree', async () => {
    const test = await openApp(await engine.open(), {}, '2026-03-18T02:00:00Z')
    await plan(test)
    await collect(test, [
      ...answers(3, { office: 'CQ-1', point: '9H5N', submittedOn: '2026-03-12' }, 0),
      ...answers(20, { office: 'CQ-1', point: '9H5N', submittedOn: '2026-03-17' }, 10),
    ])
    const [{ id } = { id: '' }] = await listRounds(test.deps.db)
    const clerk = await signInAs(test, 'intake', 'CQ-1')
    await clerk.open(`${base}/${id}`)
    expect(clerk.page.text).toContain('tính đến hết 15/03/2026')
    expect(clerk.page.text).toContain('dưới 5')
    expect(clerk.page.text).not.toContain('đã có')
    expect(clerk.page.text).not.toContain('200')
    for (const form of ['sua', 'ket-thuc', 'ke-hoach.docx'])
      expect((await clerk.open(`${base}/${id}/${form}`)).status).toBe(403)
    expect((await clerk.post(`${base}/moi`, '')).status).toBe(403)
    const local = await signInAs(test, 'statistics', 'CQ-1')
    expect((await local.open(`${base}/${id}`)).text).toContain('Cần 10 phiếu, đã có 23')
    expect((await local.open(`${base}/${id}/sua`)).status).toBe(403)
    expect((await local.open(`${base}/khong-co`)).status).toBe(404)
  })

  it('the plan comes as a Word document with its offices and targets', async () => {
    const test = await openApp(await engine.open())
    const person = await plan(test)
    const [{ id } = { id: '' }] = await listRounds(test.deps.db)
    const file = await person.open(`${base}/${id}/ke-hoach.docx`)
    expect(file.headers.get('Content-Disposition')).toContain('ke-hoach-khao-sat_2026-03-01.docx')
    expect(file.html.startsWith('PK')).toBe(true)
  })
})
