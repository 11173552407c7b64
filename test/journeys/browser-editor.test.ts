import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { demoAccount } from '../../server/demo/account'
import { findFaults } from '../support/axe'
import { openBrowser } from '../support/chromium'
import { type Product, startProduct } from '../support/product'

/** What scripts add to the survey editor and to rounds, and how their pages look on an old phone. */
let product: Product
let browser: Browser
let context: BrowserContext
let base: string
const draft = '/can-bo/mau-phieu/sipas-24'

beforeAll(async () => {
  product = await startProduct({}, '--demo')
  browser = await openBrowser()
  base = new URL(product.survey).origin
  context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
  const page = await context.newPage()
  await page.goto(`${base}/can-bo/dang-nhap`)
  await page.fill('[name=login]', demoAccount.login)
  await page.fill('[name=password]', demoAccount.password)
  await page.click('main button')
  await page.waitForURL(/ket-qua/)
  await page.goto(`${base}/can-bo/mau-phieu`)
  await page.click(`form[action="${draft}/soan"] button`)
  await page.waitForURL(`${base}${draft}`)
  await page.close()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

async function open(path: string): Promise<Page> {
  const page = await context.newPage()
  onTestFinished(() => page.close())
  await page.goto(base + path)
  return page
}

it('Ctrl+S saves, the phone beside shows what was saved, and nothing can be sent from it', async () => {
  const page = await open(`${draft}/nhom-1`)
  await page.fill('[name="c.0.phone"]', 'Biển hiệu dễ thấy từ cổng')
  await page.keyboard.press('Control+s')
  await page.waitForURL(/xong=luu/)
  const phone = page.frameLocator('.ph iframe')
  await phone.getByText('1.1 Biển hiệu dễ thấy từ cổng').waitFor()
  expect((await page.locator('.ph iframe').boundingBox())?.width).toBe(362)
  expect(await page.evaluate(() => scrollY)).toBe(0)
  await phone.locator('[name="1.1"][value="1"]').check({ force: true })
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST') sent.push(request.url())
  })
  await phone.locator('[data-send]').click()
  await page.waitForTimeout(300)
  expect(sent).toEqual([])
  expect(await phone.locator('h1').count()).toBe(1)
})

it('leaving with something unsaved asks once more, also after a row was moved', async () => {
  const page = await open(`${draft}/nhom-2`)
  await page.focus('[name="c.0.phone"]')
  await page.keyboard.press('Alt+ArrowDown')
  await page.waitForURL(/#row-1$/)
  expect(await page.inputValue('[name="c.1.key"]')).toBe('2.1')
  await page.click('[name="c.1.phone"]')
  const asked = page.waitForEvent('dialog')
  const leaving = page.goto(`${base}/can-bo/mau-phieu`).catch(() => null)
  await (await asked).dismiss()
  await leaving
  expect(page.url()).toContain('nhom-2')
  await page.click('[data-key=s]')
  await page.waitForURL(/xong=luu/)
  await page.goto(`${base}/can-bo/mau-phieu`)
  expect(page.url()).toBe(`${base}/can-bo/mau-phieu`)
})

it('in the form of a round a typed number chooses its office and shows the sample size', async () => {
  const page = await open('/can-bo/dot/moi')
  await page.fill('[name="o.0.population"]', '5.000')
  expect(await page.isChecked('[name="o.0.in"]')).toBe(true)
  expect(await page.getAttribute('[name="o.0.target"]', 'placeholder')).toBe('371')
  await page.fill('[name=title]', 'Khảo sát thử')
  await page.selectOption('[name=survey]', 'sipas-24')
  await page.fill('[name=from]', '2026-01-01')
  await page.fill('[name=to]', '2026-12-31')
  await page.keyboard.press('Enter')
  await page.getByText('Cần 371 phiếu').waitFor()
})

it.each([
  '/can-bo/mau-phieu',
  `${draft}/chung`,
  `${draft}/thang-do`,
  `${draft}/nhom-1`,
  `${draft}/hoi-them`,
  `${draft}/cau-apology`,
  `${draft}/dich`,
  `${draft}/khac-biet`,
  `${draft}/cong-bo`,
  `${draft}/xem-truoc`,
  '/can-bo/dot',
  '/can-bo/dot/moi',
])('%s is right on a phone of 320 px', async (path) => {
  const page = await open(path)
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await findFaults(browser, page)).toEqual([])
})
