import { expect, it } from 'vitest'
import { listAudit } from '../../db/audit'
import { findSurveyDraft } from '../../db/survey-drafts'
import { listVersionRecords } from '../../db/surveys'
import { openApp, type TestApp } from '../support/app'
import { describeEngines } from '../support/database'
import { password, signInAs } from '../support/staff'

const base = '/can-bo/mau-phieu'
const draft = `${base}/sipas-24`

/** A draft of version 2 whose first question is worded anew. */
async function writeSecond(test: TestApp, phone = 'Biển hiệu dễ thấy từ cổng') {
  const person = await signInAs(test, 'administrator')
  await person.open(base)
  await person.send(`${draft}/soan`)
  await person.open(`${draft}/nhom-1`)
  await person.send(`${draft}/nhom-1`, { 'c.0.phone': phone })
  await person.open(`${draft}/cong-bo`)
  return person
}

const answer = (version: string, level = '4') =>
  new URLSearchParams([
    ['version', version],
    ['1.1', level],
  ])

describeEngines('versions of a survey', (engine) => {
  it('a version published for tomorrow is shown from midnight in Viet Nam on, without a restart', async () => {
    const test = await openApp(await engine.open(), {}, '2026-03-10T16:59:50Z')
    const person = await writeSecond(test)
    expect(person.page.text).toContain('Công bố bản 2 không sửa phiếu đã trả lời.')
    expect(person.page.text).toContain('Biển hiệu dễ thấy từ cổng')
    await person.send(`${draft}/cong-bo`, { ngay: '2026-03-11' })
    expect(person.page.text).toContain('Đã công bố bản 2, dùng từ 11/03/2026.')
    expect(person.page.text).toContain('Dùng từ 11/03/2026')
    const citizen = test.visitor()
    await citizen.open(`/k/${test.point}`)
    expect(citizen.page.html).toContain('value="sipas-24@1"')
    // Nobody may answer it before its day, and reports do not know it yet.
    expect((await citizen.post(`/k/${test.point}/gui`, answer('sipas-24@2'))).status).toBe(422)
    expect((await person.open('/can-bo/xuat/satisfaction.json?survey=sipas-24')).html).toContain(
      '"survey":"sipas-24@1"',
    )

    test.setNow('2026-03-10T16:59:59.900Z')
    expect((await citizen.open(`/k/${test.point}`)).html).toContain('value="sipas-24@1"')
    test.setNow('2026-03-10T17:00:00.000Z')
    await citizen.open(`/k/${test.point}`)
    expect(citizen.page.html).toContain('value="sipas-24@2"')
    expect(citizen.page.text).toContain('Biển hiệu dễ thấy từ cổng')
    expect((await citizen.post(`/k/${test.point}/gui`, answer('sipas-24@2'))).text).toContain('Đã nhận phiếu')
    // A form that was open at midnight is still taken, as the version that it is.
    expect((await citizen.post(`/k/${test.point}/gui`, answer('sipas-24@1'))).text).toContain('Đã nhận phiếu')
    const versions = await test.deps.db.selectFrom('response').select('version').orderBy('id').execute()
    expect(versions.map(({ version }) => version)).toEqual(['sipas-24@2', 'sipas-24@1'])
    const [published] = (await listAudit(test.deps.db, { limit: 20 })).filter(
      ({ action }) => action === 'survey.publish',
    )
    expect(published?.subject).toBe('sipas-24@2')
    expect(JSON.parse(published?.detail ?? '')).toEqual({
      before: { 'criterion 1 1.1 phone': 'Biển hiệu, bảng hướng dẫn rõ ràng, dễ thấy' },
      after: { 'criterion 1 1.1 phone': 'Biển hiệu dễ thấy từ cổng', effectiveOn: '2026-03-11' },
    })
  })

  it('a coming version is taken back; its number is not used again and its content is a draft again', async () => {
    const test = await openApp(await engine.open())
    const person = await writeSecond(test)
    await person.send(`${draft}/cong-bo`, { ngay: '20/3/2026' })
    await person.send(`${draft}/rut-lai`)
    expect(person.page.text).toContain('Đã rút bản công bố.')
    expect(person.page.text).toContain('Đã rút lại')
    expect((await findSurveyDraft(test.deps.db, 'sipas-24'))?.definition.version).toBe(3)
    test.setNow('2026-03-25T02:00:00Z')
    expect((await test.visitor().open(`/k/${test.point}`)).html).toContain('value="sipas-24@1"')
    await person.open('/can-bo/dang-nhap')
    await person.send('/can-bo/dang-nhap', { login: 'administrator.all', password })
    await person.open(`${draft}/cong-bo`)
    await person.send(`${draft}/cong-bo`)
    expect((await listVersionRecords(test.deps.db, 'sipas-24')).map(({ version }) => version)).toEqual([3, 2, 1])
    // In force: no longer to be taken back.
    expect((await person.post(`${draft}/rut-lai`, 'version=3')).status).toBe(409)
    expect((await person.post(`${draft}/rut-lai`, 'version=9')).status).toBe(404)
  })

  it('yesterday, no day, nothing new and a draft that changed meanwhile are refused', async () => {
    const test = await openApp(await engine.open())
    const person = await writeSecond(test)
    await person.send(`${draft}/cong-bo`, { ngay: '2026-03-09' })
    expect(person.page.status).toBe(422)
    expect(person.page.text).toContain('không được trước hôm nay')
    await person.send(`${draft}/cong-bo`, { ngay: '30/2/2026' })
    expect(person.page.text).toContain('Xin ghi ngày có hiệu lực')
    await person.send(`${draft}/cong-bo`, { ngay: '2026-03-10', revision: '1' })
    expect(person.page.text).toContain('Có người vừa sửa bản nháp này.')
    await person.send(`${draft}/cong-bo`, { ngay: '2026-03-20' })
    await person.send(`${draft}/soan`)
    await person.open(`${draft}/cong-bo`)
    await person.send(`${draft}/cong-bo`, { ngay: '2026-03-10' })
    expect(person.page.text).toContain('Đã có bản khác công bố cho ngày sau ngày này.')
    await person.send(`${draft}/cong-bo`, { ngay: '2026-03-20' })
    expect(person.page.text).toContain('không khác bản đã công bố')
  })

  it('once somebody has answered, another scale is another survey', async () => {
    const test = await openApp(await engine.open())
    await test.visitor().post(`/k/${test.point}/gui`, answer('sipas-24@1'))
    const person = await writeSecond(test)
    await person.open(`${draft}/thang-do`)
    expect(person.page.text).toContain('Đổi thang đo sẽ thành một phiếu khác, không cộng chung được.')
    const revision = { revision: '2', 's.0.label': 'Kém', 's.1.label': 'Tốt', 's.1.satisfied': '1' }
    await person.post(`${draft}/thang-do`, new URLSearchParams(revision))
    expect(person.page.status).toBe(422)
    await person.open(`${draft}/chung`)
    await person.send(`${draft}/chung`, { order: 'high-first' })
    expect(person.page.text).toContain('Đã lưu bản nháp.')
    await person.open(`${base}/nhanh-6/sao-chep`)
    await person.send(`${base}/nhanh-6/sao-chep`, { key: 'nhanh-4' })
    await person.open(`${base}/nhanh-4/thang-do`)
    await person.send(`${base}/nhanh-4/thang-do`, { 's.2.satisfied': '1' })
    expect(person.page.text).toContain('Đã lưu bản nháp.')
  })

  it('the shipped draft for schools is completed, published and asked at a point', async () => {
    const test = await openApp(await engine.open())
    const person = await signInAs(test, 'administrator')
    await person.open(base)
    expect(person.page.text).toContain('Mẫu soạn sẵn, chưa công bố')
    await person.send(`${base}/gd-cong/soan`)
    await person.open(`${base}/gd-cong/chung`)
    await person.send(`${base}/gd-cong/chung`, { source: 'Công văn của Bộ', address: 'quý phụ huynh' })
    await person.open(`${base}/gd-cong/cong-bo`)
    expect(person.page.text).toContain('chưa công bố bản nào')
    await person.send(`${base}/gd-cong/cong-bo`)
    expect(person.page.text).toContain('Đã công bố bản 1')
    await test.deps.db.updateTable('point').set({ surveyKey: 'gd-cong' }).execute()
    test.setNow('2026-03-10T02:00:05Z')
    const citizen = await test.visitor().open(`/k/${test.point}`)
    expect(citizen.text).toContain('Nói chung, quý phụ huynh hài lòng ở mức nào với nhà trường?')
    expect(citizen.text).toContain('Quý phụ huynh có kiến nghị, đề xuất gì với nhà trường?')
    await person.open(base)
    expect(person.page.text).not.toContain('Mẫu soạn sẵn')
  })

  it('a translated version is answered in English from page to receipt', async () => {
    const test = await openApp(await engine.open())
    const person = await writeSecond(test)
    await person.open(`${draft}/dich`)
    await person.send(`${draft}/dich`, { lam: 'fill.0' })
    expect(person.field('t.1.2')).toBe('The reception area is tidy and clean')
    expect(person.page.text).toContain('Còn 1 câu chưa dịch.')
    await person.send(`${draft}/dich`, { 't.1.1': 'Signs can be seen from the gate' })
    await person.open(`${draft}/dich`)
    expect(person.page.text).toContain('Bản tiếng Anh đã đủ.')
    await person.open(`${draft}/cong-bo`)
    await person.send(`${draft}/cong-bo`)
    expect(person.page.text).toContain('có tiếng Anh')

    test.setNow('2026-03-10T02:01:00Z')
    const citizen = test.visitor()
    expect((await citizen.open(`/k/${test.point}`)).html).toContain(
      '<a class="lnk" href="?lang=en" lang="en" hreflang="en">English</a>',
    )
    const page = await citizen.open(`/k/${test.point}?lang=en`)
    expect(page.html).toContain('<html lang="en">')
    expect(page.text).toContain('1.1 Signs can be seen from the gate')
    expect(page.text).toContain('How satisfied are you?')
    expect((page.html.split('<form')[1] ?? '').match(/[ăđêôơưạảãếệộợự]\S*/gi)).toBeNull()
    await citizen.send(`/k/${test.point}/gui`)
    expect(citizen.page.status).toBe(422)
    expect(citizen.page.text).toContain('The form has no answer yet')
    await citizen.send(`/k/${test.point}/gui`, { '1.1': '5' })
    expect(citizen.page.text).toContain('Your form has been received. Thank you.')
    expect(await test.deps.db.selectFrom('response').select(['lang', 'version']).execute()).toEqual([
      { lang: 'en', version: 'sipas-24@2' },
    ])
    expect((await citizen.open(`/k/${test.point}/nhanh?lang=en`)).html).toContain('<html lang="vi">')
  })
})
