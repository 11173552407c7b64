import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { listRootOffices } from '../../db/offices'
import { paths } from '../../web/paths'
import { faultLine } from '../../web/vi/import-faults'
import { imports, summaryLine, importCommand as words } from '../../web/vi/imports'
import { importRows } from '../actions/import-rows'
import type { TableResult } from '../actions/import-table'
import { importResponses } from '../actions/imports'
import { findImportKind, type ImportKind, type TableKind } from '../domain/import-kinds'
import { type Faults, firstFaults } from '../imports/faults'
import { catchUp } from '../ledger/follow'
import { invitationMails } from '../mail/compose'
import { newId, randomBytesPooled } from '../random'
import { openKeys } from '../store/keys'
import { publicUrl } from './address'
import type { Command, CommandContext } from './command'

/** `hailong import KIND FILE [--dry-run]`: the summary on stdout, what is wrong with the file on stderr. */
export const command: Command = {
  name: 'import',
  usage: words.usage,
  about: words.about,
  options: { 'dry-run': { type: 'boolean' } },
  takesWords: true,
  async run({ options, positionals: [what, file, ...rest] }, context) {
    const kind = findImportKind(what)
    if (!kind || !file || rest.length > 0) {
      context.say(words.howTo)
      return 2
    }
    const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => error)
    if (!Buffer.isBuffer(bytes)) {
      context.say(`${file}: ${bytes.code === 'ENOENT' ? words.noFile : words.unreadable(bytes.message)}`)
      return 2
    }
    const dryRun = options['dry-run'] === true
    const given = { file, name: basename(file), bytes }
    return kind === 'responses' ? responses(context, given, dryRun) : table(context, kind, given, dryRun)
  },
}

type Given = { file: string; name: string; bytes: Buffer }

async function responses(context: CommandContext, { file, name, bytes }: Given, dryRun: boolean): Promise<number> {
  const connection = await context.open()
  const keys = await openKeys(context.config.dataDir)
  const deps = { connection, db: connection.db, keys, now: context.now }
  if (!dryRun) await catchUp(connection)
  const result = await importResponses(deps, bytes, name, { dryRun, staff: null, offices: null })
  if (result.ok && !dryRun) await catchUp(connection)
  if (result.ok) await context.out(`${summaryLine(result.summary, dryRun)}\n`)
  else if (result.error === 'faults') sayFaults(context, 'responses', file, result.faults)
  return result.ok ? 0 : 1
}

async function table(context: CommandContext, kind: TableKind, { file, name, bytes }: Given, dryRun: boolean) {
  const { db } = await context.open()
  const post = { config: context.config, publicUrl: publicUrl(context.config) }
  const mailFor = invitationMails(post, (await listRootOffices(db))[0]?.name ?? '')
  const deps = { db, now: context.now, newId, random: randomBytesPooled, mailFor }
  const result = await importRows(kind, deps, { name, bytes }, { dryRun, staff: null })
  if (result.ok) await tell(context, result, dryRun)
  else if (result.error === 'faults') sayFaults(context, kind, file, result.faults)
  return result.ok ? 0 : 1
}

/** The counts in one line, then login, name and link of each new person who gets no mail, separated by tabs. */
async function tell(
  context: CommandContext,
  { summary, invited }: Extract<TableResult, { ok: true }>,
  dryRun: boolean,
) {
  await context.out(`${words.summary(summary, dryRun)}\n`)
  const base = publicUrl(context.config)
  for (const { login, name, token } of invited.filter(({ mailed }) => !mailed))
    await context.out(`${[login, name, base + paths.staff.invitation(token)].join('\t')}\n`)
}

function sayFaults(context: CommandContext, kind: ImportKind, file: string, faults: Faults): void {
  for (const fault of firstFaults(faults).listed) context.say(`${file}: ${faultLine(fault, kind)}`)
  context.say(`${imports.faultsTitle}. ${imports.faultsAll(faults.total)}`)
}
