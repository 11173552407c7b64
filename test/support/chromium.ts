import { type Browser, chromium } from 'playwright-core'
import { findChrome } from './chrome.mjs'

/** A headless browser with an empty profile. Close it after the tests. */
export async function openBrowser(): Promise<Browser> {
  const { path, args, env } = await findChrome()
  return chromium.launch({ executablePath: path, args, env: { ...process.env, ...env } })
}
