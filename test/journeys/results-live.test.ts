import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { build } from 'vite'
import { expect, it, onTestFinished } from 'vitest'
import { createApp } from '../../server/app'
import { makeAssets } from '../../server/assets'
import { answerSipas } from '../support/answers'
import { openApp } from '../support/app'
import { openBrowser } from '../support/chromium'
import { describeEngines } from '../support/database'
import { password } from '../support/staff'

/** The script of staff pages as the build makes it. */
async function staffScript(): Promise<string> {
  const lib = { entry: 'web/browser/staff.ts', formats: ['iife' as const], name: 'staff' }
  const built = await build({ configFile: false, logLevel: 'silent', build: { write: false, lib } })
  const [output] = [built].flat()
  if (!output || !('output' in output)) throw new Error('nothing was built')
  return output.output[0].code
}

describeEngines('results that are open', ({ open }) => {
  it('follow a new answer by themselves, and leave the rest of the page alone', async () => {
    const app = await openApp(await open())
    const deps = { ...app.deps, assets: makeAssets({ survey: '', staff: await staffScript() }) }
    const server = serve({ fetch: createApp(deps).fetch, port: 0, hostname: '127.0.0.1' })
    onTestFinished(() => void server.close())
    const browser = await openBrowser()
    onTestFinished(() => browser.close())
    await answerSipas(app, 10, 5, { submittedOn: '2026-03-10' })

    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(error.message))
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    await page.goto(`${origin}/can-bo/thiet-lap/${app.setupToken}`)
    await page.fill('[name=name]', 'Lê Thị Hoa')
    await page.fill('[name=login]', 'hoa.lt')
    await page.fill('[name=password]', password)
    await page.fill('[name=repeat]', password)
    await page.click('main button[type=submit]')
    // The page's first question comes after the next answers: what came in between must be seen as well.
    let answered = () => {}
    const held = new Promise<void>((resolve) => {
      answered = resolve
    })
    await page.route('**/phien-ban', (route) => held.then(() => route.continue()))
    await page.goto(`${origin}/can-bo/ket-qua`)
    const big = page.locator('.big')
    expect(await big.textContent()).toMatch(/^100,00/)
    await page.locator('summary', { hasText: 'Xem bảng số' }).click()
    await page.locator('select[name=channel]').focus()

    await answerSipas(app, 10, 1, { submittedOn: '2026-03-10' })
    answered()
    await big.filter({ hasText: '50,00' }).waitFor()
    expect(await page.evaluate('document.activeElement.name')).toBe('channel')
    expect(await page.locator('details:not([data-details])[open] summary').allTextContents()).toEqual(['Xem bảng số'])

    await page.selectOption('select[name=channel]', 'paper')
    await page.waitForURL(/channel=paper/)
    expect(faults).toEqual([])
  })
})
