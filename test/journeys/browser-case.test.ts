import { readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { Browser, Page } from 'playwright-core'
import { describe, expect, it, onTestFinished } from 'vitest'
import { findDraft } from '../../db/case-answers'
import { connect } from '../../db/connect'
import { migrate } from '../../db/migrate'
import { createApp } from '../../server/app'
import { makeAssets } from '../../server/assets'
import { openApp } from '../support/app'
import { findFaults } from '../support/axe'
import { caseAddress, openDesk } from '../support/case-desk'
import { act, openedCase, staffOf } from '../support/cases'
import { openBrowser } from '../support/chromium'
import { temporaryFolder } from '../support/database'
import { password } from '../support/staff'

/** The product with its real script and sheet, a case that is worked on, and a browser. */
async function prepare() {
  const connection = await connect({ dataDir: await temporaryFolder(), databaseUrl: null })
  onTestFinished(() => connection.close())
  await migrate(connection)
  const app = await openApp(connection, {}, '2026-03-09T02:00:00Z')
  app.deps.assets = makeAssets({ survey: '', staff: await readFile('dist/staff/staff.js', 'utf8') })
  await openDesk(app)
  const { code, id } = await openedCase(app)
  await act(app, await staffOf(app, 'intake.all'), code, { deed: 'start', note: '' })
  const server = serve({ fetch: createApp(app.deps).fetch, port: 0, hostname: '127.0.0.1' })
  onTestFinished(() => void server.close())
  await new Promise((resolve) => server.once('listening', resolve))
  const browser = await openBrowser()
  onTestFinished(() => browser.close())
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { app, id, browser, address: origin + caseAddress(code) }
}

async function openAs(browser: Browser, login: string, address: string): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage()
  await page.goto(address)
  await page.fill('[name=login]', login)
  await page.fill('[name=password]', password)
  await page.click('main button')
  await page.waitForURL(address)
  return page
}

describe('the draft of an answer in a browser', () => {
  it('saves itself while it is written, and never over what somebody else has written', async () => {
    const { app, id, browser, address } = await prepare()
    const first = await openAs(browser, 'intake.all', address)
    const second = await openAs(browser, 'approver.all', address)
    expect(await findFaults(browser, first)).toEqual([])
    await first.fill('#text', 'Bản của người thứ nhất.')
    await first.waitForSelector('text=Đã tự lưu lúc')
    expect((await findDraft(app.deps.db, id))?.text).toBe('Bản của người thứ nhất.')
    await second.fill('#text', 'Bản của người thứ hai.')
    await second.waitForSelector('text=Người khác vừa sửa câu trả lời này.')
    expect((await findDraft(app.deps.db, id))?.text).toBe('Bản của người thứ nhất.')
    await second.click('text=Lưu bản nháp')
    await second.waitForSelector('text=Bản đang lưu')
    expect(await second.textContent('main')).toContain('Bản của người thứ nhất.')
    expect(await second.inputValue('#text')).toBe('Bản của người thứ hai.')
    // Sent in the middle of a save, the form waits for it and nobody is in its own way.
    await first.fill('#text', 'Bản cuối của người thứ nhất.')
    await first.click('text=Gửi duyệt')
    await first.waitForSelector('text=Đã trình duyệt.')
    expect((await findDraft(app.deps.db, id))?.text).toBe('Bản cuối của người thứ nhất.')
  }, 60_000)
})
