import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { openBrowser } from '../support/chromium'
import { startProduct } from '../support/product'

it('shows nobody at a shared tablet what the person before chose', async () => {
  const product = await startProduct()
  onTestFinished(() => product.stop())
  const browser = await openBrowser()
  onTestFinished(() => browser.close())
  const page = await browser.newPage()
  await page.goto(product.survey)
  const database = new Database(join(product.dataDir, 'hailong.db'))
  database.prepare("update point set channel = 'tablet'").run()
  database.close()
  await expect
    .poll(async () => {
      await page.reload()
      return page.locator('form[autocomplete=off]').count()
    })
    .toBe(1)
  const first = await page.locator('[name=clientId]').inputValue()
  for (const label of await page.locator('.group .scale [value="2"]').all()) await label.locator('..').click()
  await page.locator('#comment').fill('chỉ mình tôi biết')
  const thanks = page.waitForResponse(/\/cam-on\//)
  await page.locator('[data-send]').click()
  await page.waitForURL(/\/cam-on\//)
  expect((await thanks).headers().refresh).toMatch(/^30; url=\/k\//)
  await page.goBack()
  await page.waitForFunction((id) => !document.querySelector(`[value="${id}"]`), first)
  expect(await page.locator(':checked').count()).toBe(0)
  expect(await page.locator('#comment').inputValue()).toBe('')
})
