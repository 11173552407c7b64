// Lighthouse on the survey page: mobile, simulated slow 4G, as a phone at the counter would see it.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import lighthouse from 'lighthouse'
import { findChrome } from '../support/chrome.mjs'

export async function measurePage(url) {
  const profile = mkdtempSync(join(tmpdir(), 'hailong-chrome-'))
  const { path, args, env } = await findChrome()
  const chrome = spawn(path, [...args, '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  try {
    const port = await new Promise((resolve, reject) => {
      let text = ''
      chrome.stderr.on('data', (chunk) => {
        text += chunk
        const match = text.match(/DevTools listening on ws:\/\/[^:]+:(\d+)/)
        if (match) resolve(Number(match[1]))
      })
      chrome.once('exit', () => reject(new Error(`no browser: ${text.slice(0, 400)}`)))
    })
    const { lhr } = await lighthouse(url, {
      port,
      logLevel: 'error',
      onlyCategories: ['performance', 'accessibility', 'best-practices'],
    })
    const score = (name) => Math.round(lhr.categories[name].score * 100)
    return {
      lcpMs: lhr.audits['largest-contentful-paint'].numericValue,
      performance: score('performance'),
      accessibility: score('accessibility'),
      bestPractices: score('best-practices'),
      failed: Object.values(lhr.audits)
        .filter((audit) => audit.score !== null && audit.score < 0.9 && audit.scoreDisplayMode === 'binary')
        .map((audit) => audit.id),
    }
  } finally {
    chrome.removeAllListeners('exit')
    const ended = new Promise((resolve) => chrome.once('exit', resolve))
    chrome.kill('SIGTERM')
    await ended
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
}
