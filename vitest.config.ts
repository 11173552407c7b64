import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    globalSetup: ['test/support/global-setup.ts'],
    // Without it `import css from '…?inline'` is empty and the hash of the policy differs from the page.
    css: true,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
