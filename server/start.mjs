// npm start: build if needed, then become the server. `--demo` serves invented data from a folder of its own.
import { ensureBuilt } from './build.mjs'

process.env.NODE_ENV ??= 'production'
ensureBuilt()
const { start } = await import('../dist/server/main.js')
await start(process.env, { demo: process.argv.includes('--demo') })
