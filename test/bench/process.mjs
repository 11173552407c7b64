// Processes under measurement: started, asked for their CPU time and memory, stopped by their own id.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

const ticksPerSecond = 100

/** Starts a node process and waits for a line that matches. */
export function startProcess(args, env, ready) {
  const started = performance.now()
  const child = spawn(process.execPath, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] })
  let output = ''
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${output}`)))
    child.stdout.on('data', (chunk) => {
      output += chunk
      const match = output.match(ready)
      if (match) resolve({ child, match, readyAfter: performance.now() - started })
    })
  })
}

export function stopProcess({ child }) {
  return new Promise((resolve) => {
    child.removeAllListeners('exit')
    child.once('exit', resolve)
    child.kill('SIGTERM')
  })
}

/** Seconds of processor time that a process has used so far (Linux; NaN elsewhere). */
export function cpuSeconds(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
    return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond
  } catch {
    return Number.NaN
  }
}

/** Resident memory in MB (Linux; NaN elsewhere). */
export const residentMb = (pid) => readStatus(pid, 'VmRSS')

/** Runs a node process to its end: its seconds, and its largest resident memory in MB (Linux; NaN elsewhere). */
export function timeProcess(args, env) {
  const started = performance.now()
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (chunk) => {
    said += chunk
  })
  let peakMb = Number.NaN
  const watch = setInterval(() => {
    const peak = readStatus(child.pid, 'VmHWM')
    if (peak > 0) peakMb = peak
  }, 20)
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => {
      clearInterval(watch)
      if (code === 0) resolve({ seconds: (performance.now() - started) / 1000, peakMb })
      else reject(new Error(`ended with ${code}: ${said}`))
    })
  })
}

function readStatus(pid, name) {
  try {
    return Number(readFileSync(`/proc/${pid}/status`, 'utf8').match(new RegExp(`${name}:\\s+(\\d+)`))[1]) / 1024
  } catch {
    return Number.NaN
  }
}
