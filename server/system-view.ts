import type { Fact, SystemProps } from '../web/pages/system'
import { backupWords } from '../web/vi/backups-page'
import { formatBytes, formatCount, formatMoment } from '../web/vi/format'
import { formatLength, systemWords as words } from '../web/vi/system'
import { warningOf } from './backup-jobs'
import type { Deps } from './deps'
import { littleRoom, readSystem } from './system-facts'

type System = Awaited<ReturnType<typeof readSystem>>
const minute = 60_000

/** The facts of the running system in words, each with what is wrong with it. */
export async function systemView(deps: Deps): Promise<SystemProps> {
  const system = await readSystem(deps)
  const now = deps.now().getTime()
  const sinceOf = (at: string) => formatLength(now - Date.parse(at))
  return {
    program: programFacts(deps, system, sinceOf),
    data: dataFacts(system, now, sinceOf),
    mail: mailFacts(deps, system, sinceOf),
    backup: [backupFact(deps, system)],
    check: checkFact(system),
  }
}

type Since = (at: string) => string

function programFacts({ publicUrl, config }: Deps, system: System, sinceOf: Since): Fact[] {
  const hint = !config.publicUrl ? words.unset : publicUrl.startsWith('https:') ? words.secure : words.plain
  return [
    { name: words.version, value: system.program },
    {
      name: words.running,
      value: words.runningSince(formatMoment(system.startedAt), sinceOf(system.startedAt)),
    },
    { name: words.node, value: system.node },
    { name: words.working, value: formatCount(system.working) },
    { name: words.address, value: publicUrl, hint },
  ]
}

function dataFacts(
  { engine, databaseSize, counts, applied, inbox, disk }: System,
  now: number,
  sinceOf: Since,
): Fact[] {
  const lagging = inbox.since !== null && now - Date.parse(inbox.since) > minute
  return [
    { name: words.engine, value: engine },
    { name: words.size, value: formatBytes(databaseSize) },
    { name: words.responses, value: formatCount(counts.responses) },
    { name: words.entries, value: formatCount(counts.entries) },
    { name: words.migrations, value: words.migration(applied.at(-1) ?? '', applied.length) },
    {
      name: words.lag,
      value: inbox.since ? words.waiting(inbox.waiting, sinceOf(inbox.since)) : words.noneWaiting,
      alert: lagging ? words.lagging : null,
    },
    {
      name: words.disk,
      value: disk === null ? words.unknown : formatBytes(disk),
      alert: disk !== null && disk < littleRoom ? words.littleRoom : null,
    },
  ]
}

function mailFacts({ config }: Deps, { mail }: System, sinceOf: Since): Fact[] {
  const waiting = mail.since ? words.mailWaiting(mail.waiting, sinceOf(mail.since)) : words.mailNone
  const value = config.mail || mail.waiting > 0 ? waiting : words.mailOff
  return [{ name: words.mail, value, alert: mail.failed > 0 ? words.mailFailed(mail.failed) : null }]
}

function backupFact({ now, startedAt }: Deps, { backup }: System): Fact {
  const { lastGood } = backup
  const age = lastGood && backupWords.ago(backupWords.age(now().getTime() - Date.parse(lastGood.at)))
  const value = lastGood ? `${formatMoment(lastGood.at)}, ${age}` : words.noBackup
  return { name: backupWords.last, value, alert: warningOf(backup, now(), startedAt) }
}

function checkFact({ check }: System): Fact {
  const name = words.lastCheck
  if (!check?.finishedAt) return { name, value: words.neverChecked }
  const moment = formatMoment(check.finishedAt)
  const { entries, findings } = resultOf(check.detail)
  if (findings === undefined) return { name, value: words.checkBroken(moment) }
  if (findings === 0) return { name, value: words.checked(moment, entries ?? 0) }
  const value = words.checkFound(moment, findings)
  return { name, value, alert: value }
}

/** What the job wrote down; a sentence of an error when it was cut short. */
function resultOf(detail: string): { entries?: number; findings?: number } {
  return detail.startsWith('{') ? JSON.parse(detail) : {}
}
