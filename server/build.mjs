// Builds the product when its sources are newer than the last build. Several processes may ask at the same time
// (a server that starts, a command): each builds into a folder of its own and the last one moves it into place.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const sources = ['server', 'web', 'db', 'vite.config.ts', 'package-lock.json']

function newest(path) {
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), stat.mtimeMs)
}

function isFresh() {
  const stamp = join(root, 'dist', 'stamp')
  return existsSync(stamp) && statSync(stamp).mtimeMs >= Math.max(...sources.map((name) => newest(join(root, name))))
}

/** Leaves a build in `dist`; all output goes to stderr because stdout belongs to the command that runs next. */
export function ensureBuilt() {
  if (isFresh()) return
  const out = `dist.${process.pid}`
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const started = new Date()
  const built = spawnSync(process.execPath, [vite, 'build', '--app', '--logLevel', 'warn'], {
    cwd: root,
    env: { ...process.env, BUILD_OUT: out, NODE_ENV: 'production' },
    stdio: ['ignore', 2, 2],
  })
  if (built.status !== 0) {
    rmSync(join(root, out), { recursive: true, force: true })
    process.exit(built.status ?? 1)
  }
  writeFileSync(join(root, out, 'stamp'), started.toISOString())
  const old = join(root, `${out}.old`)
  if (existsSync(join(root, 'dist'))) renameSync(join(root, 'dist'), old)
  renameSync(join(root, out), join(root, 'dist'))
  rmSync(old, { recursive: true, force: true })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) ensureBuilt()
