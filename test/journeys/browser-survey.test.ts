import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { findViolations, listSmallTargets } from '../support/axe'
import { choose, chooseAll, petals, phone, progress, send, usePhones } from '../support/phones'

const { openPhone, openSurvey, product } = usePhones()

describe('the page', () => {
  it('comes whole in one request of at most 12 KB, headers included', async () => {
    const context = await openPhone()
    const requests: string[] = []
    context.on('request', (request) => requests.push(request.url()))
    const page = await context.newPage()
    const response = await page.goto(product().survey)
    const sizes = await response?.request().sizes()
    expect((sizes?.responseBodySize ?? Number.NaN) + (sizes?.responseHeadersSize ?? Number.NaN)).toBeLessThan(12 * 1024)
    expect(requests.filter((url) => !url.startsWith('data:'))).toEqual([product().survey])
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
