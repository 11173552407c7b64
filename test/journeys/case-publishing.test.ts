import { expect, it } from 'vitest'
import { listAudit } from '../../db/audit'
import { listEvents } from '../../db/case-events'
import { findCase } from '../../db/cases'
import { findPublication } from '../../db/publications'
import { actAsSender } from '../../server/actions/case-deeds'
import { openApp } from '../support/app'
import { act, answerCase } from '../support/cases'
import { describeEngines } from '../support/database'
import { insertDepartment } from '../support/department'
import { answeredCase, onDay, press, publish, publishingPeople, stateOf, takeBack } from '../support/published-cases'
import { signInAs } from '../support/staff'

const base = '/can-bo/cong-khai'
/** Friday 13/02/2026, the last working day before Tết; two working days later is Tuesday 24/02. */
const beforeTet = '2026-02-13T08:00:00Z'

const content = 'Quầy 3 bảo tôi bổ sung giấy. Số của tôi là 0905 123 456, xin gọi lại.'
const phone = '0905 123 456'

describeEngines('a publisher', (engine) => {
  it('sees until when an answer is to be published, over Tết, and publishes it on the last day', async () => {
    const app = await openApp(await engine.open(), {}, beforeTet)
    const people = await publishingPeople(app)
    const { publisher } = people
    const { code, id } = await answeredCase(app, people, { content })
    await publisher.open(base)
    expect(publisher.page.text).toContain('Chờ công khai (1)')
    expect(publisher.page.text).toContain('Còn 2 ngày làm việc hạn 24/02/2026')
    await onDay(app, people, '2026-02-24T02:00:00Z')
    await publisher.open(base)
    expect(publisher.page.text).toContain('Đến hạn hôm nay')
    await publisher.open(`${base}/${code}`)
    expect(publisher.page.html).toContain(`<mark>${phone}</mark>`)
    expect(publisher.page.html).toContain('<span class="red">che: số điện thoại</span>')
    await publisher.open(`${base}/${code}/xem-truoc`)
    expect(publisher.page.text).toContain('Xem trước, chưa công khai')
    expect(publisher.page.html).not.toContain('0905')
    expect((await app.visitor().open(`/cau-tra-loi/${code}`)).status).toBe(404)
    await publisher.send(`${base}/${code}/dang`)
    expect(publisher.page.text).toContain('Đã công khai lúc 24/02/2026')
    expect(await stateOf(app, code)).toBe('published')
    const event = (await listEvents(app.deps.db, id)).at(-1)
    expect(event).toMatchObject({ kind: 'publish', data: { dueOn: '2026-02-24', late: false } })
    const world = await app.visitor().open(`/cau-tra-loi/${code}`)
    expect([world.status, world.headers.get('Cache-Control')]).toEqual([200, 'public, max-age=60'])
    expect(world.text).toContain('Quầy 3 bảo tôi bổ sung giấy. Số của tôi là che: số điện thoại , xin gọi lại.')
    expect(world.text).toContain('Thứ Ba, 24/02/2026')
    expect(world.html).not.toContain('0905')
    expect(world.html).not.toContain('Trần Văn Bình')
    expect((await findCase(app.deps.db, code))?.content).toBe(content)
  })

  it('is late on the day after, and the list says so', async () => {
    const app = await openApp(await engine.open(), {}, beforeTet)
    const people = await publishingPeople(app)
    const { code, id } = await answeredCase(app, people)
    await onDay(app, people, '2026-02-25T02:00:00Z')
    expect((await people.publisher.open(base)).text).toContain('Quá hạn 1 ngày làm việc')
    await publish(people.publisher, code)
    expect((await listEvents(app.deps.db, id)).at(-1)?.data).toMatchObject({ late: true })
  })

  it('keeps, drops and adds hidden places; who shows something stands in the audit, without the words', async () => {
    const app = await openApp(await engine.open(), {}, beforeTet)
    const people = await publishingPeople(app)
    const { publisher } = people
    const { code, id } = await answeredCase(app, people, { content, title: 'Chị Lan ở Quầy 3' }, 'Đã nhắc chị Lan.')
    const at = content.indexOf(phone)
    const place = `phone content ${at} ${at + phone.length}`
    await press(publisher, code, { lam: `bo ${place}` })
    expect(publisher.page.text).toContain('Đã bỏ che 1 chỗ, mọi người sẽ thấy')
    const [shown] = await listAudit(app.deps.db, { limit: 1 })
    expect(shown).toMatchObject({ action: 'case.redact', subject: code })
    expect(JSON.parse(shown?.detail ?? '')).toEqual({
      after: { redaction: 'show', redactionKind: 'phone', place: `content ${at}–${at + phone.length}` },
    })
    await press(publisher, code, { lam: `che ${place}` })
    expect(publisher.page.text).not.toContain('Đã bỏ che')
    await press(publisher, code, { lam: 'go', chu: 'chi lan' })
    await press(publisher, code, { lam: 'che other content 0 6' })
    await press(publisher, code, { lam: 'go', chu: 'không có trong phiếu' })
    expect(publisher.page.status).toBe(422)
    expect(publisher.page.text).toContain('Không thấy “không có trong phiếu”')
    expect(publisher.field('chu')).toBe('không có trong phiếu')
    await publish(publisher, code)
    const world = await app.visitor().open(`/cau-tra-loi/${code}`)
    for (const hidden of [/lan\b/i, /0905/, /Quầy 3/]) expect(world.text).not.toMatch(hidden)
    expect(world.text).toContain('Đã nhắc che:')
    const { redactions } = (await findPublication(app.deps.db, id)) ?? {}
    expect(redactions?.length).toBeGreaterThan(3)
    expect(await findCase(app.deps.db, code)).toMatchObject({ content, title: 'Chị Lan ở Quầy 3' })
  })

  it('who presses second sees that somebody else was first, and nothing is lost or published by that', async () => {
    const app = await openApp(await engine.open(), {}, beforeTet)
    const people = await publishingPeople(app)
    const { publisher } = people
    const { code } = await answeredCase(app, people)
    const second = await signInAs(app, 'publisher', 'CQ')
    await second.open(`${base}/${code}`)
    await publisher.open(`${base}/${code}/xem-truoc`)
    await second.send(`${base}/${code}/che`, { lam: 'go', chu: 'Quầy 3' })
    expect((await publisher.send(`${base}/${code}/dang`)).status).toBe(409)
    expect(publisher.page.text).toContain('Người khác vừa thay đổi phiếu này')
    expect(await stateOf(app, code)).toBe('awaiting-publication')
    await publisher.open(`${base}/${code}`)
    await press(second, code, { lam: 'go', chu: 'giấy' })
    await publisher.send(`${base}/${code}/che`, { lam: 'go', chu: 'bổ sung' })
    expect([publisher.page.status, publisher.field('chu')]).toEqual([409, 'bổ sung'])
  })

  it('names the sender only with consent, and only when somebody decides so', async () => {
    const app = await openApp(await engine.open(), {}, beforeTet)
    const people = await publishingPeople(app)
    const { publisher } = people
    const without = await answeredCase(app, people)
    expect((await press(publisher, without.code, { lam: 'ten' })).status).toBe(422)
    const { code } = await answeredCase(app, people, { nameConsent: true })
    await publisher.open(`${base}/${code}`)
    expect(publisher.page.html).not.toContain('Trần Văn Bình')
    await press(publisher, code, { lam: 'ten' })
    await publish(publisher, code)
    expect((await app.visitor().open(`/cau-tra-loi/${code}`)).text).toContain('Người gửi: Trần Văn Bình')
    await app.deps.db.updateTable('feedbackCase').set({ nameConsent: 0 }).where('code', '=', code).execute()
    expect((await app.visitor().open(`/cau-tra-loi/${code}`)).html).not.toContain('Trần Văn Bình')
  })

  it('takes an answer back with a reason that names nobody, corrects it and publishes it again', async () => {
    const app = await openApp(await engine.open(), {}, beforeTet)
    const people = await publishingPeople(app)
    const { publisher } = people
    const { code } = await answeredCase(app, people, { content: 'Bà Tư bán nước ở cổng bảo vậy.' })
    await publish(publisher, code)
    await takeBack(publisher, code, ' ')
    expect([publisher.page.status, publisher.page.text]).toEqual([422, expect.stringContaining('Xin ghi lý do')])
    await takeBack(publisher, code, 'lộ số 0905123456')
    expect(publisher.page.text).toContain('Lý do có thông tin riêng')
    expect(publisher.field('reason')).toBe('lộ số 0905123456')
    await onDay(app, people, '2026-02-24T02:00:00Z')
    await takeBack(publisher, code, 'Để che thêm <b>thông tin</b> riêng.')
    expect(publisher.page.text).toContain('Đã gỡ lúc 24/02/2026')
    const gone = await app.visitor().open(`/cau-tra-loi/${code}`)
    expect(gone.status).toBe(410)
    expect(gone.text).toContain('Nội dung đã được gỡ ngày 24/02/2026, lý do: Để che thêm <b>thông tin</b> riêng.')
    expect(gone.html).not.toContain('<b>thông tin')
    expect(gone.html).not.toContain('Bà Tư')
    expect((await app.visitor().open('/cau-tra-loi?tim=ba%20tu')).text).toContain('Không có câu trả lời nào khớp')
    await press(publisher, code, { lam: 'go', chu: 'Bà Tư bán nước' })
    await publish(publisher, code)
    const again = await app.visitor().open(`/cau-tra-loi/${code}`)
    expect([again.status, again.text]).toEqual([200, expect.stringContaining('che: thông tin riêng ở cổng bảo vậy.')])
  })

  it('leaves a published text with a note while it is looked at again, until the new answer is published', async () => {
    const app = await openApp(await engine.open(), {}, beforeTet)
    const people = await publishingPeople(app)
    const { publisher } = people
    const { code, id } = await answeredCase(app, people, {}, 'Câu trả lời thứ nhất, xin đến Quầy 3.')
    await press(publisher, code, { lam: 'che other answer 0 7' })
    await publish(publisher, code)
    await actAsSender(app.deps, id, { deed: 'reopen', text: 'Chưa đúng.' })
    const world = app.visitor()
    expect((await world.open(`/cau-tra-loi/${code}`)).text).toContain('cơ quan đang xem xét lại')
    await answerCase(app, code, people, 'Câu trả lời thứ hai.')
    expect((await world.open(`/cau-tra-loi/${code}`)).text).toContain('thứ nhất')
    expect(world.page.text).toContain('đang xem xét lại')
    await publisher.open(`${base}/${code}`)
    expect(publisher.page.html).toContain('Câu trả lời thứ hai.')
    await publish(publisher, code)
    expect((await world.open(`/cau-tra-loi/${code}`)).text).toContain('Câu trả lời thứ hai.')
    expect(world.page.text).not.toContain('xem xét lại')
  })

  it('finds an answer again that was restricted for a while', async () => {
    const app = await openApp(await engine.open(), {}, beforeTet)
    const people = await publishingPeople(app)
    const { publisher, approver } = people
    const { code } = await answeredCase(app, people)
    await act(app, people.by, code, { deed: 'restrict', restricted: true, reason: 'Có thể về trẻ em' })
    expect((await publisher.open(base)).text).toContain('Không có câu trả lời nào chờ công khai.')
    expect((await publisher.open(`${base}/${code}`)).status).toBe(404)
    const free = { deed: 'restrict', restricted: false, reason: 'Không phải' } as const
    expect(await act(app, approver, code, free)).toMatchObject({ ok: true })
    expect((await publisher.open(base)).text).toContain('Còn 2 ngày làm việc hạn 24/02/2026')
    await publish(publisher, code)
    expect(await stateOf(app, code)).toBe('published')
  })

  it('sees only what may be published, in the own part of the tree', async () => {
    const app = await openApp(await engine.open(), {}, beforeTet)
    await insertDepartment(app.deps.db)
    const people = await publishingPeople(app)
    const { code } = await answeredCase(app, people)
    const secret = await answeredCase(app, people, { publishChoice: 'private' })
    const local = await signInAs(app, 'publisher', 'CQ-1')
    expect((await local.open(base)).text).toContain('Không có câu trả lời nào chờ công khai.')
    for (const form of ['', '/xem-truoc', '/go']) expect((await local.open(`${base}/${code}${form}`)).status).toBe(404)
    expect((await people.publisher.open(`${base}/${secret.code}`)).status).toBe(404)
    const handler = await signInAs(app, 'handler')
    expect((await handler.open(base)).status).toBe(403)
    expect((await handler.post(`${base}/${code}/dang`, '')).status).toBe(403)
  })
})
