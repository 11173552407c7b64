import { TablePreview } from '../../web/pages/import-preview'
import { paths } from '../../web/paths'
import { imports as words } from '../../web/vi/imports'
import { importRows } from '../actions/import-rows'
import type { Invited, TableResult } from '../actions/import-table'
import type { Deps } from '../deps'
import type { TableKind } from '../domain/import-kinds'
import { errorResponse } from '../errors'
import { invitationList } from '../import-template'
import { invitationMails } from '../mail/compose'
import { randomBytesPooled } from '../random'
import { importBehindPage, longFrom } from './import-long'
import { type Desk, show, showFaults } from './import-page'

type Sent = { name: string; bytes: Uint8Array }

/** Tries a file and shows what it would do, or what is wrong with it. */
export async function checkTable(desk: Desk, kind: TableKind, file: Sent) {
  const result = await run(desk, kind, file, true)
  if (!result.ok) return refuse(desk, kind, file, result)
  const { c, deps, waiting } = desk
  const token = deps.newId()
  waiting.keep(token, c.get('staff').id, { use: kind, ...file })
  const page = <TablePreview kind={kind} name={file.name} token={token} summary={result.summary} />
  return show(desk, page, words.previewTitle)
}

/**
 * Imports a file that was checked before; a large one behind a page. The links of new people who get no mail can be
 * fetched for a quarter of an hour.
 */
export async function confirmTable(desk: Desk, kind: TableKind, token: string, file: Sent) {
  if (file.bytes.length > longFrom)
    return importBehindPage(desk, kind, file.name, async () => {
      const result = await run(desk, kind, file, false)
      if (result.ok) return { ok: true, ...concluded(desk, kind, token, result) }
      return { ok: false, faults: result.error === 'faults' ? result.faults : null }
    })
  const result = await run(desk, kind, file, false)
  if (!result.ok) return refuse(desk, kind, file, result)
  return desk.c.redirect(concluded(desk, kind, token, result).address, 303)
}

type Done = Extract<TableResult, { ok: true }>

function concluded(desk: Desk, kind: TableKind, token: string, { summary, invited }: Done) {
  desk.waiting.drop(token)
  const { added, changed, same } = summary
  const handed = invited.filter(({ mailed }) => !mailed)
  const gui = `${invited.length - handed.length}`
  const query = { them: `${added}`, doi: `${changed}`, co: `${same}`, gui, tep: keepLinks(desk, handed) }
  return { text: words.doneRows(added, changed, same), address: paths.staff.imports(kind, query) }
}

function run({ c, deps }: Desk, kind: TableKind, file: Sent, dryRun: boolean): Promise<TableResult> {
  const staff = c.get('staff')
  const { db, now, newId } = deps
  const mailFor = invitationMails(deps, staff.officeName)
  return importRows(kind, { db, now, newId, random: randomBytesPooled, mailFor }, file, { dryRun, staff })
}

function refuse(desk: Desk, kind: TableKind, file: Sent, result: Exclude<TableResult, { ok: true }>) {
  if (result.error === 'forbidden') return errorResponse(desk.c, desk.deps, 403)
  return showFaults(desk, kind, file.name, result.faults)
}

function keepLinks({ c, deps, waiting }: Desk, invited: readonly Invited[]): string | undefined {
  if (invited.length === 0) return undefined
  const token = deps.newId()
  const bytes = new TextEncoder().encode(invitationList(linksOf(deps, invited)))
  waiting.keep(token, c.get('staff').id, { use: 'download', name: 'duong-dan-can-bo.csv', bytes })
  return token
}

const linksOf = ({ publicUrl }: Deps, invited: readonly Invited[]) =>
  invited.map(({ login, name, token }) => ({ login, name, url: publicUrl + paths.staff.invitation(token) }))
