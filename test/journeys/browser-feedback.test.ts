import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { findViolations, listSmallTargets } from '../support/axe'
import { lan, story } from '../support/feedback'
import { phone, usePhones } from '../support/phones'

const { openPhone, faults, product } = usePhones()

const address = () => `${new URL(product().survey).origin}/gop-y`
const next = (page: Page) => page.locator('[data-feedback] [data-send]').click()
const heading = (page: Page) => page.locator('h1').textContent()

async function open(options = phone) {
  const page = await (await openPhone(options)).newPage()
  await page.goto(address())
  return page
}

async function choose(page: Page, name: string, value: string) {
  await page.locator(`label:has([name="${name}"][value="${value}"])`).click()
}

async function atContent(page: Page) {
  await choose(page, 'matter', 'conduct')
  await next(page)
  await page.waitForSelector('[name=content]')
}

async function fillSender(page: Page) {
  for (const [name, value] of Object.entries(lan)) await page.fill(`[name=${name}]`, value)
}

/** What a person meets on the way, one page after another; `look` is asked on each. */
async function walk(page: Page, look: (page: Page) => Promise<void>) {
  await look(page)
  await choose(page, 'matter', 'other')
  await next(page)
  await page.waitForSelector('.door')
  await look(page)
  await page.click('[name=toi]')
  await atContent(page)
  await page.fill('[name=content]', `${story} Gọi 0905 123 456.`)
  await look(page)
  await next(page)
  await page.waitForSelector('[name=file]')
  await look(page)
  await next(page)
  await page.waitForSelector('[name=name]')
  await next(page)
  await page.waitForSelector('.note.er')
  await look(page)
  await fillSender(page)
  await next(page)
  await page.waitForSelector('[name=publish]')
  await look(page)
  await choose(page, 'publish', 'without-name')
  await next(page)
  await page.waitForSelector('.reviewed')
  await look(page)
  await next(page)
  await page.waitForURL(/da-gui/)
  await look(page)
}

describe('the form for feedback on a phone', () => {
  it.each([
    [320, true],
    [360, true],
    [360, false],
    [1280, true],
  ])(
    'every page at %i px (script: %s): nothing found by the checker, nothing sideways, nothing too small to touch',
    async (width, javaScriptEnabled) => {
      const page = await open({ viewport: { width, height: 740 }, javaScriptEnabled })
      const reader = await (await openPhone({ viewport: { width, height: 740 } })).newPage()
      await walk(page, async (shown) => {
        await reader.setContent(await shown.content())
        const where = await reader.locator('h1').textContent()
        const sideways = await reader.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        expect([where, await findViolations(reader)]).toEqual([where, []])
        expect([where, sideways > 1]).toEqual([where, false])
        expect([where, await listSmallTargets(reader)]).toEqual([where, []])
      })
      // The browser reports the reply 422 of the page that was left empty.
      expect(faults.splice(0).filter((text) => !text.includes('422'))).toEqual([])
    },
    60_000,
  )

  it('counts letters, warns of a telephone number and takes it out', async () => {
    const page = await open()
    await atContent(page)
    await page.fill('[name=content]', 'Xin gọi 0905 123 456 cho tôi.')
    expect(await page.locator('.count').textContent()).toBe('Đã viết 29 trong 10.000 ký tự')
    await page.locator('[data-caution]').waitFor()
    expect(await page.locator('[data-caution]').textContent()).toContain('Có vẻ có số điện thoại trong nội dung.')
    await page.click('[data-take-out]')
    expect(await page.locator('[name=content]').inputValue()).toBe('Xin gọi cho tôi.')
    expect(await page.locator('[data-caution]').isVisible()).toBe(false)
  })

  it('keeps what was written on the device and offers it; taking it up leads to the page that was left', async () => {
    const page = await open()
    await atContent(page)
    await page.fill('[name=content]', story)
    await next(page)
    await page.waitForSelector('[name=file]')
    await next(page)
    await page.waitForSelector('[name=name]')
    await page.fill('[name=name]', lan.name)
    const id = await page.locator('[name=clientId]').inputValue()

    const again = await page.context().newPage()
    await again.goto(address())
    expect(await again.locator('[name=content]').count()).toBe(0)
    await again.click('[data-take]')
    await again.waitForSelector('[name=address]')
    expect(await again.locator('[name=name]').inputValue()).toBe(lan.name)
    expect(await again.locator('[name=clientId]').inputValue()).toBe(id)
    await fillSender(again)
    await next(again)
    await choose(again, 'publish', 'private')
    await next(again)
    await again.waitForSelector('.reviewed')
    await next(again)
    await again.waitForURL(/da-gui/)
    expect(await again.evaluate(() => Object.keys(localStorage))).toEqual([])
    await again.goto(address())
    expect(await again.locator('[data-draft]').isVisible()).toBe(false)
  })

  it('keeps nothing on the device of who reports a danger', async () => {
    const page = await open()
    await choose(page, 'matter', 'other')
    await next(page)
    await page.click('[name=matter][value=child]')
    await page.fill('[name=content]', story)
    await next(page)
    await page.waitForSelector('[name=file]')
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([])
    expect(await page.locator('[data-kept]').count()).toBe(0)
  })

  it('forgets the draft when it is dropped, and after a week', async () => {
    const page = await open()
    await atContent(page)
    await page.fill('[name=content]', story)
    await page.goto(address())
    expect(await page.locator('[data-draft]').isVisible()).toBe(true)
    await page.evaluate(() => {
      const all = JSON.parse(localStorage.getItem('hailong.feedback') ?? '{}')
      for (const draft of Object.values(all) as { savedAt: number }[]) draft.savedAt -= 7 * 24 * 3600 * 1000
      localStorage.setItem('hailong.feedback', JSON.stringify(all))
    })
    await page.reload()
    expect(await page.locator('[data-draft]').isVisible()).toBe(false)
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([])
    await atContent(page)
    await page.fill('[name=content]', story)
    await page.goto(address())
    await page.click('[data-drop]')
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([])
  })

  it('sends a chosen file at once; one that is too large is not sent at all', async () => {
    const page = await open()
    await atContent(page)
    await page.fill('[name=content]', story)
    await next(page)
    await page.setInputFiles('[name=file]', {
      name: 'to.jpg',
      mimeType: 'image/jpeg',
      buffer: Buffer.alloc(11 * 1024 * 1024),
    })
    expect(await page.locator('[data-large]').textContent()).toContain('Tệp nặng 11 MB, mức tối đa là 10 MB.')
    const pdf = Buffer.from('%PDF-1.4\ntrailer<<>>\n%%EOF\n')
    await page.setInputFiles('[name=file]', { name: 'don.pdf', mimeType: 'application/pdf', buffer: pdf })
    await page.waitForSelector('.kept')
    expect(await page.locator('.kept').textContent()).toContain('don.pdf')
    await page.click('[name=bo]')
    await page.waitForSelector('.kept', { state: 'detached' })
  })

  it('goes forward with Enter and back with the browser; the same is sent once', async () => {
    const page = await open()
    await atContent(page)
    await page.fill('[name=content]', story)
    await page.focus('[name=place]')
    await page.keyboard.press('Enter')
    await page.waitForSelector('[name=file]')
    await page.goBack()
    expect(await page.locator('[name=content]').inputValue()).toBe(story)
    await next(page)
    await next(page)
    await fillSender(page)
    await page.focus('[name=name]')
    await page.keyboard.press('Enter')
    await choose(page, 'publish', 'private')
    await next(page)
    await page.waitForSelector('.reviewed')
    await page.locator('[data-send]').dblclick()
    await page.waitForURL(/da-gui/)
    const code = await page.locator('.code').first().textContent()
    await page.goBack()
    await page.waitForSelector('.reviewed')
    await next(page)
    await page.waitForURL(/da-gui/)
    expect(await page.locator('.code').first().textContent()).toBe(code)
    expect(await heading(page)).toBe('Đã nhận phản ánh, kiến nghị của Ông/Bà.')
  })

  it('prints the receipt on one page of A5 and of A4', async () => {
    const page = await open()
    await walk(page, async () => {})
    faults.length = 0
    for (const format of ['A5', 'A4'])
      expect((await page.pdf({ format })).toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  })
})
