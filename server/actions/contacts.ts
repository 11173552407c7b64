import { z } from 'zod'
import { insertAudit } from '../../db/audit'
import { findOwnContacts, saveContacts } from '../../db/feedback-offices'
import type { Db } from '../../db/schema'
import { inTransaction } from '../../db/transaction'
import { type ContactField, contactFields, contactSwitches, type OwnContacts } from '../domain/contacts'
import { may, type SignedInStaff } from '../domain/permissions'
import { cleanText } from '../domain/vietnamese'
import { line } from './line'
import { wrongFields } from './wrong-fields'

/** As typed. A switch is `1`, `0`, or empty for what holds in the office above. */
export type TypedContacts = Record<keyof OwnContacts, string>

const lines = (most: number) => z.string().transform(cleanText).pipe(z.string().max(most))
const switched = z.enum(['', '0', '1']).transform((text) => (text === '' ? null : text === '1'))

/** Several numbers may stand beside each other; short ones (1022) too. */
const phone = line(80).pipe(z.string().regex(/^$|^(?=(?:.*\d){3})[\d\s+().;,/-]+$/))
const email = line(120).pipe(z.string().regex(/^$|^[^\s@;,]+@[^\s@;,]+\.[^\s@;,]+$/))
const website = line(200).pipe(z.string().regex(/^$|^(https?:\/\/)?[^\s/.]+(\.[^\s/.]+)+(\/\S*)?$/i))

const form = z.object({
  phone,
  email,
  website,
  zalo: line(120),
  reception: lines(500),
  dataContact: lines(300),
  retention: line(160),
  allowsAnonymous: switched,
  hidesSender: switched,
})

type ContactDeps = { db: Db; now: () => Date; staff: SignedInStaff }

/**
 * Keeps how an office is reached about feedback; what is empty is taken over from the office above. Which offices the
 * person may change is asked by the caller.
 */
export async function changeContacts(
  { db, now, staff }: ContactDeps,
  officeCode: string,
  typed: TypedContacts,
): Promise<{ ok: true } | { ok: false; error: 'forbidden' } | { ok: false; error: 'invalid'; fields: ContactField[] }> {
  if (!may(staff.role, 'contacts.manage')) return { ok: false, error: 'forbidden' }
  const parsed = form.safeParse(typed)
  if (!parsed.success) return { ok: false, error: 'invalid', fields: wrongFields(contactFields, parsed.error) }
  const after = parsed.data
  const at = now().toISOString()
  await inTransaction(db, async (db) => {
    const before = (await findOwnContacts(db, officeCode)) ?? nothing
    const changed = [...contactFields, ...contactSwitches].filter((field) => before[field] !== after[field])
    if (changed.length === 0) return
    await saveContacts(db, officeCode, after, at)
    const pick = (from: OwnContacts) => Object.fromEntries(changed.map((field) => [field, from[field]]))
    const detail = JSON.stringify({ before: pick(before), after: pick(after) })
    const row = { at, staffId: staff.id, action: 'contacts.change', subject: officeCode, detail }
    await insertAudit(db, { ...row, officeCode })
  })
  return { ok: true }
}

const nothing: OwnContacts = {
  ...{ phone: '', zalo: '', email: '', website: '', reception: '', dataContact: '', retention: '' },
  ...{ allowsAnonymous: null, hidesSender: null },
}
