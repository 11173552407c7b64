import { readFile } from 'node:fs/promises'
import { readCalendar } from '../../db/calendar'
import { findOffice } from '../../db/offices'
import { calendarCommandWords as words } from '../../web/vi/calendar-command'
import { faultLine } from '../../web/vi/import-faults'
import { changeCalendar, previewCalendar } from '../actions/calendar'
import { planCalendarFile } from '../actions/calendar-import'
import { addWorkingDays, explainDays } from '../domain/calendar'
import { readDay } from '../domain/period'
import { firstFaults } from '../imports/faults'
import { type Command, type CommandContext, type CommandInput, textOption } from './command'

/**
 * `calendar import FILE [--dry-run]` makes a version of the calendar out of a file; `calendar due DATE DAYS` prints the
 * day DAYS working days after DATE, with `--explain` each day up to it.
 */
export const calendarCommand: Command = {
  name: 'calendar',
  usage: words.usage,
  about: words.about,
  options: { 'dry-run': { type: 'boolean' }, office: { type: 'string' }, explain: { type: 'boolean' } },
  takesWords: true,
  async run(input, context) {
    const [deed, ...given] = input.positionals
    if (deed === 'import' && given.length === 1) return importFile(given[0] ?? '', input, context)
    if (deed === 'due' && given.length === 2) return printDue(given, input, context)
    context.say(words.howTo)
    return 2
  },
}

async function importFile(file: string, { options }: CommandInput, context: CommandContext): Promise<number> {
  const { say } = context
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => error)
  if (!Buffer.isBuffer(bytes)) {
    say(words.unreadable(file, bytes.code === 'ENOENT', bytes.message))
    return 2
  }
  const { db } = await context.open()
  const planned = await planCalendarFile({ db }, { bytes, summary: words.summary })
  if (!planned.ok) {
    for (const fault of firstFaults(planned.faults).listed) say(`${file}: ${faultLine(fault, 'offices')}`)
    say(words.faults(planned.faults.total))
    return 1
  }
  const { change, kept } = planned
  const counts = { added: change.add.length, removed: change.remove.length, kept }
  if (counts.added + counts.removed === 0) {
    await context.out(`${words.same(kept)}\n`)
    return 0
  }
  const dryRun = options['dry-run'] === true
  const deps = { db, now: context.now, staff: null, offices: new Set<string>() }
  const done = dryRun ? await previewCalendar(deps, change) : await changeCalendar(deps, change)
  if (!done.ok) {
    say(done.error === 'invalid' ? words.beside(done.faults.map(({ value }) => value)) : words.conflict)
    return 1
  }
  for (const move of done.moves) say(words.move(move))
  await context.out(`${words.imported(counts, done.moves.length, dryRun)}\n`)
  return 0
}

const mostDays = 10_000

async function printDue([date = '', count = '']: string[], input: CommandInput, context: CommandContext) {
  const { say, out, open } = context
  const day = readDay(date)
  const days = /^\d{1,5}$/.test(count) ? Number(count) : Number.NaN
  if (day === null || !(days <= mostDays)) {
    say(day === null ? words.notADay(date) : words.notACount(count, mostDays))
    return 2
  }
  const { db } = await open()
  const office = textOption(input, 'office')
  if (office !== undefined && !(await findOffice(db, office))) {
    say(words.noOffice(office))
    return 1
  }
  const calendar = await readCalendar(db, office)
  const due = addWorkingDays(calendar, day, days)
  await out(`${due}\n`)
  if (input.options.explain !== true) return 0
  await out(`${words.start(day)}\n`)
  for (const line of explainDays(calendar, day, due)) await out(`${words.line(line)}\n`)
  await out(`${words.version(calendar.version)}\n`)
  return 0
}
