// npm run dev: build, serve, and do both again whenever a source changes.
import { spawn } from 'node:child_process'
import { watch } from 'node:fs'

let server
let timer

function restart() {
  const begin = () => {
    server = spawn(process.execPath, ['server/start.mjs'], {
      stdio: 'inherit',
      env: { ...process.env, NODE_ENV: 'development' },
    })
  }
  if (!server || server.exitCode !== null) return begin()
  server.once('exit', begin)
  server.kill('SIGTERM')
}

for (const folder of ['server', 'web', 'db'])
  watch(folder, { recursive: true }, () => {
    clearTimeout(timer)
    timer = setTimeout(restart, 150)
  })
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => {
    server?.kill('SIGTERM')
    process.exit(0)
  })
restart()
