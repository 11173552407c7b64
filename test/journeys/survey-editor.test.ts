import { expect, it } from 'vitest'
import { listAudit } from '../../db/audit'
import { findSurveyDraft } from '../../db/survey-drafts'
import { listCriteria } from '../../server/domain/survey'
import { openApp, type TestApp } from '../support/app'
import { describeEngines } from '../support/database'
import { signInAs } from '../support/staff'
import type { Visitor } from '../support/visitor'

const base = '/can-bo/mau-phieu'
const draft = `${base}/sipas-24`

async function begin(test: TestApp): Promise<Visitor> {
  const person = await signInAs(test, 'administrator')
  await person.open(base)
  await person.send(`${draft}/soan`)
  expect(person.page.status).toBe(200)
  return person
}

const stored = async (test: TestApp, key = 'sipas-24') =>
  (await findSurveyDraft(test.deps.db, key))?.definition ?? expect.unreachable()

describeEngines('the survey editor', (engine) => {
  it('an administrator rewords a question, sees what is different and keeps everything else', async () => {
    const test = await openApp(await engine.open())
    const person = await begin(test)
    expect(person.page.text).toContain('Phiếu lấy ý kiến về sự hài lòng của người dân, tổ chức, bản nháp 2')
    expect(person.page.text).toContain('Chưa khác bản 1.')
    await person.open(`${draft}/nhom-1`)
    await person.send(`${draft}/nhom-1`, {
      'c.0.official': 'Trụ sở có biển hiệu, sơ đồ',
      'c.0.phone': '  Biển hiệu   dễ thấy ',
    })
    expect(person.page.text).toContain('Đã lưu bản nháp.')
    expect(person.page.text).toContain('Khác bản 1: 2 chỗ đổi lời.')
    expect(person.page.html).toContain('<del>Biển hiệu, bảng hướng dẫn rõ ràng, dễ thấy</del>')
    const { dimensions } = await stored(test)
    expect(dimensions[0]?.criteria[0]).toMatchObject({
      key: '1.1',
      official: 'Trụ sở có biển hiệu, sơ đồ',
      phone: 'Biển hiệu dễ thấy',
    })
    expect(dimensions[0]?.criteria[0]?.reasons).toHaveLength(3)
    expect(dimensions[1]?.criteria[4]?.skippedBy).toEqual([
      { gate: 'purpose', options: ['submit', 'supplement', 'ask'] },
    ])
    await person.open(`${draft}/khac-biet`)
    expect(person.page.text).toContain('Kết quả hai bản so sánh được ở 23 câu giữ nguyên lời chính thức.')
    expect(person.page.text).toContain('Không so sánh được với bản trước: 1.1.')
    const [audit] = await listAudit(test.deps.db, { limit: 1 })
    expect(audit).toMatchObject({ action: 'survey.edit', subject: 'sipas-24@2' })
    expect(JSON.parse(audit?.detail ?? '')).toMatchObject({ after: { 'criterion 1 1.1 phone': 'Biển hiệu dễ thấy' } })
  })

  it('saving a part without a change leaves the definition as it was, for every part', async () => {
    const test = await openApp(await engine.open())
    const person = await begin(test)
    const before = await stored(test)
    const questions = [...before.gates, ...before.items].map(({ key }) => `cau-${key}`)
    for (const part of [
      'chung',
      'thang-do',
      'mo-dau',
      'hoi-them',
      'dich',
      'nhom-1',
      'nhom-2',
      'nhom-5',
      ...questions,
    ]) {
      await person.open(`${draft}/${part}`)
      await person.send(`${draft}/${part}`)
      expect([part, person.page.text.includes('Đã lưu bản nháp.')]).toEqual([part, true])
    }
    expect(await stored(test)).toEqual(before)
  })

  it('questions are added, moved and removed without a script, and nothing is stored before saving', async () => {
    const test = await openApp(await engine.open())
    const person = await begin(test)
    await person.open(`${draft}/nhom-1`)
    await person.send(`${draft}/nhom-1`, { lam: 'down.0', 'c.3.short': 'Dễ dùng' })
    expect(person.page.text).toContain('chưa lưu')
    expect([person.field('c.0.key'), person.field('c.1.key'), person.field('c.3.short')]).toEqual([
      '1.2',
      '1.1',
      'Dễ dùng',
    ])
    await person.send(`${draft}/nhom-1`, { lam: 'remove.3' })
    await person.send(`${draft}/nhom-1`, { lam: 'add.0' })
    expect(person.field('c.3.key')).toBe('1.5')
    expect(listCriteria(await stored(test))[0]?.key).toBe('1.1')
    await person.send(`${draft}/nhom-1`, {
      'c.3.official': 'Có lối đi cho xe lăn',
      'c.3.phone': 'Có lối đi cho xe lăn',
      'c.3.short': 'Lối đi',
    })
    const keys = (await stored(test)).dimensions[0]?.criteria.map(({ key }) => key)
    expect(keys).toEqual(['1.2', '1.1', '1.3', '1.5'])
    expect(person.page.text).toContain('1 mục thêm, 1 mục bỏ, 1 mục đổi chỗ')
  })

  it('a refused form says why at the field and keeps everything typed', async () => {
    const test = await openApp(await engine.open())
    const person = await begin(test)
    await person.open(`${draft}/nhom-1`)
    await person.send(`${draft}/nhom-1`, {
      'c.0.phone': '',
      'c.1.short': 'Sạch & “gọn”',
      'c.2.reasons': 'một\nhai\nba\nbốn\nnăm\nsáu\nbảy\ntám\nchín',
    })
    expect(person.page.status).toBe(422)
    expect(person.page.text).toContain('Xin ghi nội dung ô này.')
    expect(person.page.text).toContain('Nhiều quá, tối đa 8 mục.')
    expect(person.page.html).toContain('href="#c.0.phone"')
    expect(person.field('c.1.short')).toBe('Sạch & “gọn”')
    const all = ['purpose/submit', 'purpose/result', 'purpose/supplement', 'purpose/ask']
    await person.open(`${draft}/nhom-1`)
    await person.send(`${draft}/nhom-1`, { 'c.0.rule': all })
    expect(person.page.text).toContain('Không ai được hỏi câu “1.1”')
    await person.open(`${draft}/cau-purpose`)
    await person.send(`${draft}/cau-purpose`, { options: 'Nộp hồ sơ' })
    expect(person.page.status).toBe(422)
    await person.open(`${draft}/mo-dau`)
    const kept = new URLSearchParams([
      ['revision', '1'],
      ['q.0.key', 'respondent'],
    ])
    await person.post(`${draft}/mo-dau`, kept)
    expect(person.page.text).toContain('đang dùng câu mở đầu “purpose”')
    await person.open(`${draft}/thang-do`)
    await person.post(
      `${draft}/thang-do`,
      new URLSearchParams([
        ['revision', '1'],
        ['s.0.label', 'Kém'],
        ['s.1.label', 'Tốt'],
      ]),
    )
    expect(person.page.text).toContain('Chưa có mức nào được tính là hài lòng.')
    await person.open(`${draft}/chung`)
    await person.send(`${draft}/chung`, { minutes: '90', address: 'một cách xưng hô quá dài' })
    expect(person.page.text).toContain('Số này ngoài giới hạn cho phép (30).')
    expect(person.page.text).toContain('tối đa 20 ký tự')
    expect((await findSurveyDraft(test.deps.db, 'sipas-24'))?.revision).toBe(1)
  })

  it('of two people who write at the same time, the second sees both and overwrites nothing unasked', async () => {
    const test = await openApp(await engine.open())
    const first = await begin(test)
    const second = await signInAs(test, 'administrator', null).catch(() => first)
    await first.open(`${draft}/nhom-1`)
    const late = new URLSearchParams([['revision', '1'], ...formOf(first)])
    late.set('c.1.phone', 'Nơi tiếp nhận sạch')
    await first.send(`${draft}/nhom-1`, { 'c.0.phone': 'Biển hiệu rõ' })
    await second.post(`${draft}/nhom-1`, late)
    expect(second.page.status).toBe(409)
    expect(second.page.text).toContain('Có người vừa lưu bản nháp này')
    expect(second.page.text).toContain('Biển hiệu rõ')
    expect(second.page.text).toContain('Nơi tiếp nhận sạch')
    expect(listCriteria(await stored(test))[0]?.phone).toBe('Biển hiệu rõ')
    await second.send(`${draft}/nhom-1`)
    expect(listCriteria(await stored(test))[1]?.phone).toBe('Nơi tiếp nhận sạch')
  })

  it('optional questions are switched on, ordered, added with options and follow others', async () => {
    const test = await openApp(await engine.open())
    const person = await begin(test)
    await person.open(`${draft}/cau-moi-hoi-them`)
    await person.send(`${draft}/cau-moi-hoi-them`, {
      label: 'Ông/Bà đi bằng gì?',
      options: 'Xe máy\nXe buýt\nĐi bộ',
      after: ['visits/once'],
    })
    expect(person.page.url).toContain(`${draft}/hoi-them`)
    const made = (await stored(test)).items.at(-1)
    expect(made).toMatchObject({ kind: 'one', enabled: true, after: { item: 'visits', options: ['once'] } })
    expect(made?.options.map(({ key }) => key)).toEqual(['xe-may', 'xe-buyt', 'di-bo'])
    await person.open(`${draft}/cau-${made?.key}`)
    await person.send(`${draft}/cau-${made?.key}`, { options: 'Đi bộ\nXe đạp, xe máy\nÔ tô\nXe buýt' })
    const options = (await stored(test)).items.at(-1)?.options.map(({ key, label }) => [key, label])
    expect(options).toEqual([
      ['di-bo', 'Đi bộ'],
      ['xe-dap-xe-may', 'Xe đạp, xe máy'],
      ['o-to', 'Ô tô'],
      ['xe-buyt', 'Xe buýt'],
    ])
    const age = (await stored(test)).items.findIndex(({ key }) => key === 'age')
    await person.open(`${draft}/hoi-them`)
    await person.send(`${draft}/hoi-them`, { [`q.${age}.enabled`]: [] })
    expect((await stored(test)).items[age]?.enabled).toBe(false)
  })

  it('school words: form of address and who serves, on the page that people see', async () => {
    const test = await openApp(await engine.open())
    const person = await begin(test)
    await person.open(`${draft}/chung`)
    await person.send(`${draft}/thay-tu`, { from: 'cán bộ', to: 'thầy cô, nhân viên nhà trường' })
    expect(person.page.url).toContain('/chung')
    await person.send(`${draft}/chung`, { address: 'em' })
    await person.open(`${draft}/khung`)
    expect(person.page.text).toContain('Em hài lòng ở mức nào?')
    expect(person.page.text).toContain('Thầy cô, nhân viên nhà trường chăm chú lắng nghe em')
    expect(person.page.text).not.toMatch(/Ông\/Bà/)
    expect(person.page.headers.get('Content-Security-Policy')).toMatch(/form-action 'none'.*frame-ancestors 'self'/)
    await person.open(`${draft}/xem-truoc?nen=toi&chu=to`)
    expect(person.page.html).toContain('src="/can-bo/mau-phieu/sipas-24/khung?nen=toi&amp;chu=to"')
    expect(person.page.headers.get('Content-Security-Policy')).toMatch(/frame-ancestors 'none'; frame-src 'self'/)
    const letters = await person.open(`${draft}/khung?chu=to`)
    expect(letters.html).toContain('class="letters"')
    const citizen = await test.visitor().open(`/k/${test.point}`)
    expect(citizen.text).toContain('Ông/Bà hài lòng ở mức nào?')
  })

  it('a copy is another survey with its own key; a taken or odd key is refused', async () => {
    const test = await openApp(await engine.open())
    const person = await signInAs(test, 'administrator')
    await person.open(`${base}/nhanh-6/sao-chep`)
    await person.send(`${base}/nhanh-6/sao-chep`, { key: 'Nhanh 7', title: 'Phiếu của trường' })
    expect(person.page.status).toBe(422)
    expect(person.field('title')).toBe('Phiếu của trường')
    await person.send(`${base}/nhanh-6/sao-chep`, { key: 'sipas-24' })
    expect(person.page.text).toContain('Mã này đã có phiếu dùng.')
    await person.send(`${base}/nhanh-6/sao-chep`, { key: 'truong-6' })
    expect(person.page.text).toContain('Phiếu của trường, bản nháp 1')
    await person.open(`${base}/truong-6/thang-do`)
    await person.send(`${base}/truong-6/thang-do`, { lam: 'remove.2' })
    await person.send(`${base}/truong-6/thang-do`)
    expect((await stored(test, 'truong-6')).scale).toHaveLength(4)
  })

  it('discarding asks once more and leaves what is published', async () => {
    const test = await openApp(await engine.open())
    const person = await begin(test)
    await person.open(`${draft}/bo-nhap`)
    expect(person.page.text).toContain('không lấy lại được')
    await person.send(`${draft}/bo-nhap`)
    expect(person.page.text).toContain('Đã bỏ bản nháp.')
    expect(await findSurveyDraft(test.deps.db, 'sipas-24')).toBeUndefined()
    expect((await test.visitor().open(`/k/${test.point}`)).status).toBe(200)
  })

  it('others are refused, and an administrator of a part of the tree only reads', async () => {
    const test = await openApp(await engine.open())
    const person = await begin(test)
    const clerk = await signInAs(test, 'statistics')
    expect((await clerk.open(base)).status).toBe(403)
    expect((await clerk.open(`${draft}/khung`)).status).toBe(403)
    const local = await signInAs(test, 'administrator', 'CQ')
    expect((await local.open(base)).text).toContain('chỉ xem được mẫu phiếu')
    expect((await local.post(`${draft}/nhom-1`, 'revision=1')).status).toBe(403)
    expect((await local.post(`${base}/bnv-19/soan`, '')).status).toBe(403)
    expect((await person.open(`${draft}/nhom-9`)).status).toBe(404)
    expect((await person.open(`${base}/khong-co/nhom-1`)).status).toBe(404)
  })
})

function formOf(visitor: Visitor): [string, string][] {
  const names = [
    ...visitor.page.html.matchAll(/name="((?:c\.\d+\.(?:key|official|phone|short|reasons))|official|phone|short)"/g),
  ]
  return [...new Set(names.map(([, name = '']) => name))].map((name) => [name, visitor.field(name) ?? ''])
}
