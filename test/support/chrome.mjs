// Which browser the tests and the bench use: CHROME_PATH, the system's Chromium, or the one from the npm registry.
import { existsSync } from 'node:fs'

const quiet = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Path, arguments and environment of a headless Chromium. */
export async function findChrome() {
  const installed = [process.env.CHROME_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
    (path) => path && existsSync(path),
  )
  if (installed) return { path: installed, args: quiet, env: {} }
  // The package unpacks its own libraries only where it believes to be needed.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x'
  const { default: chromium } = await import('@sparticuz/chromium')
  const path = await chromium.executablePath()
  // Not with the arguments that it proposes: a single process dies when one of several contexts is closed.
  return { path, args: quiet, env: { LD_LIBRARY_PATH: process.env.LD_LIBRARY_PATH ?? '' } }
}
