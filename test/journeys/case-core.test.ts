import { expect, it } from 'vitest'
import { listEvents } from '../../db/case-events'
import { findCase } from '../../db/cases'
import { insertPolicy } from '../../db/deadline-policies'
import { saveContacts } from '../../db/feedback-offices'
import { openBySecret } from '../../server/actions/case-access'
import { actAsSender, actOnCase, revealSender } from '../../server/actions/case-deeds'
import { openCase } from '../../server/actions/cases'
import { type ContactField, contactFields } from '../../server/domain/contacts'
import { defaultDeadlineRules } from '../../server/domain/deadline-policy'
import type { Row } from '../../server/domain/report'
import { makeReport } from '../../server/reports'
import { openApp, type TestApp } from '../support/app'
import { act, answerCase, caseOf, openedCase, staffOf } from '../support/cases'
import { describeEngines } from '../support/database'
import { insertDepartment } from '../support/department'
import { signInAs } from '../support/staff'

/** 13/02/2026, the last working day before Tết. */
const beforeTet = '2026-02-13T09:20:00Z'

async function people(app: TestApp) {
  await signInAs(app, 'intake')
  await signInAs(app, 'handler')
  await signInAs(app, 'approver')
  await signInAs(app, 'administrator')
  const [intake, handler, approver, administrator] = await Promise.all(
    ['intake.all', 'handler.all', 'approver.all', 'administrator.all'].map((login) => staffOf(app, login)),
  )
  if (!intake || !handler || !approver || !administrator) throw new Error('somebody is missing')
  return { intake, handler, approver, administrator }
}

describeEngines('a case', (engine) => {
  it('is opened once for each form, with a code, a look-up code and the last day for the answer', async () => {
    const app = await openApp(await engine.open(), {}, beforeTet)
    const input = caseOf(app)
    const first = await openCase(app.deps, input)
    expect(first).toMatchObject({ ok: true, code: 'CQ-26-000001', dueOn: '2026-03-13', isNew: true })
    if (!first.ok) return
    app.setNow('2026-02-13T09:25:00Z')
    const again = await openCase(app.deps, { ...input, sentAt: '2026-02-13T09:25:00.000Z' })
    expect(again).toEqual({ ...first, isNew: false })
    expect(await openCase(app.deps, { ...input, title: 'Việc khác' })).toEqual({ ok: false, error: 'conflict' })
    expect((await openedCase(app)).code).toBe('CQ-26-000002')
    expect((await openBySecret(app.deps, 'cq 26 1', first.secret.toLowerCase()))?.code).toBe(first.code)
    expect(await openBySecret(app.deps, 'CQ-26-000002', first.secret)).toBeNull()
  })

  it('is handled from intake to the answer, and each step is an event', async () => {
    const app = await openApp(await engine.open(), {}, beforeTet)
    const { intake, handler, approver } = await people(app)
    const { code, id } = await openedCase(app)
    app.setNow('2026-02-23T02:00:00Z')
    const classify = { contentType: 'conduct', contentGroup: 'conduct', field: 'Hộ tịch', procedureCode: null } as const
    expect(await act(app, intake, code, { deed: 'classify', kind: 'pakn', ...classify })).toMatchObject({ ok: true })
    const assign = { deed: 'assign', assigneeId: handler.id, department: 'Phòng Hộ tịch', note: '' } as const
    expect(await act(app, intake, code, assign)).toMatchObject({ ok: true })
    app.setNow('2026-03-13T16:59:00Z')
    expect(await answerCase(app, code, { by: handler, approver: handler })).toEqual({ ok: false, error: 'forbidden' })
    const answered = await act(app, approver, code, { deed: 'answer', answerNo: 0 })
    expect(answered).toMatchObject({ ok: true, case: { state: 'awaiting-publication' } })
    const events = await listEvents(app.deps.db, id)
    expect(events.map(({ kind }) => kind)).toEqual(['open', 'classify', 'assign', 'submit', 'answer'])
    expect(events.at(-1)?.data).toMatchObject({ dueOn: '2026-03-13', late: false })
    expect(await actAsSender(app.deps, id, { deed: 'rate', rating: 'satisfied', text: '' })).toMatchObject({ ok: true })
    const twice = await actAsSender(app.deps, id, { deed: 'rate', rating: 'satisfied', text: '' })
    expect(twice).toEqual({ ok: false, error: 'rated-already' })
  })

  it('is not changed over what somebody else has done meanwhile', async () => {
    const app = await openApp(await engine.open(), {}, beforeTet)
    const { intake } = await people(app)
    const { code } = await openedCase(app)
    const note = { deed: 'note', text: 'Đã gọi điện.' } as const
    expect(await actOnCase(app.deps, intake, { code, version: 1 }, note)).toMatchObject({ ok: true })
    expect(await actOnCase(app.deps, intake, { code, version: 1 }, note)).toEqual({ ok: false, error: 'conflict' })
  })

  it('moves to another office with a new clock, and back to where it came from', async () => {
    const app = await openApp(await engine.open(), {}, beforeTet)
    await insertDepartment(app.deps.db)
    const { intake } = await people(app)
    const { code } = await openedCase(app)
    app.setNow('2026-02-24T02:00:00Z')
    const forward = { deed: 'forward', to: 'CQ-1', isOpen: true, reason: 'Thuộc thẩm quyền', told: '' } as const
    const moved = await act(app, intake, code, forward)
    expect(moved).toMatchObject({ ok: true, case: { officeCode: 'CQ-1', state: 'new' } })
    expect((await findCase(app.deps.db, code))?.clock.startedAt).toBe('2026-02-24T02:00:00.000Z')
    const back = await act(app, intake, code, { deed: 'return', to: null, reason: 'Không đúng', told: '' })
    expect(back).toMatchObject({ ok: true, case: { officeCode: 'CQ' } })
    const nowhere = await act(app, intake, code, { deed: 'return', to: 'CQ-1', reason: 'Không đúng', told: '' })
    expect(nowhere).toEqual({ ok: false, error: 'nowhere-to-return' })
  })

  it('is closed to the administrator, and a restricted one to everybody who is not entrusted with it', async () => {
    const app = await openApp(await engine.open(), {}, beforeTet)
    const { intake, handler, approver, administrator } = await people(app)
    const { code } = await openedCase(app, { kind: 'denunciation' })
    const note = { deed: 'note', text: 'Đã xem.' } as const
    for (const staff of [intake, handler, administrator])
      expect(await act(app, staff, code, note)).toEqual({ ok: false, error: 'unknown' })
    expect(await act(app, approver, code, note)).toMatchObject({ ok: true })
    expect(await revealSender(app.deps, intake, code, 'Gọi lại')).toEqual({ ok: false, error: 'unknown' })
    const shown = await revealSender(app.deps, approver, code, 'Gọi lại')
    expect(shown).toMatchObject({ ok: true, sender: { name: 'Trần Văn Bình' } })
  })

  it('about danger now is seen by whoever receives, and by nobody else who is not entrusted with it', async () => {
    const app = await openApp(await engine.open(), {}, beforeTet)
    const { intake, handler, approver } = await people(app)
    const { code } = await openedCase(app, { kind: 'urgent' })
    const note = { deed: 'note', text: 'Đã gọi 113.' } as const
    expect(await act(app, handler, code, note)).toEqual({ ok: false, error: 'unknown' })
    expect(await act(app, intake, code, note)).toMatchObject({ ok: true, case: { restricted: true } })
    expect(await act(app, approver, code, note)).toMatchObject({ ok: true })
  })

  it('shows its sender to the handler it lies with only where the office does not hide senders', async () => {
    const app = await openApp(await engine.open(), {}, beforeTet)
    const { intake, handler } = await people(app)
    const { code } = await openedCase(app)
    await act(app, intake, code, { deed: 'assign', assigneeId: handler.id, department: '', note: '' })
    expect(await revealSender(app.deps, handler, code, 'Gọi lại')).toEqual({ ok: false, error: 'forbidden' })
    const texts = Object.fromEntries(contactFields.map((field) => [field, ''])) as Record<ContactField, string>
    const own = { ...texts, allowsAnonymous: null, hidesSender: false }
    await saveContacts(app.deps.db, 'CQ', own, app.deps.now().toISOString())
    expect(await revealSender(app.deps, handler, code, 'Gọi lại')).toMatchObject({ ok: true })
  })

  it('keeps the deadline it was opened under when the office sets another one the same day', async () => {
    const app = await openApp(await engine.open(), {}, beforeTet)
    const { code } = await openedCase(app)
    const rules = { ...defaultDeadlineRules, answer: 1 }
    const source = 'Quyết định 5/QĐ-CQ'
    const policy = { id: 'CQ-1', officeCode: 'CQ', number: 1, effectiveOn: '2026-02-13', rules, source }
    await insertPolicy(app.deps.db, { ...policy, madeAt: app.deps.now().toISOString(), madeBy: null })
    const made = await makeReport({ connection: app.deps.connection, today: '2026-02-13' }, 'cases', {
      period: '2026-02',
    })
    if (!made.ok) throw new Error(made.error)
    const rows: Row[] = []
    for await (const row of made.report.rows) rows.push(row)
    expect(rows).toMatchObject([{ code, due: '2026-03-13' }])
    const paper = {
      channel: 'paper',
      receivedAt: '2026-02-12T02:00:00.000Z',
      sentAt: '2026-02-12T02:00:00.000Z',
    } as const
    expect((await openedCase(app, paper)).dueOn).toBe('2026-03-12')
    expect((await openedCase(app)).dueOn).toBe('2026-02-23')
  })
})
