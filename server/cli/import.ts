import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { faultLine, imports, summaryLine, importCommand as words } from '../../web/vi/imports'
import { type ImportResult, importResponses } from '../actions/imports'
import { catchUp } from '../ledger/follow'
import { openKeys } from '../store/keys'
import type { Command, CommandContext } from './command'

/** `hailong import responses FILE [--dry-run]`: the summary on stdout, what is wrong with the file on stderr. */
export const command: Command = {
  name: 'import',
  usage: words.usage,
  about: words.about,
  options: { 'dry-run': { type: 'boolean' } },
  takesWords: true,
  async run({ options, positionals: [what, file, ...rest] }, context) {
    if (what !== 'responses' || !file || rest.length > 0) {
      context.say(words.howTo)
      return 2
    }
    const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => error)
    if (!Buffer.isBuffer(bytes)) {
      context.say(`${file}: ${bytes.code === 'ENOENT' ? words.noFile : words.unreadable(bytes.message)}`)
      return 2
    }
    const dryRun = options['dry-run'] === true
    return report(context, file, dryRun, await importFile(context, bytes, file, dryRun))
  },
}

async function importFile({ config, now, open }: CommandContext, bytes: Buffer, file: string, dryRun: boolean) {
  const connection = await open()
  const deps = { connection, db: connection.db, keys: await openKeys(config.dataDir), now }
  if (!dryRun) await catchUp(connection)
  const result = await importResponses(deps, bytes, basename(file), { dryRun, staff: null, offices: null })
  if (result.ok && !dryRun) await catchUp(connection)
  return result
}

async function report(context: CommandContext, file: string, dryRun: boolean, result: ImportResult): Promise<number> {
  if (result.ok) {
    await context.out(`${summaryLine(result.summary, dryRun)}\n`)
    return 0
  }
  if (result.error === 'forbidden') return 1
  const { listed, total } = result.faults
  for (const fault of listed) context.say(`${file}: ${faultLine(fault)}`)
  context.say(`${imports.faultsTitle}. ${imports.faultsAll(total)}`)
  return 1
}
