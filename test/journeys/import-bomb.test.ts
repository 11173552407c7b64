import { expect, it, onTestFinished } from 'vitest'
import { readWorkbook } from '../../server/imports/workbook-apart'
import { unpackedSize } from '../../server/imports/workbook-size'
import { visitorOf } from '../support/browserless'
import { startProduct } from '../support/product'
import { password } from '../support/staff'
import { workbookOf } from '../support/workbook'

const text = (cell: string, said: string) => `<c r="${cell}" t="inlineStr"><is><t>${said}</t></is></c>`
const table = `<row r="1">${text('A1', 'Mã thủ tục')}${text('B1', 'Tên thủ tục')}</row><row r="2">${text('A2', '1.001193')}${text('B2', 'Đăng ký khai sinh')}</row>`

it('a workbook says how much it unpacks to, and one that says too much or nothing is not unpacked', async () => {
  const bytes = Buffer.from(await workbookOf(table, ''))
  const last = bytes.lastIndexOf(Buffer.from('PK\u0001\u0002', 'latin1'))
  const said = bytes.readUInt32LE(last + 24)
  const whole = unpackedSize(bytes) ?? 0
  expect(whole).toBeGreaterThan(table.length)
  expect((await readWorkbook(bytes, null)).ok).toBe(true)
  bytes.writeUInt32LE(300_000_000, last + 24)
  expect(unpackedSize(bytes)).toBe(whole - said + 300_000_000)
  expect(await readWorkbook(bytes, null)).toEqual({ ok: false, faults: [{ code: 'broken-xlsx' }] })
  bytes.writeUInt32LE(0, last + 24)
  expect(unpackedSize(bytes)).toBeNull()
  expect(unpackedSize(bytes.subarray(0, 200))).toBeNull()
})

it('a workbook that fills the memory ends its worker and not the server; others are read', {
  timeout: 120_000,
}, async () => {
  const bomb = await workbookOf(table, '<si><t>a</t></si>'.repeat(4_000_000))
  expect(bomb.length).toBeLessThan(1_000_000)
  const product = await startProduct({ TRAINING_PORT: 'off', TWO_STEP: 'off' })
  onTestFinished(() => product.stop())
  const setup = new URL(product.setup)
  const person = visitorOf(setup.origin)
  await person.open(setup.pathname)
  await person.send('/can-bo/thiet-lap', { name: 'Lê Thị Hoa', login: 'hoa.lt', password, repeat: password })
  const send = async (bytes: Uint8Array) => {
    const form = new FormData()
    form.set('kind', 'procedures')
    form.set('file', new File([new Uint8Array(bytes)], 'thu-tuc.xlsx'))
    return person.post('/can-bo/nhap', form)
  }
  const sending = send(bomb)
  for (let i = 0; i < 20; i++) {
    const began = performance.now()
    expect((await fetch(product.survey)).status).toBe(200)
    expect(performance.now() - began).toBeLessThan(2000)
  }
  expect((await sending).text).toContain('Không đọc được tệp Excel này')
  expect((await send(await workbookOf(table, ''))).text).toContain('Đăng ký khai sinh')
})
