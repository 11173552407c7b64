import { gzipSync } from 'node:zlib'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { findViolations, listSmallTargets } from '../support/axe'
import { openBrowser } from '../support/chromium'
import { type Product, startProduct } from '../support/product'

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

const phone: BrowserContextOptions = { viewport: { width: 360, height: 740 } }

/** A person's phone: its pages share a storage that is empty at first. Faults of scripts and of the policy fail the test. */
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

/** The same page in a browser that may run the checker. */
async function openCopy(page: Page): Promise<Page> {
  const reader = await (await openPhone()).newPage()
  await reader.setContent(await page.content())
  return reader
}

const choose = (page: Page, name: string, value: string) =>
  page.locator(`[name="${name}"][value="${value}"]`).locator('..').click()
const chooseAll = (page: Page, value: string) =>
  page.evaluate((wanted) => {
    for (const input of document.querySelectorAll<HTMLInputElement>(`.group .scale [value="${wanted}"]`)) input.click()
  }, value)
const progress = (page: Page) => page.locator('[data-progress] p').textContent()
const petals = (page: Page) => page.locator('[data-progress] path.on').count()
const clientId = (page: Page) => page.locator('[name=clientId]').inputValue()
const send = (page: Page) => page.locator('[data-send]').click()
const arrived = (page: Page) => page.waitForURL(/\/phieu\//)

describe('the page', () => {
  it('comes whole in one request of at most 12 KB, headers included', async () => {
    const context = await openPhone()
    const requests: string[] = []
    context.on('request', (request) => requests.push(request.url()))
    const page = await context.newPage()
    const response = await page.goto(product.survey)
    const sizes = await response?.request().sizes()
    expect((sizes?.responseBodySize ?? Number.NaN) + (sizes?.responseHeadersSize ?? Number.NaN)).toBeLessThan(12 * 1024)
    expect(requests.filter((url) => !url.startsWith('data:'))).toEqual([product.survey])
    const script = (await page.content()).match(/<script>([\s\S]*?)<\/script>/)?.[1] ?? ''
    expect(gzipSync(script).length).toBeLessThan(3.5 * 1024)
  })

  it.each([
    ['light', 360, false],
    ['dark', 360, false],
    ['light', 320, false],
    ['light', 320, true],
    ['dark', 1280, false],
  ] as const)(
    'is clean for axe and never scrolls sideways: %s, %i px, large letters %s',
    async (scheme, width, large) => {
      const page = await openSurvey({ viewport: { width, height: 740 }, colorScheme: scheme })
      if (large) await page.locator('[data-letters]').click()
      await choose(page, '1.1', '1')
      await choose(page, 'x.purpose', 'submit')
      await send(page)
      expect(await findViolations(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
      expect(await listSmallTargets(page)).toEqual([])
    },
  )

  it("keeps the reader's choice of larger letters", async () => {
    const page = await openSurvey()
    await page.locator('[data-letters]').click()
    await page.reload()
    expect(await page.locator('[data-letters]').getAttribute('aria-pressed')).toBe('true')
  })
})

describe('answering', () => {
  it('fills petals and counts; a gate takes away what is not meant for this person', async () => {
    const page = await openSurvey()
    expect(await progress(page)).toBe('Đã trả lời 0/24 câu')
    await choose(page, '1.1', '4')
    for (const key of ['1.2', '1.3', '1.4']) await choose(page, key, 'na')
    expect([await progress(page), await petals(page)]).toEqual(['Đã trả lời 4/24 câu', 1])
    await choose(page, 'x.purpose', 'submit')
    expect([await progress(page), await petals(page)]).toEqual(['Đã trả lời 4/19 câu', 2])
    await choose(page, 'x.purpose', 'result')
    expect(await progress(page)).toBe('Đã trả lời 4/24 câu')
  })

  it('leads from one unanswered question to the next', async () => {
    const page = await openSurvey()
    const next = page.locator('[data-progress] button')
    // A click of the test would first scroll to where the bar stands when it does not stick.
    const touch = () => next.dispatchEvent('click')
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('name'))
    await choose(page, '1.1', '4')
    await touch()
    expect(await focused()).toBe('1.2')
    await touch()
    expect(await focused()).toBe('1.3')
    await chooseAll(page, '5')
    expect(await next.isVisible()).toBe(false)
  })

  it.each([true, false])('opens the reasons on a low level, script: %s', async (javaScriptEnabled) => {
    const page = await openSurvey({ ...phone, javaScriptEnabled })
    const reasons = page.locator('#q1\\.2 .reasons')
    expect(await reasons.isVisible()).toBe(false)
    await choose(page, '1.2', '2')
    expect(await reasons.isVisible()).toBe(true)
    await choose(page, '1.2', '3')
    expect(await reasons.isVisible()).toBe(false)
  })

  it('shows a follow-up only after the answer it belongs to', async () => {
    const page = await openSurvey()
    const followUp = page.locator('#qx\\.apology')
    expect(await followUp.isVisible()).toBe(false)
    await choose(page, 'x.late', 'yes')
    expect(await followUp.isVisible()).toBe(true)
  })
})

describe('the draft', () => {
  it('is offered, never filled in silently; taking it up takes up its id; sending removes it', async () => {
    const first = await openSurvey()
    await choose(first, '1.1', '2')
    await choose(first, 'r.1.1', '0')
    await first.locator('#comment').fill('Chữ nhỏ')
    const id = await clientId(first)
    await first.close()

    const context = browser.contexts()[0]
    const page = await context?.newPage()
    if (!page) throw new Error('no context')
    await page.goto(product.survey)
    expect(await page.locator('[data-draft]').isVisible()).toBe(true)
    expect(await page.locator('.group :checked').count()).toBe(0)
    await page.locator('[data-take]').click()
    expect(await clientId(page)).toBe(id)
    expect(await page.locator('[name="1.1"]:checked').inputValue()).toBe('2')
    expect(await page.locator('[name="r.1.1"]:checked').inputValue()).toBe('0')
    expect(await page.locator('#comment').inputValue()).toBe('Chữ nhỏ')
    expect(await progress(page)).toBe('Đã trả lời 1/24 câu')

    await chooseAll(page, '4')
    await send(page)
    await arrived(page)
    await page.goto(product.survey)
    expect(await page.locator('[data-draft]').isVisible()).toBe(false)
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([])
  })

  it('can be dropped', async () => {
    const page = await openSurvey()
    await choose(page, '1.1', '2')
    const other = await page.context().newPage()
    await other.goto(product.survey)
    await other.locator('[data-drop]').click()
    await other.reload()
    expect(await other.locator('[data-draft]').isVisible()).toBe(false)
  })

  it('is done without where the browser has no storage', async () => {
    const context = await openPhone()
    await context.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('denied', 'SecurityError')
        },
      })
    })
    const page = await context.newPage()
    await page.goto(product.survey)
    await page.locator('[data-letters]').click()
    await chooseAll(page, '4')
    await send(page)
    await arrived(page)
  })
})

describe('sending', () => {
  it('reminds once of blanks, then takes the form as it is', async () => {
    const page = await openSurvey()
    await choose(page, '1.1', '4')
    await send(page)
    expect(await page.locator('[data-missing]').textContent()).toContain('Còn 23 câu chưa chọn.')
    await send(page)
    await arrived(page)
  })

  it('sends once however often the button is touched, and once more after Back', async () => {
    const before = product.countResponses()
    const page = await openSurvey()
    await chooseAll(page, '4')
    await page.locator('[data-send]').dblclick()
    await arrived(page)
    const receipt = page.url()
    await page.goBack()
    expect(await page.locator('[data-send]').isEnabled()).toBe(true)
    expect(await page.locator('[data-send]').textContent()).toBe('Gửi phiếu')
    await send(page)
    await arrived(page)
    expect(page.url()).toBe(receipt)
    expect(product.countResponses()).toBe(before + 1)
  })

  it('stays one answer when the reply is lost, the page is opened again and the draft taken up', async () => {
    const before = product.countResponses()
    const page = await openSurvey()
    await chooseAll(page, '4')
    await page.route('**/gui', async (route) => {
      await route.fetch({ maxRedirects: 0 })
      await route.abort()
    })
    await send(page)
    await page.waitForURL(/chrome-error/)
    faults.length = 0
    await page.unrouteAll()
    await page.goto(product.survey)
    await page.locator('[data-take]').click()
    await send(page)
    await arrived(page)
    expect(product.countResponses()).toBe(before + 1)
  })

  it('stays one answer when a draft is taken up, sent, and sent again after Back', async () => {
    const before = product.countResponses()
    const first = await openSurvey()
    await choose(first, '1.1', '2')
    await first.close()
    const page = await browser.contexts()[0]?.newPage()
    if (!page) throw new Error('no context')
    await page.goto(product.survey)
    await page.locator('[data-take]').click()
    await chooseAll(page, '4')
    await send(page)
    await arrived(page)
    const receipt = page.url()
    await page.goBack()
    await send(page)
    await arrived(page)
    expect(page.url()).toBe(receipt)
    expect(product.countResponses()).toBe(before + 1)
  })

  it('says that there is no network instead of leaving the page', async () => {
    const page = await openSurvey()
    await chooseAll(page, '4')
    await page.context().setOffline(true)
    await send(page)
    expect(await page.locator('[data-offline]').isVisible()).toBe(true)
    await page.context().setOffline(false)
    await send(page)
    await arrived(page)
  })

  it('works without a script, from the form to the withdrawal', async () => {
    const page = await openSurvey({ ...phone, javaScriptEnabled: false })
    await choose(page, '1.1', '4')
    await send(page)
    await arrived(page)
    await page.locator('summary').click()
    await page.locator('form button').click()
    expect(await page.locator('h1').textContent()).toBe('Phiếu đã được rút')
    expect(await findViolations(await openCopy(page))).toEqual([])
  })

  it('offers the full form after the quick one', async () => {
    const page = await openSurvey(phone, `${product.survey}/nhanh`)
    await chooseAll(page, '5')
    await send(page)
    await arrived(page)
    expect(await findViolations(page)).toEqual([])
    await page.locator('.card .btn').click()
    expect(page.url()).toBe(product.survey)
  })
})
