import { getCaseById } from '../../db/cases'
import type { Db } from '../../db/schema'
import { inTransaction } from '../../db/transaction'
import type { CaseAction } from '../domain/case-moves'
import { may, type SignedInStaff } from '../domain/permissions'
import { storeDeed } from './case-deeds'
import { type CaseDeps, type NewCase, type Opened, openCase } from './cases'

/** What is written down beside the case itself: the day of a superior, and internal notes. */
export type EntryExtras = {
  superior: { office: string; dueOn: string; document: string; wantsExplanation: boolean } | null
  notes: readonly string[]
}

/**
 * Opens a case that came by paper, telephone or another way, with its true times and who typed it in; notes and the day of
 * a superior in the same transaction. The same form sent twice is one case.
 */
export async function enterCase(
  deps: CaseDeps,
  staff: SignedInStaff,
  input: NewCase,
  extras: EntryExtras,
): Promise<Opened | { ok: false; error: 'forbidden' }> {
  if (!may(staff.role, 'cases.receive')) return { ok: false, error: 'forbidden' }
  return inTransaction(deps.db, async (db) => {
    const opened = await openCase({ ...deps, db }, { ...input, enteredBy: staff.id })
    if (opened.ok && opened.isNew) await addExtras({ ...deps, db }, staff, opened.id, extras)
    return opened
  })
}

async function addExtras(deps: CaseDeps & { db: Db }, staff: SignedInStaff, id: string, extras: EntryExtras) {
  const { superior, notes } = extras
  const actions: CaseAction[] = [
    ...(superior ? [{ deed: 'set-superior' as const, ...superior }] : []),
    ...notes.map((text) => ({ deed: 'note' as const, text })),
  ]
  // What was typed in may be restricted from this moment on; whoever typed it still finishes the form.
  const actor = { by: 'staff', id: staff.id, may: () => true } as const
  for (const action of actions) {
    const done = await storeDeed(deps, await getCaseById(deps.db, id), action, actor)
    if (!done.ok) throw new Error(`${action.deed} refused: ${done.error}`)
  }
}
