import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { openBrowser } from './chromium'
import { type Product, startProduct } from './product'

export const phone: BrowserContextOptions = { viewport: { width: 360, height: 740 } }

/**
 * The built product and people's phones in a real browser, for the tests of one file. Faults of scripts and of the policy
 * fail the test; `faults` may be emptied where one is expected.
 */
export function usePhones() {
  let product: Product
  let browser: Browser
  const faults: string[] = []

  beforeAll(async () => {
    product = await startProduct()
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await product?.stop()
  })
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close()
    expect(faults.splice(0)).toEqual([])
  })

  /** A person's phone: its pages share a storage that is empty at first. */
  async function openPhone(options: BrowserContextOptions = phone) {
    const context = await browser.newContext(options)
    context.on('page', (page) => {
      page.on('pageerror', (error) => faults.push(error.message))
      page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
    })
    return context
  }

  async function openSurvey(options?: BrowserContextOptions, address = product.survey): Promise<Page> {
    const context = await openPhone(options)
    const page = await context.newPage()
    await page.goto(address)
    return page
  }

  /** Another page on the phone that was opened first. */
  async function openAgain(): Promise<Page> {
    const page = await browser.contexts()[0]?.newPage()
    if (!page) throw new Error('no phone is open')
    await page.goto(product.survey)
    return page
  }

  return { openPhone, openSurvey, openAgain, faults, product: () => product }
}

export const choose = (page: Page, name: string, value: string) =>
  page.locator(`[name="${name}"][value="${value}"]`).locator('..').click()
export const chooseAll = (page: Page, value: string) =>
  page.evaluate((wanted) => {
    for (const input of document.querySelectorAll<HTMLInputElement>(`.group .scale [value="${wanted}"]`)) input.click()
  }, value)
export const progress = (page: Page) => page.locator('[data-progress] p').textContent()
export const petals = (page: Page) => page.locator('[data-progress] path.on').count()
export const clientId = (page: Page) => page.locator('[name=clientId]').inputValue()
export const send = (page: Page) => page.locator('[data-send]').click()
export const arrived = (page: Page) => page.waitForURL(/\/phieu\//)
