import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAccount, demoLogin } from '../../server/demo/account'
import { findFaults } from '../support/axe'
import { openBrowser } from '../support/chromium'
import { type Product, startProduct } from '../support/product'

/** The demonstration in a real browser: the inbox by keys and on a phone, typing in, templates. */
let product: Product
let browser: Browser
let context: BrowserContext
let base: string
const inbox = '/can-bo/phan-anh'

beforeAll(async () => {
  product = await startProduct({}, '--demo')
  browser = await openBrowser()
  base = new URL(product.survey).origin
  context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  await page.goto(`${base}/can-bo/dang-nhap`)
  await page.fill('[name=login]', demoLogin('approver'))
  await page.fill('[name=password]', demoAccount.password)
  await page.click('main button')
  await page.waitForURL(`**${inbox}`)
  await page.close()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

async function open(path: string, size = { width: 1280, height: 800 }): Promise<Page> {
  const page = await context.newPage()
  await page.setViewportSize(size)
  await page.goto(base + path)
  return page
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('href') ?? '')
const rows = (page: Page) => page.locator('.cases tbody tr')
const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}

describe('the inbox in a browser', () => {
  it('J and K go from row to row, X chooses, G leads to giving; two cases are given at once', async () => {
    const page = await open(`${inbox}?hop=chua-giao`)
    const links = await page.locator('.cases tbody th a').evaluateAll((all) => all.map((a) => a.getAttribute('href')))
    await press(page, 'j')
    expect(await focused(page)).toBe(links[0])
    await press(page, 'j', 'j', 'k')
    expect(await focused(page)).toBe(links[1])
    await press(page, 'x', 'j', 'x')
    expect(await page.locator('.bulk [role=status]').textContent()).toBe('Đã chọn 2 việc.')
    await press(page, 'g')
    expect(await page.evaluate(() => (document.activeElement as HTMLSelectElement).name)).toBe('nguoi')
    await page.selectOption('.bulk select', { index: 1 })
    await page.click('.bulk button')
    await expect.poll(() => page.locator('.note').first().textContent()).toMatch(/^Đã giao 2 việc cho /)
    await page.close()
  })

  it('Enter opens the case; letters that are typed into a field stay letters', async () => {
    const page = await open(inbox)
    await press(page, '/')
    await page.keyboard.type('jjxg?')
    expect(await page.inputValue('[name=q]')).toBe('jjxg?')
    expect(await page.locator('td input:checked').count()).toBe(0)
    await page.locator('h1').click()
    await press(page, 'j')
    const href = await focused(page)
    await press(page, 'Enter')
    await page.waitForURL(`**${href}`)
    await page.close()
  })

  it('? shows the keys, where they are switched off for this device; choosing all works without them', async () => {
    const page = await open(inbox)
    await press(page, '?')
    expect(await page.locator('dialog').getByText('chọn hoặc bỏ chọn việc').isVisible()).toBe(true)
    await page.uncheck('[data-use-keys]')
    await page.click('dialog button')
    await press(page, 'j', 'x')
    expect(await page.locator('td input:checked').count()).toBe(0)
    await page.reload()
    await press(page, 'j')
    expect(await focused(page)).toBe('')
    await page.check('[data-select-all]')
    expect(await page.locator('td input:checked').count()).toBe(await rows(page).count())
    await press(page, '?')
    await page.check('[data-use-keys]')
    await page.close()
  })

  it('a filter is applied when it is chosen and stands in the address', async () => {
    const page = await open(inbox)
    await page.selectOption('[name=kenh]', 'telephone')
    await page.waitForURL('**kenh=telephone**')
    for (const source of await page.locator('td[data-label="Nguồn"]').allTextContents())
      expect(source).toBe('Điện thoại')
    await page.close()
  })

  it.each([
    inbox,
    `${inbox}?hop=qua-han&q=huong`,
    `${inbox}?hop=da-xong`,
    `${inbox}/nhap`,
    '/can-bo/mau-tra-loi',
    '/can-bo/mau-tra-loi/moi',
  ])('%s is clean for axe and does not scroll sideways on a small phone and at a desk', async (path) => {
    for (const width of [320, 1280]) {
      const page = await open(path, { width, height: 740 })
      expect(await findFaults(browser, page)).toEqual([])
      await page.close()
    }
  })

  it('typing in on a phone: refused, mended, and the slip with its codes', async () => {
    const page = await open(`${inbox}/nhap?kenh=telephone`, { width: 360, height: 740 })
    await page.selectOption('[name=office]', { index: 1 })
    await page.fill('[name=receivedOn]', '2026-11-19')
    await page.fill('[name=receivedTime]', '14:05')
    await page.fill('[name=title]', 'Không có chỗ ngồi chờ')
    await page.fill('[name=content]', 'Sảnh chờ chỉ có bốn ghế.')
    await page.fill('[name=name]', 'Nguyễn Thị Lan')
    await page.fill('[name=phone]', '09o5')
    await page.check('[name=publish][value=unknown]')
    const save = page.locator('.entry > p button')
    await save.click()
    await page.getByText('Số điện thoại có chữ.').first().waitFor()
    expect(await page.inputValue('[name=content]')).toBe('Sảnh chờ chỉ có bốn ghế.')
    expect(await findFaults(browser, page)).toEqual([])
    await page.fill('[name=phone]', '0905 123 456')
    await save.click()
    await page.getByText('Đã lưu phiếu').waitFor()
    expect(await page.locator('.code').allTextContents()).toEqual([
      expect.stringMatching(/^[A-Z0-9.-]+-26-\d{6}$/),
      expect.stringMatching(/^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/),
    ])
    expect(await findFaults(browser, page)).toEqual([])
    await page.close()
  })
})
