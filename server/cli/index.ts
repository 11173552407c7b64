import { parseArgs } from 'node:util'
import { isBusy } from '../../db/connect'
import { NewerDatabase } from '../../db/migrate'
import { cli } from '../../web/vi/cli'
import { type Config, ConfigError, readConfig } from '../config'
import { startFault } from '../start-faults'
import { adminCommand } from './admin'
import { backupCommand } from './backup'
import { calendarCommand } from './calendar'
import type { Command, CommandInput } from './command'
import { openContext, type Streams, type Voice, writerTo } from './context'
import { demoCommand } from './demo'
import { command as importCommand } from './import'
import { pointsCommand } from './points'
import { rebuildCommand } from './rebuild'
import { reportCommand } from './report'
import { restoreCommand } from './restore'
import { verifyCommand } from './verify'

/** The register: a command is one file and one line here. */
export const commands: readonly Command[] = [
  pointsCommand,
  reportCommand,
  importCommand,
  calendarCommand,
  adminCommand,
  backupCommand,
  restoreCommand,
  verifyCommand,
  rebuildCommand,
  demoCommand,
]
const names = commands.map(({ name }) => name)

type Environment = Record<string, string | undefined>

/**
 * Runs one command of `hailong`. The result goes to stdout, everything else to stderr.
 * @param argv what follows `hailong`; without a command, or with `help`, the list of commands is the result
 * @returns the exit code; 2 when the words make no command, because 1 of `verify` means findings
 */
export async function main(argv: string[], env: Environment, streams: Streams = process): Promise<number> {
  const [name = 'help', ...rest] = argv
  const say = (line: string) => void streams.stderr.write(`${line}\n`)
  // A reader that has seen enough closes the pipe: writing then fails, which `out` tells; nothing else must end by it.
  for (const stream of [streams.stdout, streams.stderr]) stream.on('error', () => {})
  if (['help', '--help', '-h'].includes(name)) {
    streams.stdout.write(helpText())
    return 0
  }
  const command = commands.find((known) => known.name === name)
  if (!command) {
    say(cli.unknownCommand(name, names))
    return 2
  }
  const input = readInput(command, rest)
  if (typeof input === 'string') {
    say(input)
    return 2
  }
  return runCommand(command, input, env, { say, out: writerTo(streams.stdout) })
}

async function runCommand(command: Command, input: CommandInput, env: Environment, voice: Voice): Promise<number> {
  const { say } = voice
  let opened: ReturnType<typeof openContext> | undefined
  let config: Config | null = null
  try {
    config = readConfig(env)
    opened = openContext(config, voice)
    return await command.run(input, opened.context)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EPIPE') return 1
    say(explain(error, config))
    return 2
  } finally {
    await opened?.close()
  }
}

/** The words of a command line, or the sentence that says what is wrong with them. */
function readInput({ name, options, usage, takesWords = false }: Command, args: string[]): CommandInput | string {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const extra = takesWords ? [] : positionals
    return extra.length > 0 ? cli.extraWords(name, extra) : { options: values, positionals }
  } catch (error) {
    const unknown = /Unknown option '([^']+)'/.exec(String(error))?.[1]
    return unknown ? cli.unknownOption(unknown, name, Object.keys(options)) : cli.optionValue(name, `${name} ${usage}`)
  }
}

/** Expected failures in a sentence; a mistake of the program with its place. */
function explain(error: unknown, config: Config | null): string {
  if (error instanceof ConfigError) return error.message
  if (error instanceof NewerDatabase) return cli.newerDatabase
  if (isBusy(error)) return cli.busy
  const fault = config && startFault(error, config)
  if (fault) return fault
  return cli.failed(error instanceof Error ? (error.stack ?? error.message) : String(error))
}

function helpText(): string {
  const lines = commands.map(({ name, usage, about }) => `  ${`${name} ${usage}`.trim()}\n      ${about}`)
  return `${[cli.title, '', cli.commands, ...lines].join('\n')}\n`
}
