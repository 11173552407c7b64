import { expect, it, onTestFinished } from 'vitest'
import { connect } from '../../db/connect'
import { isUnique } from '../../db/failures'
import { migrate } from '../../db/migrate'
import { findOffice } from '../../db/offices'
import { firstOffice } from '../../db/seed/first-office'
import { closePeriod, movePeriod, type PeriodContext } from '../../server/actions/periods'
import { parsePeriod } from '../../server/domain/period'
import type { SignedInStaff } from '../../server/domain/permissions'
import { fillEmpty } from '../../server/first-start'
import { drain } from '../../server/ledger/follow'
import { newId, randomBytesPooled } from '../../server/random'
import { answerSipas } from '../support/answers'
import { openApp, type TestApp } from '../support/app'
import { describeEngines } from '../support/database'
import { insertDepartment } from '../support/department'
import { signInAdministrator } from '../support/staff'

const on = (submittedOn: string) => ({ submittedOn })
const august = '2026-08-10T02:00:00Z'
const below = { point: '9H5N', office: 'CQ-1' }
/** Three people of February stand between the quarter and its other months. */
const refused = /Chưa công bố kỳ này được: đặt cạnh số liệu đã công bố của (.*), người đọc có thể tính ra/

async function openOffice(app: TestApp) {
  const hoa = await signInAdministrator(app)
  const page = (period: string, office: string = firstOffice.code) => `/can-bo/ky-bao-cao/${office}/${period}`
  const take = async (address: string, ...steps: string[]) => {
    for (const step of steps) {
      await hoa.open(`${address}/${step}`)
      await hoa.send(`${address}/${step}`)
    }
    return hoa.page
  }
  const publish = (period: string, office?: string) => take(page(period, office), 'chot', 'duyet', 'cong-bo')
  return { hoa, page, take, publish }
}

describeEngines('publishing beside what is public', ({ open }) => {
  async function answered() {
    const app = await openApp(await open(), {}, august)
    await answerSipas(app, 20, 5, on('2026-01-10'))
    await answerSipas(app, 3, 1, on('2026-02-10'))
    await answerSipas(app, 30, 5, on('2026-03-20'))
    return { app, ...(await openOffice(app)) }
  }

  it('refuses the quarter after its months, says so on its page, and has no button for it', async () => {
    const { app, hoa, page, take, publish } = await answered()
    for (const month of ['2026-01', '2026-03']) expect((await publish(month)).text).toContain('Đã công bố.')
    await take(page('2026-Q1'), 'chot', 'duyet')
    await hoa.open(page('2026-Q1'))
    expect(refused.exec(hoa.page.text)?.[1]).toBe('tháng 1/2026 và tháng 3/2026')
    expect(hoa.page.text).toContain('Nên chỉ công bố kỳ dài hơn')
    expect(hoa.page.html).not.toContain(`${page('2026-Q1')}/cong-bo"`)
    await hoa.open(`${page('2026-Q1')}/cong-bo`)
    expect(hoa.page.text).toMatch(refused)
    expect(hoa.page.html).not.toContain('<button type="submit" class="btn">Công bố')
    await hoa.post(`${page('2026-Q1')}/cong-bo`, new URLSearchParams())
    expect(hoa.page.status).toBe(422)
    expect(hoa.page.text).toMatch(refused)
    expect((await app.visitor().open(`/ket-qua/${firstOffice.code}/2026-Q1`)).status).toBe(404)
  })

  it('refuses the last month after the quarter, and what was taken back counts as seen', async () => {
    const { hoa, page, take, publish } = await answered()
    await publish('2026-Q1')
    await publish('2026-01')
    await take(page('2026-03'), 'chot', 'duyet', 'cong-bo')
    await hoa.open(page('2026-03'))
    expect(refused.exec(hoa.page.text)?.[1]).toBe('tháng 1/2026 và quý I/2026')
    await hoa.open(`${page('2026-01')}/mo-lai`)
    await hoa.send(`${page('2026-01')}/mo-lai`, { 'ly-do': 'Nhập thiếu' })
    expect((await hoa.open(page('2026-03'))).text).toMatch(refused)
  })

  it('refuses an office after the one below it when few answered elsewhere', async () => {
    const app = await openApp(await open(), {}, august)
    await insertDepartment(app.deps.db)
    await answerSipas(app, 20, 5, { ...on('2026-01-10'), ...below })
    await answerSipas(app, 3, 1, on('2026-01-20'))
    const { hoa, page, take, publish } = await openOffice(app)
    await publish('2026-01', 'CQ-1')
    await take(page('2026-01'), 'chot', 'duyet')
    await hoa.open(page('2026-01'))
    expect(refused.exec(hoa.page.text)?.[1]).toBe('tháng 1/2026 (UBND phường)')
  })

  it('a few late answers wait, the same answers or many come out at once', async () => {
    const { app, hoa, page, take, publish } = await answered()
    await publish('2026-01')
    const again = async (late: number) => {
      await hoa.open(`${page('2026-01')}/mo-lai`)
      await hoa.send(`${page('2026-01')}/mo-lai`, { 'ly-do': 'Nhập thiếu' })
      await answerSipas(app, late, 1, on('2026-01-11'))
      return take(page('2026-01'), 'chot', 'duyet', 'cong-bo')
    }
    expect((await again(0)).text).toContain('Đã công bố.')
    await again(2)
    expect((await hoa.open(page('2026-01'))).text).toMatch(refused)
    expect((await again(3)).text).toContain('Đã công bố.')
  })
})

describeEngines('one published answer', ({ open, place }) => {
  const staff: SignedInStaff = {
    ...{ id: 'hoa', login: 'hoa', name: 'Hoa', role: 'administrator', officeCode: null, officeName: '' },
  }

  async function twoPeople() {
    const at = await place()
    const [one, other] = [await connect(at), await connect(at)]
    for (const connection of [one, other]) onTestFinished(() => connection.close())
    await migrate(one)
    const now = () => new Date(august)
    await fillEmpty(one, now(), randomBytesPooled)
    const person = { ...staff, passwordHash: '', createdAt: now().toISOString(), disabledAt: null }
    const { officeName: _, ...row } = person
    await one.db.insertInto('staff').values(row).execute()
    const context = (connection: typeof one): PeriodContext => ({ connection, now, newId, staff })
    return { one, contexts: [context(one), context(other)] as const }
  }

  async function scopeOf(period: string, { connection }: PeriodContext) {
    const office = await findOffice(connection.db, firstOffice.code)
    const found = parsePeriod(period)
    if (!office || !found) throw new Error(period)
    return { office, period: found }
  }

  it('two connections publish a period once, and the table itself holds only one', async () => {
    const { one, contexts } = await twoPeople()
    const [mine, theirs] = contexts
    const scope = await scopeOf('2026-01', mine)
    const closings = await Promise.all(contexts.map((context) => closePeriod(context, scope, [])))
    expect(closings.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect(await movePeriod(mine, scope, 'approve')).toEqual({ ok: true })
    const moves = await Promise.all([movePeriod(mine, scope, 'publish'), movePeriod(theirs, scope, 'publish')])
    expect(moves.filter(({ ok }) => ok)).toHaveLength(1)
    const row = await one.db.selectFrom('periodSnapshot').selectAll().executeTakeFirstOrThrow()
    const second = (id: string, state: 'published' | 'closed') =>
      theirs.connection.db
        .insertInto('periodSnapshot')
        .values({ ...row, id, state })
        .execute()
    for (const state of ['published', 'closed'] as const)
      await expect(second(state, state)).rejects.toSatisfy((error) => isUnique(error))
    await movePeriod(theirs, scope, 'reopen', 'Nhập thiếu')
    await second('next', 'published')
    expect(await one.db.selectFrom('periodSnapshot').select('state').orderBy('state').execute()).toEqual([
      { state: 'published' },
      { state: 'reopened' },
    ])
  })

  it('two connections never publish two periods that only together show few answers', async () => {
    const app = await openApp(await open(), {}, august)
    await answerSipas(app, 20, 5, on('2026-01-10'))
    await answerSipas(app, 3, 1, on('2026-02-10'))
    await drain(app.deps.connection)
    const { page, take } = await openOffice(app)
    for (const period of ['2026-01', '2026-Q1']) await take(page(period), 'chot', 'duyet')
    const context = {
      ...app.deps,
      staff: { ...staff, id: (await app.deps.db.selectFrom('staff').select('id').executeTakeFirstOrThrow()).id },
    }
    const scopes = await Promise.all(['2026-01', '2026-Q1'].map((period) => scopeOf(period, context)))
    const done = await Promise.all(scopes.map((scope) => movePeriod(context, scope, 'publish')))
    expect(done.map((one) => (one.ok ? 'ok' : one.error)).sort()).toEqual(['ok', 'would-disclose'])
  })
})
