import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Connection, connect } from '../../db/connect'
import { insertStaff } from '../../db/staff'
import { newId } from '../../server/random'
import { openKeys } from '../../server/store/keys'
import type { TestApp } from '../support/app'
import { findFaults, listSmallTargets } from '../support/axe'
import { act, answerCase, openedCase, staffOf } from '../support/cases'
import { openBrowser } from '../support/chromium'
import { type Product, startProduct } from '../support/product'

/** The built product; cases are put into its database beside it. */
let product: Product
let browser: Browser
let context: BrowserContext
let connection: Connection
let base: string
let app: TestApp

beforeAll(async () => {
  product = await startProduct()
  base = new URL(product.survey).origin
  connection = await connect({ dataDir: product.dataDir, databaseUrl: null })
  const keys = await openKeys(product.dataDir)
  const deps = { db: connection.db, keys, now: () => new Date(), newId, config: { mail: null }, publicUrl: base }
  app = { deps } as unknown as TestApp
  const account = { officeCode: null, passwordHash: '-', createdAt: new Date().toISOString(), disabledAt: null }
  for (const role of ['intake', 'approver'])
    await insertStaff(connection.db, { ...account, id: role, login: role, name: role, role })
  browser = await openBrowser()
  context = await browser.newContext({ viewport: { width: 360, height: 740 } })
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await connection?.close()
  await product?.stop()
})

/** The page of a case, opened as a printed slip does: the code in the address, the look-up code behind the `#`. */
async function scan({ code, secret }: { code: string; secret: string }): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`${base}/tra-cuu?ma=${code}#${secret}`)
  return page
}

async function open(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Xem phiếu' }).click()
  await page.waitForURL(/\/tra-cuu\/./)
}

const sound = async (page: Page) => {
  expect(await findFaults(browser, page)).toEqual([])
  expect(await listSmallTargets(page)).toEqual([])
}

describe('following a case on a phone of 360 px', () => {
  it('a scanned slip fills in both codes, and the look-up code stays in no address', async () => {
    const opened = await openedCase(app)
    const page = await scan(opened)
    expect(await page.inputValue('[name=ma]')).toBe(opened.code)
    expect(await page.inputValue('[name=bi-mat]')).toBe(opened.secret)
    expect(page.url()).not.toContain('#')
    await sound(page)
    await open(page)
    expect(page.url()).not.toContain(opened.secret)
    await expect(page.getByRole('heading', { level: 1 }).textContent()).resolves.toContain('xác nhận cư trú')
    await page.locator('details').evaluateAll((all) => {
      for (const one of all) (one as HTMLDetailsElement).open = true
    })
    await sound(page)
    // Half as large again, and still in one column.
    await page.getByRole('button', { name: 'Chữ to hơn' }).click()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    await page.getByRole('button', { name: 'Chữ to hơn' }).click()
    await page.close()
  }, 60_000)

  it('adds what was asked for with the keyboard alone, and sends it once however often the key is pressed', async () => {
    const opened = await openedCase(app)
    const intake = await staffOf(app, 'intake')
    await act(app, intake, opened.code, { deed: 'ask-sender', text: 'Xin cho biết số biên nhận.' })
    const page = await scan(opened)
    // The script has put the focus on the button.
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/tra-cuu\/./)
    await sound(page)
    await page.getByRole('link', { name: 'Bổ sung thông tin' }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/bo-sung$/)
    await sound(page)
    await page.getByLabel('Thông tin bổ sung').focus()
    await page.keyboard.type('Số 0123.')
    await page.getByRole('button', { name: 'Gửi phần bổ sung' }).focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.waitForURL(/xong=bo-sung/)
    await expect(page.getByRole('status').textContent()).resolves.toContain('Đã nhận phần bổ sung.')
    await page.close()
  }, 60_000)

  it('reads the answer, prints it, says what is wrong with it and asks for a second look', async () => {
    const opened = await openedCase(app)
    const [by, approver] = [await staffOf(app, 'intake'), await staffOf(app, 'approver')]
    await answerCase(app, opened.code, { by, approver })
    const page = await scan(opened)
    await open(page)
    await sound(page)
    expect(await page.getByLabel('Điều gì chưa thỏa đáng?').isVisible()).toBe(false)
    await page.getByText('Không hài lòng', { exact: true }).click()
    await page.getByLabel('Điều gì chưa thỏa đáng?').fill('Chưa trả lời ý hai.')
    await sound(page)
    await page.getByRole('button', { name: 'Gửi đánh giá' }).click()
    await page.waitForURL(/xong=danh-gia/)
    await page.getByRole('link', { name: 'Xem để in' }).click()
    await page.waitForURL(/\/in$/)
    expect(await page.getByRole('button', { name: 'In trang này' }).isVisible()).toBe(true)
    await sound(page)
    await page.getByRole('link', { name: 'Quay lại phiếu' }).click()
    await page.getByRole('link', { name: 'Đề nghị xem xét lại' }).click()
    await page.waitForURL(/xem-xet-lai$/)
    await sound(page)
    await page.close()
  }, 60_000)

  it('is asked before a case is withdrawn', async () => {
    const opened = await openedCase(app)
    const page = await scan(opened)
    await open(page)
    await page.getByRole('link', { name: 'Rút phiếu này' }).click()
    await page.waitForURL(/\/rut$/)
    await sound(page)
    await page.getByRole('button', { name: 'Rút phiếu' }).click()
    await page.waitForURL(/xong=rut/)
    // Nothing is kept in a cache: going back asks again, and the form is gone.
    await page.goBack()
    await page.getByRole('heading', { name: 'Việc này không làm được nữa' }).waitFor()
    await sound(page)
    await page.close()
  }, 60_000)
})
