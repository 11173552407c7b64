import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAccount, demoLogin } from '../../server/demo/account'
import { roles } from '../../server/domain/permissions'
import { guides } from '../../web/vi/guides'
import { roleNames } from '../../web/vi/staff'
import { openApp } from '../support/app'
import { openBrowser } from '../support/chromium'
import { describeEngines } from '../support/database'
import { type Product, startProduct } from '../support/product'
import { signInAs } from '../support/staff'

const texts = Object.entries(guides).flatMap(([role, guide]) =>
  Object.values(guide)
    .flat()
    .map((text): [string, string] => [role, text]),
)

describeEngines('the guide', (engine) => {
  it('begins with the own role and shows every other one', async () => {
    const test = await openApp(await engine.open())
    const person = await signInAs(test, 'handler')
    await person.open('/can-bo/huong-dan')
    expect(person.page.html).toMatch(new RegExp(`<h1>Hướng dẫn: ${roleNames.handler}</h1>`))
    expect(person.page.html.indexOf(roleNames.handler)).toBeLessThan(person.page.html.indexOf(roleNames.viewer))
    for (const role of roles) {
      const page = await person.open(`/can-bo/huong-dan?vai-tro=${role}`)
      expect(page.html).toContain(`<h1>Hướng dẫn: ${roleNames[role]}</h1>`)
      expect(page.text).not.toContain('**')
    }
    expect((await person.open('/can-bo/huong-dan?vai-tro=x')).html).toContain(
      `<h1>Hướng dẫn: ${roleNames.handler}</h1>`,
    )
  })
})

it('every name in bold stands on the screen somewhere', async () => {
  const folder = join(import.meta.dirname, '..', '..', 'web', 'vi')
  const labels = new Set<string>()
  const collect = (value: unknown) => {
    if (typeof value === 'string') labels.add(value)
    else if (value && typeof value === 'object') Object.values(value).forEach(collect)
  }
  for (const name of readdirSync(folder)) if (name !== 'guides.ts') collect(await import(join(folder, name)))
  const missing = texts.flatMap(([role, text]) =>
    text.split('**').flatMap((name, i) => (i % 2 === 1 && !labels.has(name) ? [`${role}: ${name}`] : [])),
  )
  expect(missing).toEqual([])
  for (const [, text] of texts) expect(text.split('**').length % 2, text).toBe(1)
})

describe('on paper', () => {
  let product: Product
  let browser: Browser
  beforeAll(async () => {
    product = await startProduct({}, '--demo')
    browser = await openBrowser()
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await product?.stop()
  })

  it('each role fills one sheet of A4 and no more', async () => {
    const base = new URL(product.survey).origin
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage()
    await page.goto(`${base}/can-bo/dang-nhap`)
    await page.fill('[name=login]', demoLogin('administrator'))
    await page.fill('[name=password]', demoAccount.password)
    await page.click('main button')
    await page.waitForURL(/ket-qua/)
    for (const role of roles) {
      await page.goto(`${base}/can-bo/huong-dan?vai-tro=${role}`)
      const pdf = (await page.pdf({ format: 'A4' })).toString('latin1')
      expect([role, pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length]).toEqual([role, 1])
    }
  }, 120_000)
})
