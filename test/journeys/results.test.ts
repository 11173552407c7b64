import { expect, it } from 'vitest'
import { saveDenominator } from '../../db/denominators'
import { insertMark } from '../../db/responses'
import { firstOffice } from '../../db/seed/first-office'
import { saveTarget } from '../../db/targets'
import { drain } from '../../server/ledger/follow'
import { answerSipas } from '../support/answers'
import { openApp, type TestApp } from '../support/app'
import { describeEngines } from '../support/database'
import { insertDepartment } from '../support/department'
import { signInAdministrator, signInAs } from '../support/staff'

const results = '/can-bo/ket-qua'
/** The app's clock: Tuesday 10 March 2026, 09:00 in Viet Nam. */
const today = { submittedOn: '2026-03-10' }
const february = { submittedOn: '2026-02-10' }
const autumn = { submittedOn: '2025-11-04' }
const at = (point: string, office: string = firstOffice.code) => ({ point, office })

const setTarget = ({ deps }: TestApp, hundredths: number) =>
  saveTarget(deps.db, {
    officeCode: firstOffice.code,
    year: 2026,
    kind: 'satisfaction',
    operator: '>=',
    hundredths,
    source: 'Kế hoạch',
  })

describeEngines('the page of results', ({ open }) => {
  it('an administrator reads the rate in words, beside target, interval, answers and the period before', async () => {
    const app = await openApp(await open())
    await setTarget(app, 9000)
    await answerSipas(app, 45, 5, february)
    await answerSipas(app, 15, 2, today)
    await answerSipas(app, 40, 4, autumn)
    const hoa = await signInAdministrator(app)
    const { text, html } = await hoa.open(results)
    expect(text).toContain('Kết quả hài lòng, quý I/2026 đến hôm nay')
    expect(text).toMatch(/Mức độ hài lòng chung 75,00\s%/)
    expect(text).toMatch(/Dưới chỉ tiêu 90\s% là 15,00\sđiểm\./)
    expect(text).toMatch(/Thấp hơn quý IV\/2025 25,00\sđiểm, khác nhau có ý nghĩa thống kê\./)
    // Everybody gave one level throughout: the mean is worth n − 1 = 59 independent answers, Wilson of 0.75.
    expect(text).toMatch(/Khoảng tin cậy 95\s% 62,66\s–\s84,29\s%/)
    expect(text).toContain('Số phiếu hợp lệ 60')
    expect(text).toContain('Chưa nhập số hồ sơ')
    expect(text).toMatch(/Nếu đạt chỉ tiêu 90\s%, chung tăng tối đa 0,63\sđiểm/)
    expect(text).toMatch(/Hài lòng toàn diện 75,00\s%/)
    expect(text).toMatch(/Điểm trung bình 4,25\/5 \(quy đổi 85,00\s%\)/)
    expect(html).not.toMatch(/\sstyle=/)
  })

  it('every filter stands in the address, and the files have the same filters', async () => {
    const app = await openApp(await open())
    await insertDepartment(app.deps.db)
    await answerSipas(app, 30, 5, { ...february, ...at('7F3K') })
    await answerSipas(app, 30, 1, { ...february, ...at('9H5N', 'CQ-1'), channel: 'paper' })
    const hoa = await signInAdministrator(app)
    await hoa.open(results)
    expect(hoa.page.text).toMatch(/Mức độ hài lòng chung 50,00\s%/)
    await hoa.send(results, { period: '2026-02', place: 'd.9H5N', channel: 'paper', survey: 'sipas-24@1' })
    expect(hoa.page.url).toBe(`${results}?period=2026-02&place=d.9H5N&channel=paper&survey=sipas-24%401`)
    expect(hoa.page.text).toContain('tháng 2/2026')
    expect(hoa.page.text).toMatch(/Mức độ hài lòng chung 0,00\s%/)
    expect(hoa.page.html).toContain(
      'href="/can-bo/xuat/satisfaction.xlsx?period=2026-02&amp;point=9H5N&amp;survey=sipas-24%401&amp;channel=paper"',
    )
    await hoa.open(`${results}?from=2026-02-10&to=2026-02-10&place=c.CQ-1`)
    expect(hoa.page.text).toContain('từ 10/02/2026 đến 10/02/2026')
    expect(hoa.page.text).toContain('Số phiếu hợp lệ 30')
    await hoa.open(`${results}?period=2026-Q1/14`)
    expect(hoa.page.text).toContain('quý I/2026, chốt ngày 14 đến hôm nay')
  })

  it('says what is missing instead of a number: nobody, too few, few', async () => {
    const app = await openApp(await open())
    await insertDepartment(app.deps.db)
    const hoa = await signInAdministrator(app)
    const there = `${results}?place=d.7F3K`
    expect((await hoa.open(there)).text).toContain('Điểm này chưa có phiếu nào trong kỳ.')
    await answerSipas(app, 2, 5, { ...today, ...at('7F3K'), sentStanding: 'under-half', standing: 'under-half' })
    const { text } = await hoa.open(there)
    expect(text).toContain('Trong kỳ chưa có phiếu hợp lệ nào.')
    expect(text).toContain('trả lời dưới một nửa số câu 2')
    expect(text).not.toContain('Không khảo sát')
    await answerSipas(app, 4, 5, { ...today, ...at('7F3K') })
    const few = (await hoa.open(there)).text
    expect(few).toContain('Chưa công bố (dưới 5 phiếu)')
    expect(few).not.toMatch(/100,00|\b0,00/)
    await answerSipas(app, 1, 5, { ...today, ...at('7F3K') })
    expect((await hoa.open(there)).text).toContain('Ít phiếu, chỉ để tham khảo')
  })

  it('hides a point with few answers and another one, so that subtraction shows nothing', async () => {
    const app = await openApp(await open())
    await insertDepartment(app.deps.db)
    await answerSipas(app, 3, 1, { ...today, ...at('7F3K') })
    await answerSipas(app, 20, 5, { ...today, ...at('8G4M') })
    await answerSipas(app, 40, 5, { ...today, ...at('9H5N', 'CQ-1') })
    const hoa = await signInAdministrator(app)
    const { html } = await hoa.open(results)
    const rows = [...html.matchAll(/<tr><th scope="row">(?:Quầy \d)[\s\S]*?<\/tr>/g)].map(([row]) => row)
    const hiddenCells = rows.map((row) => row.match(/class="nil"/g)?.length ?? 0)
    expect(hiddenCells.sort()).toEqual([0, 5, 5])
  })

  it('shows doubtful responses with and without, and why others do not count', async () => {
    const app = await openApp(await open())
    await answerSipas(app, 30, 5, february)
    await answerSipas(app, 10, 1, february)
    await answerSipas(app, 2, 5, { ...february, sentStanding: 'under-half', standing: 'under-half' })
    const { db, connection } = app.deps
    const bad = await db.selectFrom('response').select('id').where('answers', 'like', '111%').execute()
    const mark = {
      kind: 'doubt' as const,
      reason: 'burst',
      markedOn: '2026-03-01',
      markedAt: '2026-03-01T00:00:00Z',
      by: null,
    }
    for (const { id } of bad) await insertMark(db, { ...mark, responseId: id })
    await drain(connection)
    const hoa = await signInAdministrator(app)
    const { text } = await hoa.open(results)
    expect(text).toMatch(/10 phiếu nghi vấn vẫn được tính; bỏ ra thì tỷ lệ là 100,00\s%/)
    expect(text).toMatch(/Thu về 42 Hợp lệ 40 trong đó 10 phiếu nghi vấn Không hợp lệ 2 trả lời dưới một nửa số câu 2/)
  })

  it('puts the rate beside those who did not answer once the number of dossiers is known', async () => {
    const app = await openApp(await open())
    await answerSipas(app, 90, 5, february)
    await answerSipas(app, 10, 1, february)
    await saveDenominator(app.deps.db, {
      ...{ officeCode: firstOffice.code, period: '2026-02', dossiers: 200, issued: 150, basis: 'returned' },
      ...{ enteredBy: null, enteredAt: '2026-03-01T00:00:00Z' },
    })
    const hoa = await signInAdministrator(app)
    const { text } = await hoa.open(`${results}?period=2026-02`)
    expect(text).toContain('Số phiếu hợp lệ 100 / 200 hồ sơ')
    expect(text).toMatch(/Tỷ lệ phản hồi 50,00\s%/)
    expect(text).toContain('Cần 134 phiếu, đã có 100, còn thiếu 34')
    expect(text).toMatch(/đều không hài lòng, tỷ lệ là 45,00\s%; đều hài lòng, 95,00\s%/)
    expect(text).toContain('Phát ra 150')
  })

  it('a leader sees until yesterday, a clerk whole past weeks, and neither sees figures move', async () => {
    const app = await openApp(await open())
    await answerSipas(app, 40, 5, { submittedOn: '2026-03-08' })
    await answerSipas(app, 5, 1, { submittedOn: '2026-03-09' })
    await answerSipas(app, 5, 1, today)
    const leader = await signInAs(app, 'viewer')
    const seen = await leader.open(`${results}?period=2026-03`)
    expect(seen.text).toContain('tháng 3/2026 đến hết 09/03/2026')
    expect(seen.text).toContain('Số phiếu hợp lệ 45')
    expect(seen.html).not.toContain('data-live')
    const clerk = await signInAs(app, 'intake')
    const weeks = await clerk.open(`${results}?period=2026-03`)
    expect(weeks.text).toContain('từ 02/03/2026 đến 08/03/2026')
    expect(weeks.text).toContain('Số phiếu hợp lệ 40')
    expect(weeks.text).not.toContain('Theo tháng')
    expect((await clerk.open(`${results}?from=2026-03-09&to=2026-03-10`)).text).toContain(
      'Trong những ngày này chưa có số liệu xem được.',
    )
    for (const visitor of [leader, clerk]) expect((await visitor.open(`${results}/phien-ban`)).status).toBe(403)
  })

  it('tells cheaply whether anything changed', async () => {
    const app = await openApp(await open())
    await answerSipas(app, 6, 5, today)
    const hoa = await signInAdministrator(app)
    expect((await hoa.open(results)).html).toContain(`data-live="${results}/phien-ban"`)
    const before = (await hoa.open(`${results}/phien-ban`)).headers.get('ETag')
    expect((await hoa.open(`${results}/phien-ban`)).headers.get('ETag')).toBe(before)
    await answerSipas(app, 1, 5, today)
    expect((await hoa.open(`${results}/phien-ban`)).headers.get('ETag')).not.toBe(before)
  })

  it('keeps people within their part of the tree, and explains a wrong address', async () => {
    const app = await openApp(await open())
    await insertDepartment(app.deps.db)
    await answerSipas(app, 30, 5, { ...february, ...at('7F3K') })
    await answerSipas(app, 30, 1, { ...february, ...at('9H5N', 'CQ-1') })
    const ward = await signInAs(app, 'statistics', 'CQ-1')
    expect((await ward.open(results)).text).toMatch(/Mức độ hài lòng chung 0,00\s%/)
    expect(ward.page.html).not.toContain('d.7F3K')
    const refused = [
      ['place=d.7F3K', 'Không tìm thấy điểm khảo sát này trong phạm vi được xem.'],
      [`place=c.${firstOffice.code}`, 'Không tìm thấy cơ quan này trong phạm vi được xem.'],
      ['period=2026-13', 'Kỳ không đúng.'],
      ['period=1900', 'Kỳ không đúng.'],
      ['from=2026-02-30&to=2026-03-01', 'Ngày không đúng.'],
      ['to=1900-01-01', 'Ngày không đúng.'],
      ['from=2026-03-02&to=2026-03-01', 'Ngày bắt đầu ở sau ngày kết thúc.'],
      ['survey=nothing', 'Không tìm thấy mẫu phiếu này.'],
      ['channel=fax', 'Không có kênh trả lời này.'],
    ] as const
    for (const [query, sentence] of refused) {
      const { status, text } = await ward.open(`${results}?${query}`)
      expect(status).toBe(400)
      expect(text).toContain(sentence)
      expect(text).not.toContain('100,00')
    }
  })
})
