import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAccount } from '../../server/demo/account'
import { findFaults } from '../support/axe'
import { openBrowser } from '../support/chromium'
import { type Product, startProduct } from '../support/product'

/** The demonstration in a real browser: every page at the width of an old phone, checked by axe. */
let product: Product
let browser: Browser
let context: BrowserContext
let base: string

beforeAll(async () => {
  product = await startProduct({}, '--demo')
  browser = await openBrowser()
  base = new URL(product.survey).origin
  context = await browser.newContext({ viewport: { width: 320, height: 640 } })
  const page = await context.newPage()
  await page.goto(`${base}/can-bo/dang-nhap`)
  expect(await check(page)).toEqual([])
  await page.fill('[name=login]', demoAccount.login)
  await page.fill('[name=password]', demoAccount.password)
  await page.click('main button')
  await page.waitForURL(/ket-qua/)
  await page.close()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const check = (page: Page) => findFaults(browser, page)

const pages = [
  '/',
  '/k/MK42',
  '/k/MK42/nhanh',
  '/k/NOPE',
  '/gop-y',
  '/gop-y?diem=MK42',
  '/khong-co',
  '/ket-qua',
  '/can-bo/ket-qua',
  '/can-bo/ket-qua?diem=HS73',
  '/can-bo/ky-bao-cao',
  '/can-bo/diem',
  '/can-bo/nhap',
  '/can-bo/tai-khoan',
  '/can-bo/don-vi',
  '/can-bo/don-vi?tim=thpt',
  '/can-bo/don-vi/moi',
  '/can-bo/don-vi/XA-HS',
  '/can-bo/don-vi/XA-HS/dong',
  '/can-bo/don-vi/XA-HS/sap-nhap',
  '/can-bo/chi-tieu',
  '/can-bo/chi-tieu/SGDDT',
  '/can-bo/khong-co',
]

describe('every page on a phone of 320 px', () => {
  it.each(pages)('%s', async (path) => {
    const page = await context.newPage()
    await page.goto(base + path)
    expect(await check(page)).toEqual([])
    await page.close()
  })

  it('the newest published period and its page for staff', async () => {
    const page = await context.newPage()
    for (const list of ['/ket-qua', '/can-bo/ky-bao-cao']) {
      await page.goto(base + list)
      const link = await page.locator(`main a[href^="${list}/"]`).first().getAttribute('href')
      await page.goto(base + link)
      expect([link, await check(page)]).toEqual([link, []])
    }
    await page.close()
  })

  it('the menu and the filters open over the page, what can wait is folded', async () => {
    const page = await context.newPage()
    await page.goto(`${base}/can-bo/ket-qua`)
    const link = page.locator('nav a[href="/can-bo/diem"]')
    expect(await link.isVisible()).toBe(false)
    await page.click('.menu')
    expect(await link.isVisible()).toBe(true)
    await page.keyboard.press('Escape')
    await page.click('.chosen button')
    await page.selectOption('select[name=channel]', 'paper')
    await page.click('#filters form button >> nth=0')
    await page.waitForURL(/channel=paper/)
    expect(await page.locator('[data-details][open]').count()).toBe(0)
    await page.close()
  })
})
