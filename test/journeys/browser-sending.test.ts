import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { findViolations } from '../support/axe'
import { arrived, choose, chooseAll, clientId, phone, progress, send, usePhones } from '../support/phones'

const { openPhone, openSurvey, openAgain, faults, product } = usePhones()

/** The same page in a browser that may run the checker. */
async function openCopy(page: Page): Promise<Page> {
  const reader = await (await openPhone()).newPage()
  await reader.setContent(await page.content())
  return reader
}

describe('the draft', () => {
  it('is offered, never filled in silently; taking it up takes up its id; sending removes it', async () => {
    const first = await openSurvey()
    await choose(first, '1.1', '2')
    await choose(first, 'r.1.1', '0')
    await first.locator('#comment').fill('Chữ nhỏ')
    const id = await clientId(first)
    await first.close()

    const page = await openAgain()
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
    await page.goto(product().survey)
    expect(await page.locator('[data-draft]').isVisible()).toBe(false)
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([])
  })

  it('can be dropped', async () => {
    const page = await openSurvey()
    await choose(page, '1.1', '2')
    const other = await page.context().newPage()
    await other.goto(product().survey)
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
    await page.goto(product().survey)
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
    const before = product().countResponses()
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
    expect(product().countResponses()).toBe(before + 1)
  })

  it('stays one answer when the reply is lost, the page is opened again and the draft taken up', async () => {
    const before = product().countResponses()
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
    await page.goto(product().survey)
    await page.locator('[data-take]').click()
    await send(page)
    await arrived(page)
    expect(product().countResponses()).toBe(before + 1)
  })

  it('stays one answer when a draft is taken up, sent, and sent again after Back', async () => {
    const before = product().countResponses()
    const first = await openSurvey()
    await choose(first, '1.1', '2')
    await first.close()
    const page = await openAgain()
    await page.locator('[data-take]').click()
    await chooseAll(page, '4')
    await send(page)
    await arrived(page)
    const receipt = page.url()
    await page.goBack()
    await send(page)
    await arrived(page)
    expect(page.url()).toBe(receipt)
    expect(product().countResponses()).toBe(before + 1)
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
    const page = await openSurvey(phone, `${product().survey}/nhanh`)
    await chooseAll(page, '5')
    await send(page)
    await arrived(page)
    expect(await findViolations(page)).toEqual([])
    await page.locator('.card .btn:not(.alt)').click()
    expect(page.url()).toBe(product().survey)
  })
})
