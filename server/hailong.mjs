// npm run -s hailong -- <command>: build if needed, then run one command.
import { ensureBuilt } from './build.mjs'

process.env.NODE_ENV ??= 'production'
ensureBuilt()
const { main } = await import('../dist/server/cli.js')
process.exitCode = await main(process.argv.slice(2), process.env)
