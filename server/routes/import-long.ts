import { paths } from '../../web/paths'
import { faultLine } from '../../web/vi/import-faults'
import { imports as words } from '../../web/vi/imports'
import type { ImportKind } from '../domain/import-kinds'
import { type Faults, firstFaults } from '../imports/faults'
import type { Outcome } from '../progress'
import type { Desk } from './import-page'

/** Larger files (some ten thousand rows) are imported behind a page that shows how it goes. */
export const longFrom = 512 * 1024

/** How an import ended: the address of the page that says what it did, or what is wrong. */
export type Ended = { ok: true; text: string; address: string } | { ok: false; faults: Faults | null }

/** Goes on with an import after the reply; leads to the page of the work. */
export function importBehindPage({ c, deps }: Desk, kind: ImportKind, name: string, work: () => Promise<Ended>) {
  const id = deps.progress.start(words.working(name), c.get('staff').id, async () => outcomeOf(kind, await work()))
  return c.redirect(paths.staff.job(id), 303)
}

function outcomeOf(kind: ImportKind, ended: Ended): Outcome {
  if (ended.ok) return { ok: true, text: ended.text, next: { address: ended.address, label: words.toDone } }
  const next = { address: paths.staff.imports(kind), label: words.cancel }
  const { listed, total } = firstFaults(ended.faults ?? { listed: [], total: 0 })
  const lines = listed.map((fault) => faultLine(fault, kind))
  return { ok: false, text: `${words.faultsTitle}. ${words.faultsAll(total)}`, lines, next }
}
