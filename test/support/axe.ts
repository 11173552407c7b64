import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'

const checker = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const tags = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds on a page, one line each: rule and element. Runs from outside, since the policy blocks its script. */
export async function findViolations(page: Page): Promise<string[]> {
  await page.evaluate(await readFile(checker, 'utf8'))
  return page.evaluate(async (runOnly) => {
    const found = await (window as unknown as { axe: typeof import('axe-core') }).axe.run({ runOnly })
    return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
  }, tags)
}

/** What can be touched on a page for citizens and is lower than 48 px. */
export function listSmallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('a, button, summary, label:not(.ask), textarea')]
      .filter((element) => element.offsetParent && !element.closest('.hid, .skip'))
      .filter((element) => element.getBoundingClientRect().height < 47.5)
      .map((element) => element.outerHTML.slice(0, 80)),
  )
}

/** What is wrong with an open page: axe's findings, and whether it scrolls sideways. */
export async function findFaults(browser: Browser, page: Page): Promise<string[]> {
  const copy = await (await browser.newContext({ viewport: { width: 320, height: 640 } })).newPage()
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  await copy.setContent(await withStyles(page))
  const found = await findViolations(copy)
  await copy.context().close()
  return sideways > 1 ? [...found, `scrolls sideways by ${sideways} px`] : found
}

/** The page with its sheet inside, so that a browser that may run the checker sees it as it is. */
async function withStyles(page: Page): Promise<string> {
  const sheets = await page.evaluate(() =>
    Promise.all(
      [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].map(async (l) =>
        (await fetch(l.href)).text(),
      ),
    ),
  )
  return (await page.content()).replace('</head>', `<style>${sheets.join('\n')}</style></head>`)
}
