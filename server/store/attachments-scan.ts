import { spawn } from 'node:child_process'
import { oneAtATime } from './attachments-queue'

/** What a scanner says; `not-scanned`: it could not be started, ended with another code, or took too long. */
export type Scanned = { verdict: 'clean' | 'virus' | 'not-scanned' | 'busy'; detail: string }

const queue = oneAtATime(40)
const patience = 60_000
const mostDetail = 500

/**
 * Gives bytes to a virus scanner on its standard input, one file at a time: exit code 0 is clean, 1 infected.
 * @param command program and arguments with spaces between, double quotes around what has spaces; run without a shell
 */
export async function scanForVirus(command: string, bytes: Uint8Array, milliseconds = patience): Promise<Scanned> {
  const scanned = await queue(() => run(wordsOf(command), bytes, milliseconds))
  return scanned === 'busy' ? { verdict: 'busy', detail: '' } : scanned
}

const wordsOf = (command: string) => [...command.matchAll(/"([^"]*)"|[^\s"]+/g)].map(([all, quoted]) => quoted ?? all)

function run([program = '', ...rest]: string[], bytes: Uint8Array, milliseconds: number): Promise<Scanned> {
  return new Promise((resolve) => {
    const scanner = spawn(program, rest, { stdio: ['pipe', 'pipe', 'pipe'], windowsHide: true })
    let said = ''
    const listen = (chunk: Buffer) => {
      if (said.length < mostDetail) said += chunk.toString('utf8')
    }
    const settle = (verdict: Scanned['verdict'], why = '') => {
      clearTimeout(timer)
      resolve({ verdict, detail: (why || said).trim().slice(0, mostDetail) })
    }
    const timer = setTimeout(() => {
      settle('not-scanned', `no answer within ${milliseconds} ms`)
      scanner.kill('SIGKILL')
    }, milliseconds)
    scanner.stdout.on('data', listen)
    scanner.stderr.on('data', listen)
    scanner.on('error', (error) => settle('not-scanned', error.message))
    scanner.on('close', (code) => settle(code === 0 ? 'clean' : code === 1 ? 'virus' : 'not-scanned'))
    // A scanner may have seen enough before it has read everything.
    scanner.stdin.on('error', () => {})
    scanner.stdin.end(bytes)
  })
}
