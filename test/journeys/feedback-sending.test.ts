import { expect, it } from 'vitest'
import { listCaseFiles } from '../../db/case-files'
import { findSender } from '../../db/case-senders'
import { saveContacts } from '../../db/feedback-offices'
import { insertOffice, updateOffice } from '../../db/offices'
import { insertPoint } from '../../db/points'
import { insertProcedure } from '../../db/procedures'
import { openApp, type TestApp } from '../support/app'
import { describeEngines } from '../support/database'
import { casesOf, fillIn, lan, press, story, withFiles } from '../support/feedback'

const createdAt = '2026-01-01T00:00:00.000Z'
const contacts = { zalo: '', email: '', phone: '', website: '', dataContact: '', retention: '', hidesSender: null }

async function addOffices({ deps }: TestApp, n: number) {
  for (let i = 1; i <= n; i++)
    await insertOffice(deps.db, {
      code: `T-${i}`,
      name: `Trường THPT Số ${i}`,
      parentCode: 'CQ',
      address: null,
      phone: null,
      createdAt,
    })
}

describeEngines('a citizen sends feedback', (engine) => {
  it('in steps without a script, and gets a code, a secret and a due date', async () => {
    const test = await openApp(await engine.open(), {}, '2026-11-20T02:00:00Z')
    const citizen = test.visitor()
    await citizen.open(`/gop-y?diem=${test.point}`)
    expect(citizen.page.text).toMatch(/Đang nguy hiểm\? Gọi ngay: 113 .* Bước 1 trong 6 Việc của Ông\/Bà là gì\?/)
    const review = await fillIn(citizen)
    expect(review.text).toContain(`${story}`)
    expect(review.text).toContain('Nguyễn Thị Lan')
    expect(review.text).toContain('không nêu tên và thông tin của tôi')
    const sent = await citizen.send('/gop-y/xem-lai')
    const [made] = await casesOf(test)
    expect(sent.text).toContain('Đã nhận phản ánh, kiến nghị của Ông/Bà.')
    expect(sent.text).toContain(made?.code)
    expect(sent.text).toMatch(/Mã tra cứu [0-9A-Z]{4}(-[0-9A-Z]{4}){3} /)
    expect(sent.text).toContain('Hạn trả lời Thứ Hai, 14/12/2026 Vì sao là ngày này?')
    expect(made).toMatchObject({ channel: 'qr', kind: 'pakn', contentGroup: 'conduct', contentType: 'conduct' })
    expect(made).toMatchObject({
      title: story,
      publishChoice: 'without-name',
      pointCode: test.point,
      restricted: false,
    })
    expect(await findSender(test.deps.db, made?.id ?? '')).toMatchObject({ ...lan, email: '', organisation: '' })
    const followed = await citizen.send('/tra-cuu')
    expect(followed.text).toContain(made?.code)
  })

  it('without cookies; the receipt is not cached, not found by search, gives no Referer and ends after two hours', async () => {
    const test = await openApp(await engine.open(), {}, '2026-11-20T02:00:00Z')
    const citizen = test.visitor()
    await citizen.open('/gop-y')
    await fillIn(citizen)
    const { headers, url } = await citizen.send('/gop-y/xem-lai')
    expect(citizen.cookieValues()).toEqual([])
    expect(headers.get('Cache-Control')).toBe('no-store')
    expect(headers.get('X-Robots-Tag')).toBe('noindex')
    expect(headers.get('Referrer-Policy')).toBe('no-referrer')
    expect(url).not.toContain((await casesOf(test))[0]?.code)
    test.setNow('2026-11-20T04:00:01Z')
    expect(await citizen.open(url)).toMatchObject({ status: 410 })
    expect(citizen.page.text).toContain('Trang biên nhận đã hết hạn')
    expect((await citizen.open('/gop-y/da-gui/khong-dung')).status).toBe(410)
  })

  it('goes back and changes what was said; the rest stays', async () => {
    const test = await openApp(await engine.open())
    const citizen = test.visitor()
    await citizen.open('/gop-y')
    await fillIn(citizen)
    await press(citizen, '/gop-y/xem-lai', 'toi', 'noi-dung')
    expect(citizen.field('content')).toBe(story)
    const back = await citizen.send('/gop-y/noi-dung', { content: 'Nội dung khác', wish: 'Trả ngay' })
    expect(back.text).toContain('Xem lại trước khi gửi')
    expect(back.text).toContain('Nội dung khác')
    expect(back.text).toContain('Nguyễn Thị Lan')
    await press(citizen, '/gop-y/xem-lai', 'toi', 'cong-khai')
    expect(citizen.page.html).toMatch(/value="without-name" checked/)
    await press(citizen, '/gop-y/cong-khai', 'toi', 'xem-lai')
    await citizen.send('/gop-y/xem-lai')
    expect((await casesOf(test)).map(({ content, wish }) => [content, wish])).toEqual([['Nội dung khác', 'Trả ngay']])
  })

  it('preselects nothing: no matter, no publication, no consent', async () => {
    const { visitor } = await openApp(await engine.open())
    const citizen = visitor()
    await citizen.open('/gop-y')
    expect(citizen.page.html).not.toMatch(/<input[^>]*\schecked/)
    await citizen.send('/gop-y/viec', { matter: 'rule' })
    await citizen.send('/gop-y/noi-dung', { content: story })
    await citizen.send('/gop-y/tep')
    await citizen.send('/gop-y/nguoi-gui', lan)
    expect(citizen.page.html).not.toMatch(/<input[^>]*\schecked/)
    expect(await citizen.send('/gop-y/cong-khai')).toMatchObject({ status: 422 })
    expect(citizen.page.text).toContain('Xin chọn một trong hai cách công khai.')
  })

  it('sends once: the same again gives the same receipt, other content asks which one to keep', async () => {
    const test = await openApp(await engine.open())
    const citizen = test.visitor()
    await citizen.open('/gop-y')
    await fillIn(citizen)
    const fields = { clientId: citizen.field('clientId') ?? '', draftId: citizen.field('draftId') ?? '' }
    const secretIn = (text: string) => /Mã tra cứu ([0-9A-Z-]{19})/.exec(text)?.[1]
    const again = test.visitor()
    const form = (content: string) =>
      new URLSearchParams({ ...fields, ...lan, matter: 'conduct', content, publish: 'without-name' })
    const first = await citizen.send('/gop-y/xem-lai')
    const second = await again.post('/gop-y/xem-lai', form(story))
    expect(secretIn(second.text)).toBe(secretIn(first.text))
    expect(await casesOf(test)).toHaveLength(1)

    const other = await again.post('/gop-y/xem-lai', form('Việc khác hẳn'))
    expect(other.status).toBe(409)
    expect(other.text).toContain('Phiếu này đã được gửi')
    const kept = /href="(\/gop-y\/da-gui\/[^"]+)"/.exec(other.html)?.[1] ?? ''
    await again.send('/gop-y/xem-lai')
    expect(again.page.text).toContain('Đã nhận phản ánh, kiến nghị')
    expect((await casesOf(test)).map(({ content }) => content)).toEqual([story, 'Việc khác hẳn'])
    expect(secretIn((await again.open(kept)).text)).toBe(secretIn(first.text))
  })

  it('two at once with one id become one case; with different content one of them is asked', async () => {
    const test = await openApp(await engine.open())
    const ids = { clientId: test.deps.newId(), draftId: test.deps.newId() }
    const form = (content: string) =>
      new URLSearchParams({ ...ids, ...lan, matter: 'conduct', content, publish: 'private' })
    const send = (content: string) => test.visitor().post('/gop-y/xem-lai', form(content))
    const same = await Promise.all([send(story), send(story)])
    expect(same.map(({ status }) => status)).toEqual([200, 200])
    const different = await Promise.all([send(story), send('Khác')])
    expect(different.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await casesOf(test)).toHaveLength(1)
  })

  it('chooses among 73 offices by a search without marks; a point gives the office without asking', async () => {
    const test = await openApp(await engine.open())
    await addOffices(test, 72)
    await updateOffice(test.deps.db, 'T-9', { validTo: '2026-01-31', successorCode: 'T-1' })
    const citizen = test.visitor()
    await citizen.open('/gop-y')
    await citizen.send('/gop-y/viec', { matter: 'conduct' })
    expect(citizen.page.text).toContain('Xem danh sách 72 cơ quan')
    await press(citizen, '/gop-y/noi', 'toi', 'noi', { tim: 'truong so 7' })
    expect(citizen.page.text).toContain('10 cơ quan có “truong so 7”')
    expect(await press(citizen, '/gop-y/noi', 'toi', 'noi', { tim: 'xyz' })).toMatchObject({ status: 200 })
    expect(citizen.page.text).toContain('Không tìm thấy cơ quan nào có “xyz”')
    expect((await citizen.send('/gop-y/noi')).text).toContain('Xin chọn cơ quan nhận.')
    expect((await citizen.send('/gop-y/noi', { office: 'T-9' })).text).toContain('không còn nhận')
    await citizen.send('/gop-y/noi', { office: 'T-7' })
    expect(citizen.page.text).toMatch(/Trường THPT Số 7 .* Bước 3 trong 7/)
    await citizen.open(`/gop-y?diem=${test.point.toLowerCase()}`)
    await citizen.send('/gop-y/viec', { matter: 'conduct' })
    expect(citizen.page.text).toContain('Bước 2 trong 6')
  })

  it('leaves nothing on a tablet that many people use', async () => {
    const test = await openApp(await engine.open())
    const point = { surveyKey: 'sipas-24', closedAt: null, createdAt, officeCode: 'CQ', name: 'Máy chung' }
    await insertPoint(test.deps.db, { ...point, code: '8G4M', channel: 'tablet' })
    const citizen = test.visitor()
    expect((await citizen.open('/gop-y?diem=8G4M')).headers.get('Cache-Control')).toBe('no-store')
    expect(citizen.page.html).not.toContain('data-draft')
    expect((await citizen.open('/gop-y')).headers.get('Cache-Control')).toBe('private, no-cache')
  })

  it('asks at a desk of two offices for the one it is about', async () => {
    const test = await openApp(await engine.open())
    await addOffices(test, 1)
    const point = { surveyKey: 'sipas-24', closedAt: null, createdAt, deskCode: test.point }
    await insertPoint(test.deps.db, { ...point, code: '9H5N', officeCode: 'T-1', name: 'Bàn trường' })
    const citizen = test.visitor()
    await citizen.open(`/gop-y?diem=${test.point}`)
    await citizen.send('/gop-y/viec', { matter: 'conduct' })
    await citizen.send('/gop-y/noi', { office: 'T-1' })
    expect(citizen.page.text).toContain('Bàn trường')
    await citizen.send('/gop-y/noi-dung', { content: story })
    await citizen.send('/gop-y/tep')
    await citizen.send('/gop-y/nguoi-gui', lan)
    await citizen.send('/gop-y/cong-khai', { publish: 'private' })
    await citizen.send('/gop-y/xem-lai')
    expect(await casesOf(test)).toMatchObject([{ officeCode: 'T-1', pointCode: '9H5N' }])
  })

  it('names a procedure of the catalogue, or in words that are kept', async () => {
    const test = await openApp(await engine.open())
    for (let i = 0; i < 14; i++) {
      const row = { code: `1.0000${10 + i}`, name: `Cấp bản sao số ${i}`, field: 'Hộ tịch', closedAt: null, createdAt }
      await insertProcedure(test.deps.db, row)
    }
    const send = async (procedure: string) => {
      const citizen = test.visitor()
      await citizen.open('/gop-y')
      await citizen.send('/gop-y/viec', { matter: 'conduct' })
      await citizen.send('/gop-y/noi-dung', { content: story, procedure })
      await citizen.send('/gop-y/tep')
      await citizen.send('/gop-y/nguoi-gui', lan)
      await citizen.send('/gop-y/cong-khai', { publish: 'private' })
      return citizen.send('/gop-y/xem-lai')
    }
    await send('cap ban sao so 13')
    await send('Xin xác nhận lạ')
    const [first, second] = await casesOf(test)
    expect(first).toMatchObject({ procedureCode: '1.000023', field: 'Hộ tịch', place: '' })
    expect(second).toMatchObject({ procedureCode: null, place: 'Thủ tục: Xin xác nhận lạ' })
    const found = await test.app.request('http://hailong.test/gop-y/goi-y/thu-tuc?q=ban%20sao%20so%201')
    expect(await found.json()).toHaveLength(8)
  })

  it('attaches a file, sees it listed, takes it out again, and sends another with the case', async () => {
    const test = await openApp(await engine.open())
    const citizen = test.visitor()
    await citizen.open('/gop-y')
    await citizen.send('/gop-y/viec', { matter: 'conduct' })
    await citizen.send('/gop-y/noi-dung', { content: story })
    const pdf = { name: 'đơn.pdf', bytes: Buffer.from('%PDF-1.4\ntrailer<<>>\n%%EOF\n') }
    const add = async (file: typeof pdf) => {
      const form = withFiles(citizen, [file])
      form.set('them', '1')
      return citizen.post('/gop-y/tep', form)
    }
    expect((await add(pdf)).text).toMatch(/Đã thêm 1 trong 5 tệp .* đơn\.pdf/)
    expect((await add(pdf)).text).toContain('Đã thêm 1 trong 5 tệp')
    const id = /name="bo" value="([^"]+)"/.exec(citizen.page.html)?.[1] ?? ''
    expect((await press(citizen, '/gop-y/tep', 'bo', id)).text).not.toContain('đơn.pdf')
    await add({ ...pdf, name: 'bản sao.pdf' })
    await citizen.send('/gop-y/tep')
    await citizen.send('/gop-y/nguoi-gui', lan)
    expect((await citizen.send('/gop-y/cong-khai', { publish: 'private' })).text).toContain('bản sao.pdf')
    expect((await citizen.send('/gop-y/xem-lai')).text).toContain('Tệp kèm theo 1')
    const [made] = await casesOf(test)
    expect((await listCaseFiles(test.deps.db, made?.id ?? '')).map(({ name }) => name)).toEqual(['bản sao.pdf'])
  })

  it('suggests something without a name where the office allows it, with codes but no promised day', async () => {
    const test = await openApp(await engine.open())
    const begin = async () => {
      const citizen = test.visitor()
      await citizen.open('/gop-y')
      await citizen.send('/gop-y/viec', { matter: 'idea' })
      await citizen.send('/gop-y/noi-dung', { content: 'Nên đặt thêm ghế chờ.' })
      await citizen.send('/gop-y/tep')
      return citizen
    }
    expect((await begin()).page.text).not.toContain('Tôi chỉ góp ý, không nêu tên')
    const allowed = { ...contacts, reception: '', allowsAnonymous: true }
    await saveContacts(test.deps.db, 'CQ', allowed, createdAt)
    const citizen = await begin()
    await press(citizen, '/gop-y/nguoi-gui', 'an-danh', '1')
    expect(citizen.page.text).not.toContain('họ tên của tôi')
    await citizen.send('/gop-y/cong-khai', { publish: 'without-name' })
    expect(citizen.page.text).toContain('Góp ý không nêu tên không có thời hạn trả lời.')
    const sent = await citizen.send('/gop-y/xem-lai')
    expect(sent.text).toMatch(/Mã tra cứu [0-9A-Z-]{19} Góp ý không nêu tên được đọc và tổng hợp/)
    expect(sent.text).not.toContain('Hạn trả lời')
    const [made] = await casesOf(test)
    expect(made).toMatchObject({ kind: 'suggestion', messageConsent: false })
    expect(await findSender(test.deps.db, made?.id ?? '')).toBeUndefined()
  })

  it.each([
    ['denunciation', 'Luật Tố cáo quy định tố cáo bằng đơn có chữ ký'],
    ['complaint', 'Khiếu nại phải gửi bằng đơn có chữ ký'],
    ['child', 'Gọi 111 (miễn phí, 24 giờ)'],
    ['urgent', 'Gọi 113, 114 hoặc 115 ngay.'],
  ])('reads where a %s belongs before writing; what is sent all the same is kept private', async (matter, door) => {
    const test = await openApp(await engine.open())
    const reception = 'số 12 Lê Lợi, thứ Ba 8 giờ – 11 giờ'
    await saveContacts(test.deps.db, 'CQ', { ...contacts, reception, allowsAnonymous: true }, createdAt)
    const citizen = test.visitor()
    await citizen.open('/gop-y')
    await citizen.send('/gop-y/viec', { matter: 'other' })
    expect(citizen.page.text).toContain(door)
    expect(citizen.page.text).toContain(`nơi tiếp công dân (${reception})`)
    await press(citizen, '/gop-y/viec-khac', 'matter', matter)
    await citizen.send('/gop-y/noi-dung', { content: 'Nội dung kín' })
    await citizen.send('/gop-y/tep')
    expect(citizen.page.text).not.toContain('Tôi chỉ góp ý, không nêu tên')
    await citizen.send('/gop-y/nguoi-gui', matter === 'child' || matter === 'urgent' ? {} : lan)
    expect(citizen.page.text).not.toContain('Công khai nội dung và câu trả lời')
    await citizen.send('/gop-y/cong-khai')
    const sent = await citizen.send('/gop-y/xem-lai')
    expect(sent.text).toContain('Đã nhận thông tin của Ông/Bà.')
    expect(sent.text).toContain(door)
    expect(sent.text).not.toContain('Hạn trả lời')
    expect(await casesOf(test)).toMatchObject([{ kind: matter, restricted: true, publishChoice: 'private' }])
  })
})
