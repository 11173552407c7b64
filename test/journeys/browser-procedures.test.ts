import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { connect } from '../../db/connect'
import { findViolations, listSmallTargets } from '../support/axe'
import { arrived, choose, phone, send, usePhones } from '../support/phones'
import { insertCatalogue } from '../support/procedures'

const { openPhone, openSurvey, product } = usePhones()

/** Beside the running product, as another process of the office would. */
async function ask<T>(question: (db: Awaited<ReturnType<typeof connect>>['db']) => Promise<T>): Promise<T> {
  const connection = await connect({ dataDir: product().dataDir })
  try {
    return await question(connection.db)
  } finally {
    await connection.close()
  }
}

beforeAll(() => ask((db) => insertCatalogue(db, 40)))

const field = (page: Page) => page.locator('[data-suggest]')
const options = (page: Page) => page.getByRole('option')
const khai = ['Đăng ký khai sinh', 'Đăng ký khai tử', 'Đăng ký lại khai sinh']
const newest = () =>
  ask((db) => db.selectFrom('response').select(['extras', 'field']).orderBy('id', 'desc').executeTakeFirstOrThrow())

describe('choosing the procedure', () => {
  it('the page still comes in one request of at most 12 KB, headers included', async () => {
    const context = await openPhone()
    const page = await context.newPage()
    const sizes = await (await page.goto(product().survey))?.request().sizes()
    expect((sizes?.responseBodySize ?? Number.NaN) + (sizes?.responseHeadersSize ?? Number.NaN)).toBeLessThan(12 * 1024)
    await page.locator('[data-suggest]').waitFor()
  })

  it('typing without marks suggests; arrows and Enter choose and do not send the form', async () => {
    const page = await openSurvey()
    await choose(page, '1.1', '4')
    await field(page).pressSequentially('dang ky khai ')
    await expect.poll(() => options(page).allTextContents()).toEqual(khai)
    expect(await field(page).getAttribute('aria-expanded')).toBe('true')
    expect(await page.getByRole('status').first().textContent()).toBe('3 thủ tục phù hợp')
    await field(page).press('ArrowDown')
    await field(page).press('ArrowDown')
    const active = await field(page).getAttribute('aria-activedescendant')
    expect(await page.locator(`#${active}`).textContent()).toBe('Đăng ký khai tử')
    await field(page).press('Enter')
    expect(await field(page).inputValue()).toBe('Đăng ký khai tử (1.000002)')
    expect(await options(page).count()).toBe(0)
    await field(page).press('Enter')
    expect(page.url()).toBe(product().survey)
    await send(page)
    await send(page)
    await arrived(page)
    expect(await newest()).toEqual({ extras: '{"procedure":{"code":"1.000002"}}', field: 'Hộ tịch' })
  })

  it('a touch chooses, Escape closes, and words that nobody offers stay', async () => {
    const page = await openSurvey()
    await field(page).fill('ket hon')
    await options(page).first().click()
    expect(await field(page).inputValue()).toBe('Đăng ký kết hôn (1.000003)')
    await field(page).fill('giam')
    await options(page).first().waitFor()
    await field(page).press('Escape')
    expect(await options(page).count()).toBe(0)
    expect(await field(page).inputValue()).toBe('giam')
    await field(page).fill('khong co viec nay')
    await expect.poll(() => page.getByRole('status').first().textContent()).toContain('cứ để nguyên chữ vừa gõ')
    expect(await field(page).inputValue()).toBe('khong co viec nay')
  })

  it.each([
    ['light', 360],
    ['dark', 320],
  ] as const)('is clean for axe with suggestions open: %s, %i px', async (colorScheme, width) => {
    const page = await openSurvey({ viewport: { width, height: 740 }, colorScheme })
    await field(page).fill('dang ky')
    await options(page).first().waitFor()
    await field(page).press('ArrowDown')
    expect(await findViolations(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    expect(await listSmallTargets(page)).toEqual([])
  })

  it('without a script it is a line to write on', async () => {
    const context = await openPhone({ ...phone, javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(product().survey)
    expect(await page.getByRole('combobox').count()).toBe(0)
    await page.getByLabel('Thủ tục Ông/Bà đã làm').fill('giam ho')
    await choose(page, '1.1', '4')
    await send(page)
    await arrived(page)
    expect(await newest()).toMatchObject({ extras: '{"procedure":{"code":"1.000004"}}' })
  })
})
