import { z } from 'zod'
import { insertAudit } from '../../db/audit'
import { insertOldName } from '../../db/office-names'
import { insertOffice, type Office, updateOffice } from '../../db/offices'
import type { Db } from '../../db/schema'
import { inTransaction } from '../../db/transaction'
import { codeFromName, isAgencyId, isOfficeCode, nearestOfficeCode } from '../domain/office-codes'
import { isInForce, officeKinds } from '../domain/organisation'
import { addDays, dayOf, readDay } from '../domain/period'
import { may, type SignedInStaff } from '../domain/permissions'
import { line } from './line'
import { type ChangeFault, faultsOfChange, namedOffice, type OfficePart, officeIn, officePart } from './office-part'
import { wrongFields } from './wrong-fields'

const orNull = (text: string) => text || null
const form = z.object({
  name: line(160).pipe(z.string().min(1)),
  kind: z.enum(officeKinds),
  parent: line(200),
  address: line(200).transform(orNull),
  phone: line(40).transform(orNull),
  agencyId: line(60)
    .refine((text) => text === '' || isAgencyId(text))
    .transform(orNull),
  validFrom: line(20)
    .refine((text) => text === '' || readDay(text) !== null)
    .transform(readDay),
  guidedBy: line(200),
})
const formFields = ['name', 'kind', 'parent', 'address', 'phone', 'agencyId', 'validFrom', 'guidedBy'] as const
/** `renamedOn`: first day of a new name. `correction`: the name was only misspelt, so that the old one is not kept. */
export const officeFields = ['code', ...formFields, 'renamedOn', 'correction'] as const
export type OfficeField = (typeof officeFields)[number]
export type TypedOffice = Record<OfficeField, string>

/** A field that is not in order; `fault` is a rule of the tree, or `refused` when the text itself cannot be read. */
export type OfficeProblem = { field: OfficeField } & (
  | ChangeFault
  | { fault: 'refused' }
  | { fault: 'code-proposed'; suggestion: string | null }
  | { fault: 'not-an-office'; value: string }
  | { fault: 'closed-parent'; value: string }
)
export type OfficeOutcome =
  | { ok: true; code: string }
  | { ok: false; error: 'forbidden' | 'unknown' }
  | { ok: false; error: 'invalid'; problems: OfficeProblem[] }

export type OfficeDeps = { db: Db; now: () => Date; staff: SignedInStaff }

/** Adds an office. An empty code is refused with one that follows from the name, so that a person sees it first. */
export function addOffice({ db, now, staff }: OfficeDeps, typed: TypedOffice): Promise<OfficeOutcome> {
  return inTransaction(db, async (db) => {
    if (!may(staff.role, 'offices.manage')) return { ok: false, error: 'forbidden' }
    const part = await officePart(db, staff)
    const code = typed.code.trim()
    const at = now()
    const read = readOffice(part, typed, dayOf(at))
    const problems = [...codeProblems(part, typed), ...(read.ok ? [] : read.problems)]
    if (!read.ok || problems.length > 0) return { ok: false, error: 'invalid', problems }
    const row = { ...read.change, code, validTo: null, successorCode: null, createdAt: at.toISOString() }
    const faults = faultsOfChange(part, row)
    if (faults.length > 0) return refuse(faults)
    await insertOffice(db, row)
    await record(db, { at, staff }, 'office.add', code, { after: read.change })
    return { ok: true, code }
  })
}

function codeProblems({ all }: OfficePart, typed: TypedOffice): OfficeProblem[] {
  const code = typed.code.trim()
  const taken = new Set(all.map((office) => office.code))
  if (code === '') return [{ field: 'code', fault: 'code-proposed', suggestion: codeFromName(typed.name, taken) }]
  if (taken.has(code)) return [{ field: 'code', fault: 'duplicate-code', code }]
  return isOfficeCode(code) ? [] : [{ field: 'code', fault: 'bad-code', code, suggestion: nearestOfficeCode(code) }]
}

/** Changes what is known of an office; a new name keeps the old one with its last day. The code stays. */
export function changeOffice({ db, now, staff }: OfficeDeps, code: string, typed: TypedOffice): Promise<OfficeOutcome> {
  return inTransaction(db, async (db) => {
    if (!may(staff.role, 'offices.manage')) return { ok: false, error: 'forbidden' }
    const part = await officePart(db, staff)
    const office = officeIn(part, code)
    if (!office) return { ok: false, error: 'unknown' }
    const at = now()
    const today = dayOf(at)
    const read = readOffice(part, typed, today, office)
    const renamed = readRenaming(typed, today)
    const problems: OfficeProblem[] = [
      ...(read.ok ? [] : read.problems),
      ...(renamed === null ? [{ field: 'renamedOn', fault: 'refused' } as const] : []),
    ]
    if (!read.ok || problems.length > 0) return { ok: false, error: 'invalid', problems }
    const faults = faultsOfChange(part, { ...office, ...read.change })
    if (faults.length > 0) return refuse(faults)
    const { before, after } = differences(office, read.change)
    if (Object.keys(after).length === 0) return { ok: true, code }
    await updateOffice(db, code, after)
    if ('name' in after && renamed)
      await insertOldName(db, { officeCode: code, untilOn: addDays(renamed, -1), name: office.name })
    await record(db, { at, staff }, 'office.change', code, { before, after })
    return { ok: true, code }
  })
}

/** The first day of the new name; empty when the old one was only misspelt, null when the day cannot be. */
function readRenaming({ renamedOn, correction }: TypedOffice, today: string): string | null {
  if (correction) return ''
  const day = readDay(renamedOn.trim() || today)
  return day !== null && day <= today ? day : null
}

const refuse = (faults: ChangeFault[]): OfficeOutcome => ({
  ok: false,
  error: 'invalid',
  problems: faults.map((fault) => ({ field: fieldOf(fault.fault), ...fault })),
})

function fieldOf(fault: ChangeFault['fault']): OfficeField {
  if (fault === 'bad-code' || fault === 'duplicate-code') return 'code'
  if (fault === 'bad-agency-id') return 'agencyId'
  if (fault === 'bad-valid-from' || fault === 'ends-before-start') return 'validFrom'
  if (fault === 'unknown-guide' || fault === 'own-guide') return 'guidedBy'
  return 'parent'
}

type Change = Pick<
  Office,
  'name' | 'kind' | 'parentCode' | 'address' | 'phone' | 'agencyId' | 'validFrom' | 'guidedByCode'
>
type Read = { ok: true; change: Change } | { ok: false; problems: OfficeProblem[] }

/** Reads the fields and looks up the offices that they name; a new parent must be at work today. */
function readOffice(part: OfficePart, typed: TypedOffice, today: string, now?: Office): Read {
  const parsed = form.safeParse(typed)
  const problems: OfficeProblem[] = parsed.success
    ? []
    : wrongFields(formFields, parsed.error).map((field) => ({ field, fault: 'refused' }))
  const parent = namedOffice(part, typed.parent, now?.parentCode)
  const guide = namedOffice(part, typed.guidedBy, now?.guidedByCode)
  if (parent === undefined) problems.push({ field: 'parent', fault: 'not-an-office', value: typed.parent })
  if (guide === undefined) problems.push({ field: 'guidedBy', fault: 'not-an-office', value: typed.guidedBy })
  if (parent && parent.code !== now?.parentCode && !isInForce(parent, today))
    problems.push({ field: 'parent', fault: 'closed-parent', value: parent.code })
  if (!parsed.success || parent === undefined || guide === undefined || problems.length > 0)
    return { ok: false, problems }
  const { parent: _, guidedBy: __, ...fields } = parsed.data
  return { ok: true, change: { ...fields, parentCode: parent?.code ?? null, guidedByCode: guide?.code ?? null } }
}

function differences(office: Office, change: Change): { before: Partial<Change>; after: Partial<Change> } {
  const keys = (Object.keys(change) as (keyof Change)[]).filter((key) => office[key] !== change[key])
  const pick = (from: Change) => Object.fromEntries(keys.map((key) => [key, from[key]]))
  return { before: pick(office), after: pick(change) }
}

async function record(
  db: Db,
  { at, staff }: { at: Date; staff: SignedInStaff },
  action: string,
  subject: string,
  detail: object,
) {
  await insertAudit(db, { at: at.toISOString(), staffId: staff.id, action, subject, detail: JSON.stringify(detail) })
}
