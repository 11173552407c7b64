import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const usual = '/usr/bin/chromium'

/** The browser's program: CHROME_PATH, else the system's, else the one that came with npm. */
async function executable(): Promise<string> {
  const named = process.env.CHROME_PATH ?? (existsSync(usual) ? usual : undefined)
  if (named) return named
  // The package unpacks the libraries that it needs only where it believes to be at its usual host.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x'
  const { default: packed } = await import('@sparticuz/chromium')
  return packed.executablePath()
}

/** A headless browser with an empty profile. Close it after the tests. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await executable(),
    args: ['--headless', '--no-sandbox', '--disable-background-networking', '--disable-gpu'],
  })
}
