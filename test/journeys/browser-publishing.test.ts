import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAccount, demoLogin } from '../../server/demo/account'
import { findFaults, listSmallTargets } from '../support/axe'
import { openBrowser } from '../support/chromium'
import { type Product, startProduct } from '../support/product'

/** Publishing in a real browser, with the demonstration's cases. */
let product: Product
let browser: Browser
let context: BrowserContext
let base: string
const faults: string[] = []

beforeAll(async () => {
  product = await startProduct({}, '--demo')
  browser = await openBrowser()
  base = new URL(product.survey).origin
  context = await browser.newContext({ viewport: { width: 360, height: 740 } })
  context.on('page', (page) => page.on('pageerror', (error) => faults.push(error.message)))
  const page = await context.newPage()
  await page.goto(`${base}/can-bo/dang-nhap`)
  await page.fill('[name=login]', demoLogin('publisher'))
  await page.fill('[name=password]', demoAccount.password)
  await page.click('main button')
  await page.waitForURL(/can-bo\/(?!dang-nhap)/)
  await page.close()
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await product?.stop()
  expect(faults).toEqual([])
})

async function open(path: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(base + path)
  return page
}

async function firstCase(part = ''): Promise<string> {
  const page = await open(`/can-bo/cong-khai${part}`)
  const href = await page.locator('.tab tbody th a').first().getAttribute('href')
  await page.close()
  return href ?? ''
}

describe('publishing in a browser', () => {
  it('every page of it stands the checker and does not scroll sideways on a phone', async () => {
    const [waiting, published, gone] = [
      await firstCase(),
      await firstCase('?muc=da-cong-khai'),
      await firstCase('?muc=da-go'),
    ]
    const publicPage = published.replace('/can-bo/cong-khai', '/cau-tra-loi')
    const paths = ['/can-bo/cong-khai', waiting, `${waiting}/xem-truoc`, published, `${published}/go`, gone]
    const anybody = ['/cau-tra-loi', '/cau-tra-loi?nam=2026&tim=ho', publicPage, '/cau-tra-loi/CQ-26-999999']
    for (const path of [...paths, ...anybody]) {
      const page = await open(path)
      expect([path, await findFaults(browser, page)]).toEqual([path, []])
      if (anybody.includes(path)) expect([path, await listSmallTargets(page)]).toEqual([path, []])
      await page.close()
    }
  }, 120_000)

  it('what is selected in the original is hidden by one press; without a selection it says what to do', async () => {
    const page = await open(await firstCase())
    const button = page.getByRole('button', { name: 'Che thêm đoạn đang chọn' })
    const said: string[] = []
    page.on('dialog', (dialog) => {
      said.push(dialog.message())
      void dialog.accept()
    })
    await button.click()
    expect(said).toEqual(['Xin bôi đen đoạn cần che trong bản gốc trước.'])
    const words = await page.evaluate(() => {
      const text = document.querySelector('[data-field=content]')?.firstChild
      if (!text) return ''
      getSelection()?.setBaseAndExtent(text, 4, text, 12)
      return getSelection()?.toString() ?? ''
    })
    await Promise.all([page.waitForNavigation(), button.click()])
    expect(page.url()).toContain('#che')
    const marked = page.locator('[data-field=content] mark').first()
    expect((await marked.textContent())?.includes(words)).toBe(true)
    expect(await page.locator('.world .red').filter({ hasText: 'thông tin riêng' }).count()).toBeGreaterThan(0)
  }, 60_000)

  it('Enter in the field hides the words that were typed, and shows nothing that was hidden', async () => {
    const page = await open(await firstCase())
    const before = await page.locator('.hiding mark').count()
    await page.fill('[name=chu]', 'Ông/Bà')
    await Promise.all([page.waitForNavigation(), page.press('[name=chu]', 'Enter')])
    expect(await page.locator('.hiding mark').count()).toBeGreaterThan(before)
    expect(await page.locator('text=Đã bỏ che').count()).toBe(0)
  })
})
