import type { Connection } from '../../db/connect'
import type { Config } from '../config'

/** What a command may use of the outside. stdout carries the result alone; everything else is said on stderr. */
export type CommandContext = {
  config: Config
  now: () => Date
  /** Writes to stdout and waits until it is taken. */
  out(result: string | Uint8Array): Promise<void>
  /** Writes one line to stderr. */
  say(line: string): void
  /** The database, migrated, and filled by the first start when it is empty; closed when the command has ended. */
  open(): Promise<Connection>
}

export type CommandInput = {
  options: Record<string, string | boolean | undefined>
  positionals: string[]
}

/** One command of `hailong`; `usage` is what follows its name. Options as node:util parseArgs takes them. */
export type Command = {
  name: string
  usage: string
  about: string
  options: Record<string, { type: 'string' | 'boolean' }>
  /** Whether words may follow that are no options; the command judges them. */
  takesWords?: boolean
  /** @returns the exit code: 0 done, 1 not done, 2 could not run */
  run(input: CommandInput, context: CommandContext): Promise<number>
}

/** An option that was given as text, else undefined. */
export function textOption({ options }: CommandInput, name: string): string | undefined {
  const value = options[name]
  return typeof value === 'string' ? value : undefined
}
