import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { cli } from '../../web/vi/cli'
import { reportProblem } from '../../web/vi/reports'
import { dayOf } from '../domain/period'
import type { Report, Row } from '../domain/report'
import { findFormat, formats, printReport } from '../formats'
import { catchUp } from '../ledger/follow'
import { findReport, makeReport, reportNames } from '../reports'
import { type Command, type CommandContext, type CommandInput, textOption } from './command'

const words = cli.report
const formatNames = formats.map(({ format }) => format)
const text = { type: 'string' } as const

/** `report <name> … --format json|csv|… [--out FILE]`: takes waiting answers into the log, then prints one report. */
export const reportCommand: Command = {
  name: 'report',
  usage: words.usage,
  about: words.about(reportNames, formatNames),
  options: {
    from: text,
    to: text,
    period: text,
    office: text,
    point: text,
    survey: text,
    channel: text,
    by: text,
    public: { type: 'boolean' },
    format: text,
    out: text,
  },
  takesWords: true,
  run: runReport,
}

async function runReport(input: CommandInput, context: CommandContext): Promise<number> {
  const { positionals, options } = input
  const name = positionals[0]
  const format = findFormat(textOption(input, 'format') ?? 'json')
  const refuse = (sentence: string) => {
    context.say(sentence)
    return 1
  }
  if (name === undefined) return refuse(words.noName(reportNames))
  if (!findReport(name)) return refuse(words.unknownReport(name, reportNames))
  if (positionals.length > 1) return refuse(words.extra(positionals.slice(1)))
  if (!format) return refuse(words.unknownFormat(textOption(input, 'format') ?? '', formatNames))
  const connection = await context.open()
  await catchUp(connection)
  const { format: _, out: __, ...parameters } = options
  const made = await makeReport(
    { connection, today: dayOf(context.now()), restricted: true },
    name,
    parameters as Record<string, string>,
  )
  if (!made.ok)
    return refuse(
      made.error === 'unknown-report'
        ? words.unknownReport(name, reportNames)
        : reportProblem(made.error, made.parameter, made.value),
    )
  const counted = countRows(made.report)
  const printed = await printReport(format, counted.report)
  if (!printed.ok) return refuse(reportProblem(printed.error, printed.parameter, printed.value))
  return write(printed.chunks, counted, textOption(input, 'out'), context)
}

type Counted = { report: Report; count: () => number }

/** The same report; `count` tells how many rows have been read so far. */
function countRows(report: Report): Counted {
  let count = 0
  const { rows } = report
  async function* counted(): AsyncGenerator<Row> {
    for await (const row of rows) {
      count++
      yield row
    }
  }
  // Changed in place: notes may grow while the rows are read.
  report.rows = counted()
  return { report, count: () => count }
}

async function write(
  chunks: AsyncIterable<Uint8Array>,
  { count }: Counted,
  file: string | undefined,
  { out, say }: CommandContext,
): Promise<number> {
  if (file === undefined) {
    for await (const chunk of chunks) await out(chunk)
    say(words.rows(count()))
    return 0
  }
  const part = `${file}.${process.pid}.part`
  try {
    await pipeline(Readable.from(chunks), createWriteStream(part, { flags: 'wx' }))
    await rename(part, file)
  } catch (error) {
    await rm(part, { force: true })
    if (!(error instanceof Error && 'syscall' in error)) throw error
    say(words.cannotWrite(file, error.message))
    return 1
  }
  say(words.written(file, count()))
  return 0
}
