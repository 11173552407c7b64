import { z } from 'zod'
import { insertAudit } from '../../db/audit'
import { findProcedure, insertProcedure, type Procedure, updateProcedure } from '../../db/procedures'
import type { Db } from '../../db/schema'
import { inTransaction } from '../../db/transaction'
import { mayEditProcedures, type SignedInStaff } from '../domain/permissions'
import { isProcedureCode } from '../domain/procedure-choice'
import { line } from './line'
import { wrongFields } from './wrong-fields'

export const procedureFields = ['code', 'name', 'field'] as const
export type ProcedureField = (typeof procedureFields)[number]
export type TypedProcedure = Record<ProcedureField, string>
/** `refused`: cannot be read; `taken`: another procedure has this code. */
export type ProcedureFault = { field: ProcedureField; fault: 'refused' | 'taken' }

const form = z.object({
  code: line(60)
    .transform((text) => text.toUpperCase())
    .refine(isProcedureCode),
  name: line(500).pipe(z.string().min(1)),
  field: line(120),
})

type ProcedureDeps = { db: Db; now: () => Date; staff: SignedInStaff }
type Outcome =
  | { ok: true; code: string }
  | { ok: false; error: 'forbidden' | 'unknown' }
  | { ok: false; error: 'invalid'; faults: ProcedureFault[] }
const forbidden = { ok: false, error: 'forbidden' } as const
const unknown = { ok: false, error: 'unknown' } as const

/** Adds a procedure to the catalogue that all offices share. */
export async function addProcedure({ db, now, staff }: ProcedureDeps, typed: TypedProcedure): Promise<Outcome> {
  if (!mayEditProcedures(staff)) return forbidden
  const read = readProcedure(typed)
  if (!read.ok) return read
  const at = now().toISOString()
  const { code } = read.value
  return inTransaction(db, async (db): Promise<Outcome> => {
    if (await findProcedure(db, code))
      return { ok: false, error: 'invalid', faults: [{ field: 'code', fault: 'taken' }] }
    await insertProcedure(db, { ...read.value, closedAt: null, createdAt: at })
    const detail = JSON.stringify(read.value)
    await insertAudit(db, { at, staffId: staff.id, action: 'procedure.add', subject: code, detail })
    return { ok: true, code }
  })
}

/** Changes what a procedure is called and its field; answers keep the code and the field as sent. */
export function changeProcedure(
  deps: ProcedureDeps,
  code: string,
  typed: Omit<TypedProcedure, 'code'>,
): Promise<Outcome> {
  return update(deps, code, 'procedure.change', (before) => {
    const read = readProcedure({ ...typed, code })
    return read.ok ? { ok: true, value: { ...before, ...read.value } } : read
  })
}

/** Closes a procedure, which is then no longer offered, or opens it again. */
export function switchProcedure(deps: ProcedureDeps, code: string, open: boolean): Promise<Outcome> {
  return update(deps, code, open ? 'procedure.open' : 'procedure.close', (before, at) => ({
    ok: true,
    value: { ...before, closedAt: open ? null : (before.closedAt ?? at) },
  }))
}

type Change = (before: Procedure, at: string) => { ok: true; value: Procedure } | ReturnType<typeof invalid>
const invalid = (faults: ProcedureFault[]) => ({ ok: false, error: 'invalid', faults }) as const

async function update(
  { db, now, staff }: ProcedureDeps,
  code: string,
  action: string,
  change: Change,
): Promise<Outcome> {
  if (!mayEditProcedures(staff)) return forbidden
  const at = now().toISOString()
  return inTransaction(db, async (db): Promise<Outcome> => {
    const before = await findProcedure(db, code)
    if (!before) return unknown
    const changed = change(before, at)
    if (!changed.ok) return changed
    const [old, after] = [shown(before), shown(changed.value)]
    if (JSON.stringify(old) === JSON.stringify(after)) return { ok: true, code }
    await updateProcedure(db, changed.value)
    const detail = JSON.stringify({ before: old, after })
    await insertAudit(db, { at, staffId: staff.id, action, subject: code, detail })
    return { ok: true, code }
  })
}

const shown = ({ name, field, closedAt }: Procedure) => ({ name, field, closedAt })

function readProcedure(typed: TypedProcedure) {
  const read = form.safeParse(typed)
  if (read.success) return { ok: true, value: read.data } as const
  return invalid(wrongFields(procedureFields, read.error).map((field) => ({ field, fault: 'refused' })))
}
