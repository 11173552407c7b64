import { expect, it } from 'vitest'
import { listAudit } from '../../db/audit'
import { newestVersion } from '../../db/calendar'
import { findCase } from '../../db/cases'
import { saveContacts } from '../../db/feedback-offices'
import { previewCalendar } from '../../server/actions/calendar'
import { revealSender } from '../../server/actions/case-deeds'
import { mergeCases, splitCase } from '../../server/actions/case-families'
import { type ContactField, contactFields } from '../../server/domain/contacts'
import { openApp } from '../support/app'
import { caseAddress, openDesk } from '../support/case-desk'
import { act, openedCase, staffOf } from '../support/cases'
import { describeEngines } from '../support/database'
import { signInAs } from '../support/staff'

const given = { deed: 'assign', department: '', note: '' } as const
const content = 'Phụ huynh Lê Văn Tám đưa tiền cho cán bộ.'

describeEngines('who must not see a restricted case', (engine) => {
  it('does not read it in the text that it was split from', async () => {
    const app = await openApp(await engine.open())
    const { clerk, handler, approver } = await openDesk(app)
    const { code } = await openedCase(app, { kind: 'mixed', content: `Hẹn ba lần. ${content}` })
    await clerk.open(caseAddress(code, 'tach'))
    await clerk.send(caseAddress(code, 'tach'), {
      ...{ 'parts.0.title': 'Hẹn nhiều lần', 'parts.0.content': 'Hẹn ba lần.', 'parts.0.kind': 'pakn' },
      ...{ 'parts.1.title': 'Đưa tiền', 'parts.1.content': content, 'parts.1.kind': 'denunciation' },
    })
    expect(await findCase(app.deps.db, code)).toMatchObject({ state: 'split', restricted: true })
    for (const person of [clerk, handler]) {
      expect((await person.open(caseAddress(code))).status).toBe(404)
      expect((await person.open('/can-bo/phan-anh?hop=da-xong')).html).not.toContain(code)
      expect((await person.open('/can-bo/phan-anh?q=Tám')).html).not.toContain('Lê Văn Tám')
    }
    expect((await approver.open(caseAddress(code))).text).toContain('Lê Văn Tám')
  })

  it('leaves it open to everybody when no part of it is restricted', async () => {
    const app = await openApp(await engine.open())
    const { clerk } = await openDesk(app)
    const { code } = await openedCase(app)
    await clerk.open(caseAddress(code, 'tach'))
    await clerk.send(caseAddress(code, 'tach'), {
      ...{ 'parts.0.title': 'Một', 'parts.0.content': 'Việc một.' },
      ...{ 'parts.1.title': 'Hai', 'parts.1.content': 'Việc hai.' },
    })
    expect(await findCase(app.deps.db, code)).toMatchObject({ state: 'split', restricted: false })
  })

  it('does not read on in what lay with this person before it was restricted', async () => {
    const app = await openApp(await engine.open())
    const { clerk, handler, approver } = await openDesk(app)
    const { code } = await openedCase(app, { content })
    const { id } = await staffOf(app, 'handler.all')
    await act(app, await staffOf(app, 'intake.all'), code, { ...given, assigneeId: id })
    expect((await handler.open(caseAddress(code))).status).toBe(200)
    await clerk.open(caseAddress(code, 'phan-loai'))
    await clerk.send(caseAddress(code, 'phan-loai'), { kind: 'denunciation' })
    expect((await handler.open(caseAddress(code))).status).toBe(404)
    expect((await handler.open('/can-bo/phan-anh?hop=cua-toi')).html).not.toContain(code)
    // Whoever is entrusted with such cases may still give it to the same person.
    await approver.open(caseAddress(code, 'giao'))
    await approver.send(caseAddress(code, 'giao'), { assigneeId: id })
    expect((await handler.open(caseAddress(code))).status).toBe(200)
  })

  it('does not read it in a duplicate, in what was split or withdrawn: these can be restricted afterwards', async () => {
    const app = await openApp(await engine.open())
    const { handler } = await openDesk(app)
    const [clerk, approver] = [await staffOf(app, 'intake.all'), await staffOf(app, 'approver.all')]
    const [whole, duplicate, withdrawn, into] = [
      await openedCase(app, { content }),
      await openedCase(app, { content }),
      await openedCase(app, { content }),
      await openedCase(app),
    ]
    const parts = [1, 2].map((n) => ({ title: `${n}`, content: `${n}`, kind: 'pakn' as const, restricted: false }))
    await splitCase(app.deps, clerk, { code: whole.code, version: 1 }, parts, () => '')
    const other = { code: into.code, version: 1 }
    await mergeCases(app.deps, clerk, { code: duplicate.code, version: 1 }, other, '')
    await act(app, clerk, withdrawn.code, { deed: 'withdraw', reason: 'Người gửi gọi điện' })
    for (const { code } of [whole, duplicate, withdrawn]) {
      const restricted = await act(app, approver, code, { deed: 'restrict', restricted: true, reason: 'Nêu tên' })
      expect(restricted).toMatchObject({ ok: true, case: { restricted: true } })
      expect((await handler.open(caseAddress(code))).status).toBe(404)
    }
  })

  it('is not told of it by the list of days that a change of the calendar moves', async () => {
    const app = await openApp(await engine.open())
    const open = await openedCase(app)
    const secret = await openedCase(app, { kind: 'denunciation', publishChoice: 'private' })
    await signInAs(app, 'administrator')
    const day = '2026-03-18'
    const added = { kind: 'closure', from: day, to: day, name: 'Sửa trụ sở', source: 'Quyết định 1', officeCode: null }
    const change = {
      ...{ based: await newestVersion(app.deps.db), remove: [], summary: '', document: 'Quyết định 1' },
      add: [{ ...added, kind: 'holiday', confidence: 'decided' }],
    } as unknown as Parameters<typeof previewCalendar>[1]
    const staff = await staffOf(app, 'administrator.all')
    const seen = await previewCalendar({ db: app.deps.db, now: app.deps.now, staff, offices: new Set() }, change)
    expect(seen.ok && seen.moves.map(({ code }) => code)).toEqual([open.code])
    const command = await previewCalendar(
      { db: app.deps.db, now: app.deps.now, staff: null, offices: new Set() },
      change,
    )
    expect(command.ok && command.moves.map(({ code }) => code)).toEqual([open.code, secret.code])
  })

  it('has no number of unread notices that no line explains', async () => {
    const app = await openApp(await engine.open())
    const { clerk, approver } = await openDesk(app)
    const { code } = await openedCase(app)
    expect((await clerk.open('/can-bo/thong-bao')).text).toContain(code)
    await approver.open(caseAddress(code, 'han-che'))
    await approver.send(caseAddress(code, 'han-che'), { restricted: 'yes', reason: 'Nêu tên học sinh' })
    const page = await clerk.open('/can-bo/thong-bao')
    expect(page.text).not.toContain(code)
    expect(page.html).not.toMatch(/href="\/can-bo\/thong-bao"[^>]*>(?:(?!<\/a>)[\s\S])*\b1\b/)
  })
})

describeEngines('somebody who was entrusted with a restricted case', (engine) => {
  it('does not learn who sent it, also where the office shows senders to handlers', async () => {
    const app = await openApp(await engine.open())
    await openDesk(app)
    const [handler, approver] = [await staffOf(app, 'handler.all'), await staffOf(app, 'approver.all')]
    const texts = Object.fromEntries(contactFields.map((field) => [field, ''])) as Record<ContactField, string>
    const shows = { ...texts, allowsAnonymous: null, hidesSender: false }
    await saveContacts(app.deps.db, 'CQ', shows, app.deps.now().toISOString())
    const { code } = await openedCase(app, { kind: 'denunciation', publishChoice: 'private' })
    await act(app, approver, code, { ...given, assigneeId: handler.id })
    expect(await revealSender(app.deps, handler, code, 'Hỏi')).toEqual({ ok: false, error: 'forbidden' })
    expect(await revealSender(app.deps, approver, code, 'Hỏi')).toMatchObject({ ok: true })
  })

  it('does not open it to everybody who receives by calling it urgent', async () => {
    const app = await openApp(await engine.open())
    await openDesk(app)
    const [clerk, approver] = [await staffOf(app, 'intake.all'), await staffOf(app, 'approver.all')]
    const { code } = await openedCase(app, { kind: 'denunciation', publishChoice: 'private' })
    await act(app, approver, code, { ...given, assigneeId: clerk.id })
    const urgent = { contentType: null, contentGroup: 'unclassified', field: '', procedureCode: null } as const
    const classify = { deed: 'classify', kind: 'urgent', ...urgent } as const
    expect(await act(app, clerk, code, classify)).toEqual({ ok: false, error: 'forbidden' })
    expect(await act(app, approver, code, classify)).toMatchObject({ ok: true })
  })
})

describeEngines('a look at a restricted case', (engine) => {
  it('is written down as well when it is opened beside a duplicate', async () => {
    const app = await openApp(await engine.open())
    const { approver } = await openDesk(app)
    const { code } = await openedCase(app)
    const other = await openedCase(app, { kind: 'denunciation', content, publishChoice: 'private' })
    const views = async () => (await listAudit(app.deps.db, { actions: ['case.view-restricted'], limit: 10 })).length
    expect((await approver.open(caseAddress(code, `gop?ma=${other.code}`))).text).toContain('Lê Văn Tám')
    expect(await views()).toBe(1)
  })
})
