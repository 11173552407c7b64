import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

// Days are days in UTC+7 whatever the machine says: the tests run where midnight is far from there.
process.env.TZ ??= 'America/New_York'

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    globalSetup: ['test/support/global-setup.ts'],
    // Without it `import css from '…?inline'` is empty and the hash of the policy differs from the page.
    css: true,
    // Much of the time is spent waiting for browsers, databases and processes: no core is kept free.
    maxWorkers: availableParallelism(),
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
