import { expect, it } from 'vitest'
import { listAudit } from '../../db/audit'
import { listAnswers, saveDraft } from '../../db/case-answers'
import { listEvents } from '../../db/case-events'
import { findCase } from '../../db/cases'
import { saveAnswer, submitAnswer } from '../../server/actions/case-answers'
import { actAsSender, actOnCase } from '../../server/actions/case-deeds'
import { mergeCases, splitCase } from '../../server/actions/case-families'
import { openCase } from '../../server/actions/cases'
import { openApp } from '../support/app'
import { act, caseOf, openedCase, staffOf } from '../support/cases'
import { describeEngines, type Engine } from '../support/database'
import { casesOf } from '../support/feedback'
import { signInAs } from '../support/staff'

async function openPeople(engine: Engine) {
  const app = await openApp(await engine.open())
  for (const role of ['intake', 'handler', 'approver'] as const) await signInAs(app, role)
  await signInAs(app, 'approver', 'CQ')
  const [clerk, first, second] = [
    await staffOf(app, 'intake.all'),
    await staffOf(app, 'approver.all'),
    await staffOf(app, 'approver.cq'),
  ]
  return { app, clerk, first, second }
}

const part = (title: string) => ({ title, content: title, kind: 'pakn' as const, restricted: false })

describeEngines('two people at the same moment', (engine) => {
  it('open ten cases: ten numbers in a row', async () => {
    const { app } = await openPeople(engine)
    const opened = await Promise.all(Array.from({ length: 10 }, () => openCase(app.deps, caseOf(app))))
    const codes = opened.map((one) => (one.ok ? one.code : one.error)).sort()
    expect(codes).toEqual(Array.from({ length: 10 }, (_, i) => `CQ-26-${String(i + 1).padStart(6, '0')}`))
  })

  it('send the same form ten times: one case, one look-up code', async () => {
    const { app } = await openPeople(engine)
    const form = caseOf(app)
    const opened = await Promise.all(Array.from({ length: 10 }, () => openCase(app.deps, form)))
    expect(new Set(opened.map((one) => (one.ok ? `${one.code} ${one.secret}` : one.error))).size).toBe(1)
    expect(opened.filter((one) => one.ok && one.isNew)).toHaveLength(1)
    expect(await casesOf(app)).toHaveLength(1)
  })

  it('approve: it is sent once', async () => {
    const { app, clerk, first, second } = await openPeople(engine)
    const { code, id } = await openedCase(app)
    const at = app.deps.now().toISOString()
    await saveDraft(app.deps.db, { caseId: id, text: 'Trả lời', by: clerk.id, at, revision: 0 })
    await act(app, clerk, code, { deed: 'submit', answerNo: 0, text: '' })
    const { version } = (await findCase(app.deps.db, code)) ?? { version: 0 }
    const action = { deed: 'answer', answerNo: 0 } as const
    const done = await Promise.all([first, second].map((by) => actOnCase(app.deps, by, { code, version }, action)))
    expect(done.map((one) => (one.ok ? 'ok' : one.error)).sort()).toEqual(['conflict', 'ok'])
    expect((await listEvents(app.deps.db, id)).filter(({ kind }) => kind === 'answer')).toHaveLength(1)
  })

  it('merge two cases into each other: one of them stays', async () => {
    const { app, first, second } = await openPeople(engine)
    const [a, b] = [await openedCase(app), await openedCase(app)]
    const one = { code: a.code, version: 1 }
    const other = { code: b.code, version: 1 }
    const done = await Promise.all([
      mergeCases(app.deps, first, one, other, ''),
      mergeCases(app.deps, second, other, one, ''),
    ])
    expect(done.filter(({ ok }) => ok)).toHaveLength(1)
    const states = await Promise.all([a, b].map(async ({ code }) => (await findCase(app.deps.db, code))?.state))
    expect(states.sort()).toEqual(['merged', 'new'])
  })

  it('split and merge: one of the two', async () => {
    const { app, first, second } = await openPeople(engine)
    const [a, b] = [await openedCase(app), await openedCase(app)]
    const asked = { code: a.code, version: 1 }
    const done = await Promise.all([
      splitCase(app.deps, first, asked, [part('Một'), part('Hai')], () => ''),
      mergeCases(app.deps, second, asked, { code: b.code, version: 1 }, ''),
    ])
    expect(done.filter(({ ok }) => ok)).toHaveLength(1)
    const all = await casesOf(app)
    const state = all.find(({ code }) => code === a.code)?.state
    expect([all.length, state]).toEqual(done[0]?.ok ? [4, 'split'] : [2, 'merged'])
  })

  it('withdraw and answer: the sender withdrew before it was sent, or gets the answer', async () => {
    const { app, clerk, first } = await openPeople(engine)
    const { code, id } = await openedCase(app)
    const at = app.deps.now().toISOString()
    await saveDraft(app.deps.db, { caseId: id, text: 'Trả lời', by: clerk.id, at, revision: 0 })
    await act(app, clerk, code, { deed: 'submit', answerNo: 0, text: '' })
    const { version } = (await findCase(app.deps.db, code)) ?? { version: 0 }
    const done = await Promise.all([
      actAsSender(app.deps, id, { deed: 'withdraw', reason: '' }),
      actOnCase(app.deps, first, { code, version }, { deed: 'answer', answerNo: 0 }),
    ])
    expect(done.filter(({ ok }) => ok)).toHaveLength(1)
    const audit = await listAudit(app.deps.db, { actions: ['case.answer'], limit: 10 })
    expect(audit).toHaveLength(done[1]?.ok ? 1 : 0)
  })

  it('save while it is given for approval: what was approved is what was given', async () => {
    const { app, clerk, first } = await openPeople(engine)
    const { code, id } = await openedCase(app)
    const done = await Promise.all([
      submitAnswer(app.deps, clerk, { code, version: 1 }, { text: 'Đã trình', revision: 0 }),
      saveAnswer(app.deps, first, code, { text: 'Chen vào', revision: 0 }),
    ])
    expect(done.filter(({ ok }) => ok)).toHaveLength(1)
    const texts = (await listAnswers(app.deps.db, id)).map(({ text }) => text)
    expect(texts).toEqual([done[0]?.ok ? 'Đã trình' : 'Chen vào'])
  })
})
