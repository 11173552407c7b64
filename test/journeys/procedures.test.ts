import { expect, it } from 'vitest'
import { savePointProcedures } from '../../db/point-procedures'
import { updatePoint } from '../../db/points'
import { inTransaction } from '../../db/transaction'
import { drain } from '../../server/ledger/follow'
import { makeReport } from '../../server/reports'
import { openApp, type TestApp } from '../support/app'
import { describeEngines } from '../support/database'
import { insertCatalogue } from '../support/procedures'
import type { Visitor } from '../support/visitor'

/** What the newest answer says about its procedure. */
async function newest(test: TestApp) {
  const query = test.deps.db.selectFrom('response').select(['extras', 'field', 'standing']).orderBy('id', 'desc')
  const row = await query.executeTakeFirstOrThrow()
  return { ...row, extras: row.extras && JSON.parse(row.extras) }
}

async function answer(test: TestApp, procedure: string): Promise<Visitor> {
  const citizen = test.visitor()
  await citizen.open(`/k/${test.point}`)
  await citizen.send(`/k/${test.point}/gui`, { '1.1': '4', 'x.procedure': procedure })
  return citizen
}

const offer = (test: TestApp, codes: string[]) =>
  inTransaction(test.deps.db, (db) => savePointProcedures(db, test.point, codes))

describeEngines('the procedure of an answer', (engine) => {
  it('is not asked while there is no catalogue, nor where the point does not ask', async () => {
    const test = await openApp(await engine.open())
    expect((await test.visitor().open(`/k/${test.point}`)).html).not.toContain('x.procedure')
    await insertCatalogue(test.deps.db)
    await updatePoint(test.deps.db, test.point, { asksProcedure: 0 })
    test.setNow('2026-03-10T02:01:00Z')
    expect((await test.visitor().open(`/k/${test.point}`)).html).not.toContain('x.procedure')
  })

  it('a citizen types without marks and the only one that fits is kept, with its field', async () => {
    const test = await openApp(await engine.open())
    await insertCatalogue(test.deps.db)
    const citizen = await answer(test, 'giam ho')
    expect(citizen.page.url).toMatch(/^\/phieu\//)
    expect(await newest(test)).toMatchObject({ extras: { procedure: { code: '1.000004' } }, field: 'Hộ tịch' })
    await answer(test, 'dang ky KHAI SINH')
    expect((await newest(test)).extras).toEqual({ procedure: { code: '1.000001' } })
    await answer(test, `${'Một tên rất dài '.repeat(30)}(1.000009)`)
    expect(await newest(test)).toMatchObject({ extras: { procedure: { code: '1.000009' } }, field: 'Chứng thực' })
  })

  it('words that mean none or several are kept as they were typed, never refused', async () => {
    const test = await openApp(await engine.open())
    await insertCatalogue(test.deps.db)
    await answer(test, '  Đăng  ký ')
    expect(await newest(test)).toMatchObject({
      extras: { procedure: { text: 'Đăng  ký' } },
      field: '',
      standing: 'under-half',
    })
    await answer(test, 'x'.repeat(500))
    expect((await newest(test)).extras).toEqual({ procedure: { text: 'x'.repeat(120) } })
    await answer(test, '%_\\')
    expect((await newest(test)).extras).toEqual({ procedure: { text: '%_\\' } })
    await answer(test, ' ')
    expect((await newest(test)).extras).toBeNull()
  })

  it('a point with a few offers them as a list, and one alone is kept without asking', async () => {
    const test = await openApp(await engine.open())
    await insertCatalogue(test.deps.db)
    await offer(test, ['1.000001', '1.000002'])
    test.setNow('2026-03-10T02:01:00Z')
    const { html } = await test.visitor().open(`/k/${test.point}`)
    expect(html).toContain('<option value="1.000002">Đăng ký khai tử</option>')
    expect(html).not.toContain('data-suggest')
    await answer(test, '1.000002')
    expect((await newest(test)).extras).toEqual({ procedure: { code: '1.000002' } })

    await offer(test, ['1.000011'])
    test.setNow('2026-03-10T02:02:00Z')
    expect((await test.visitor().open(`/k/${test.point}`)).html).not.toContain('x.procedure')
    await answer(test, '1.000002')
    expect(await newest(test)).toMatchObject({ extras: { procedure: { code: '1.000011' } }, field: 'Chứng thực' })
  })

  it('a refused form comes back with what was typed', async () => {
    const test = await openApp(await engine.open())
    await insertCatalogue(test.deps.db)
    const citizen = test.visitor()
    await citizen.open(`/k/${test.point}`)
    await citizen.send(`/k/${test.point}/gui`, { 'x.procedure': 'khai sinh' })
    expect(citizen.page.status).toBe(422)
    expect(citizen.field('x.procedure')).toBe('khai sinh')
  })

  it('suggestions are names and codes alone, those first that begin with the words', async () => {
    const test = await openApp(await engine.open())
    await insertCatalogue(test.deps.db)
    const ask = async (q: string) => {
      const page = await test.visitor().open(`/k/${test.point}/thu-tuc?q=${encodeURIComponent(q)}`)
      return JSON.parse(page.html)
    }
    expect((await ask('chung thuc chu'))[0]).toEqual({ code: '1.000011', name: 'Chứng thực chữ ký' })
    expect(await ask('sinh')).toHaveLength(2)
    expect(await ask('hộ tịch')).toHaveLength(8)
    expect((await ask('đăng ký lại'))[0].name).toBe('Đăng ký lại khai sinh')
    expect(await ask('không có')).toEqual([])
    expect(await ask('')).toEqual([])
    expect((await test.visitor().open('/k/ZZZZ/thu-tuc?q=a')).status).toBe(404)
  })

  it('machines send it by name as well', async () => {
    const test = await openApp(await engine.open())
    await insertCatalogue(test.deps.db)
    const body = {
      clientId: 'abcdefghijklmnop',
      point: test.point,
      answers: { '1.1': 5 },
      items: { procedure: '1.000003' },
    }
    const page = await test
      .visitor()
      .post('/api/v1/responses', JSON.stringify(body), { 'Content-Type': 'application/json' })
    expect(page.status).toBe(201)
    expect(await newest(test)).toMatchObject({ extras: { procedure: { code: '1.000003' } }, field: 'Hộ tịch' })
  })

  it('the list of answers has it beside the items, and reads back what it wrote', async () => {
    const test = await openApp(await engine.open())
    await insertCatalogue(test.deps.db)
    await answer(test, 'giam ho')
    await answer(test, 'chưa rõ')
    await drain(test.deps.connection)
    const made = await makeReport({ connection: test.deps.connection, today: '2026-03-11' }, 'responses', {})
    if (!made.ok) throw new Error(made.error)
    const cells: unknown[] = []
    for await (const row of made.report.rows) cells.push(row['x.procedure'])
    expect(cells.sort()).toEqual(['1.000004 Đăng ký giám hộ', 'chưa rõ'])
    expect(made.report.columns.find(({ key }) => key === 'x.procedure')?.label).toBe('Thủ tục')
  })
})
