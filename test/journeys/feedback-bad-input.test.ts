import { expect, it } from 'vitest'
import { updateOffice } from '../../db/offices'
import { openApp, type TestApp } from '../support/app'
import { zipOf } from '../support/attachments'
import { describeEngines } from '../support/database'
import { casesOf, fillIn, lan, story, withFiles } from '../support/feedback'

async function atContent({ visitor }: TestApp) {
  const citizen = visitor()
  await citizen.open('/gop-y')
  await citizen.send('/gop-y/viec', { matter: 'conduct' })
  return citizen
}

async function atFiles(test: TestApp) {
  const citizen = await atContent(test)
  await citizen.send('/gop-y/noi-dung', { content: story })
  return citizen
}

async function atSender(test: TestApp) {
  const citizen = await atFiles(test)
  await citizen.send('/gop-y/tep')
  return citizen
}

const bomb = async () => {
  const types = 'http://schemas.openxmlformats.org/package/2006/content-types'
  const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
  return zipOf({
    '[Content_Types].xml': `<Types xmlns="${types}"><Override PartName="/word/document.xml" ContentType="${word}"/></Types>`,
    '_rels/.rels': '<Relationships/>',
    'word/document.xml': Array<string>(300).fill(' '.repeat(1024 * 1024)),
  })
}

describeEngines('what cannot be taken comes back with everything that was written', (engine) => {
  it.each([
    [
      'a photo of 20 MB',
      413,
      'nặng 20 MB, mức tối đa là 10 MB',
      async () => ({
        name: 'anh.jpg',
        bytes: Buffer.concat([Buffer.from('\xff\xd8\xff', 'latin1'), Buffer.alloc(20 * 1024 * 1024)]),
      }),
    ],
    [
      'an SVG named .jpg',
      422,
      'là hình vẽ SVG',
      async () => ({
        name: 'anh.jpg',
        bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      }),
    ],
    ['a zip bomb', 422, 'nén quá nhiều dữ liệu', async () => ({ name: 'don.docx', bytes: Buffer.from(await bomb()) })],
    [
      'a program',
      422,
      'không thuộc loại nhận được',
      async () => ({ name: 'anh.png', bytes: Buffer.from('MZ\x90\x00 This program cannot be run') }),
    ],
  ])(
    '%s',
    async (_, status, sentence, file) => {
      const test = await openApp(await engine.open())
      const citizen = await atFiles(test)
      const sent = await citizen.post('/gop-y/tep', withFiles(citizen, [await file()]))
      expect(sent.status).toBe(status)
      expect(sent.text).toContain(sentence)
      expect(sent.text).toContain('Nội dung đã viết vẫn còn.')
      expect(citizen.field('content')).toBe(story)
      expect((await citizen.send('/gop-y/tep')).text).toContain('Cơ quan trả lời cho ai?')
    },
    30_000,
  )

  it('six files: five are kept, the sixth is named', async () => {
    const test = await openApp(await engine.open())
    const citizen = await atFiles(test)
    const pdf = (i: number) => ({ name: `don-${i}.pdf`, bytes: Buffer.from(`%PDF-1.4\n%${i}\ntrailer<<>>\n%%EOF\n`) })
    const sent = await citizen.post('/gop-y/tep', withFiles(citizen, [1, 2, 3, 4, 5, 6].map(pdf)))
    expect(sent.status).toBe(422)
    expect(sent.text).toContain('Chỉ gửi được 5 tệp. Tệp “don-6.pdf” chưa được nhận')
    expect(sent.text).toContain('Đã thêm 5 trong 5 tệp')
  })

  it('no files at all where the setting says so', async () => {
    const test = await openApp(await engine.open(), { ATTACHMENT_MAX_FILES: '0' })
    const citizen = await atFiles(test)
    expect(citizen.page.text).toMatch(/Bước 3 trong 5 Cơ quan trả lời cho ai\?/)
    const pdf = { name: 'don.pdf', bytes: Buffer.from('%PDF-1.4\ntrailer<<>>\n%%EOF\n') }
    const sent = await citizen.post('/gop-y/tep', withFiles(citizen, [pdf]))
    expect(sent.status).toBe(422)
    expect(citizen.field('content')).toBe(story)
  })

  it('50,000 letters: how many there are, how many may be, and all of them still in the field', async () => {
    const test = await openApp(await engine.open())
    const citizen = await atContent(test)
    const long = 'Đường trơn lầy. '.repeat(3125).trim()
    const sent = await citizen.send('/gop-y/noi-dung', { content: `${long} x`, place: 'Quầy 3' })
    expect(sent.status).toBe(422)
    expect(sent.text).toContain('Nội dung có 50.001 ký tự, tối đa là 10.000. Xin viết ngắn lại')
    expect(citizen.field('content')).toBe(`${long} x`)
    expect(citizen.field('place')).toBe('Quầy 3')
  })

  it('a script in the text stays text on every page', async () => {
    const test = await openApp(await engine.open())
    const citizen = test.visitor()
    await citizen.open('/gop-y')
    const script = '</textarea><script>alert(1)</script>"\'><img src=x onerror=alert(1)>'
    await fillIn(citizen, { content: script, sender: { ...lan, name: script } })
    expect(citizen.page.html).not.toContain('<script>alert')
    expect(citizen.page.html).not.toContain('<img')
    const sent = await citizen.send('/gop-y/xem-lai')
    expect(sent.html).not.toContain('<script>alert')
    expect((await casesOf(test))[0]?.content).toBe(script)
  })

  it.each([
    ['0905 abc 456', 'Số điện thoại có chữ.'],
    ['12345', 'Số điện thoại cần có 9 đến 11 chữ số'],
  ])('the telephone number %s', async (phone, sentence) => {
    const citizen = await atSender(await openApp(await engine.open()))
    const sent = await citizen.send('/gop-y/nguoi-gui', { ...lan, phone })
    expect(sent.status).toBe(422)
    expect(sent.text).toContain(sentence)
    expect([citizen.field('phone'), citizen.field('name'), citizen.field('content')]).toEqual([phone, lan.name, story])
  })

  it('no name, no address, no way to reach the sender: what the decree asks for', async () => {
    const citizen = await atSender(await openApp(await engine.open()))
    const sent = await citizen.send('/gop-y/nguoi-gui', { name: '  ', email: 'lan@vidu.vn' })
    expect(sent.status).toBe(422)
    expect(sent.text).toContain('Có 3 chỗ cần xem lại')
    expect(sent.text).toMatch(/Xin ghi họ và tên\. Nghị định số 20\/2008\/NĐ.CP yêu cầu/)
    expect(sent.text).toContain('Xin ghi số điện thoại, hoặc đánh dấu ô nhận thư')
    expect(citizen.field('email')).toBe('lan@vidu.vn')
    const byPost = { name: lan.name, address: lan.address, byPost: '1' }
    expect((await citizen.send('/gop-y/nguoi-gui', byPost)).text).toContain('Công khai câu trả lời')
  })

  it('a form that was begun with pages left out leads to the first one that is missing', async () => {
    const test = await openApp(await engine.open())
    const citizen = test.visitor()
    const sent = await citizen.post('/gop-y/xem-lai', new URLSearchParams({ content: story }))
    expect(sent.status).toBe(422)
    expect(sent.text).toContain('Xin chọn một việc')
    await citizen.send('/gop-y/viec', { matter: 'both' })
    expect(citizen.page.text).toContain('Cơ quan trả lời cho ai?')
    expect(citizen.field('content')).toBe(story)
    expect(await casesOf(test)).toEqual([])
  })

  it('a field that no person sees was filled in: nothing is lost, the second time it is taken', async () => {
    const test = await openApp(await engine.open())
    const citizen = test.visitor()
    await citizen.open('/gop-y')
    await fillIn(citizen)
    const sent = await citizen.send('/gop-y/xem-lai', { website: 'http://spam.example' })
    expect(sent.status).toBe(422)
    expect(sent.text).toContain('bấm “Gửi” lần nữa')
    expect((await citizen.send('/gop-y/xem-lai')).text).toContain('Đã nhận phản ánh')
    expect(await casesOf(test)).toHaveLength(1)
  })

  it('the 31st from one address waits, with everything on the page', async () => {
    const test = await openApp(await engine.open())
    const citizen = test.visitor()
    const form = () =>
      new URLSearchParams({
        clientId: test.deps.newId(),
        ...lan,
        matter: 'conduct',
        content: story,
        publish: 'private',
      })
    for (let i = 0; i < 30; i++) expect((await citizen.post('/gop-y/xem-lai', form())).status).toBe(200)
    const sent = await citizen.post('/gop-y/xem-lai', form())
    expect(sent.status).toBe(429)
    expect(sent.headers.get('Retry-After')).toMatch(/^\d+$/)
    expect(sent.text).toContain('Có quá nhiều phiếu gửi từ mạng này')
    expect(citizen.field('content')).toBe(story)
    const free = await openApp(await engine.open(), { RATE_LIMITS: 'off' })
    for (let i = 0; i < 31; i++) await free.visitor().post('/gop-y/xem-lai', form())
    expect(await casesOf(free)).toHaveLength(31)
  })

  it('trouble while it is kept: 503, and the page to send again', async () => {
    const test = await openApp(await engine.open())
    const citizen = test.visitor()
    await citizen.open('/gop-y')
    await fillIn(citizen)
    const { newId } = test.deps
    test.deps.newId = () => {
      throw new Error('disk is full')
    }
    const sent = await citizen.send('/gop-y/xem-lai').catch(() => citizen.page)
    test.deps.newId = newId
    expect(sent.status).toBe(503)
    expect(sent.text).toContain('Hệ thống đang bận, phiếu chưa được nhận')
    expect(citizen.field('content')).toBe(story)
    expect((await citizen.send('/gop-y/xem-lai')).text).toContain('Đã nhận phản ánh')
  })

  it('an office that closed while the form was written: another has to be chosen', async () => {
    const test = await openApp(await engine.open())
    const citizen = test.visitor()
    await citizen.open('/gop-y')
    await fillIn(citizen)
    await updateOffice(test.deps.db, 'CQ', { validTo: '2026-01-31' })
    const sent = await citizen.send('/gop-y/xem-lai')
    expect(sent.status).toBe(422)
    expect(sent.text).toContain('Xin chọn cơ quan nhận.')
    expect(citizen.field('content')).toBe(story)
  })

  it('far more than any form has: the page says so', async () => {
    const test = await openApp(await engine.open())
    const sent = await test.visitor().post('/gop-y/noi-dung', `content=${'a'.repeat(5 * 1024 * 1024)}`)
    expect(sent.status).toBe(413)
  })

  it('an address of a page without its form begins anew; nonsense in it is harmless', async () => {
    const test = await openApp(await engine.open())
    const citizen = test.visitor()
    expect((await citizen.open('/gop-y/noi-dung')).url).toBe('/gop-y')
    expect((await citizen.open('/gop-y?diem=KHONGCO&nguon=<script>')).status).toBe(200)
    expect((await citizen.open(`/gop-y?diem=${'x'.repeat(500)}`)).status).toBe(200)
    expect((await citizen.open('/gop-y/gi-do')).status).toBe(404)
    const odd = await citizen.post('/gop-y/tep', new FormData())
    expect(odd.status).toBe(200)
  })
})
