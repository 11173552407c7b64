import { createHash } from 'node:crypto'
import { findStaff, type Staff } from '../db/staff'
import type { Deps } from './deps'
import { seal, unseal } from './store/seal'

const purpose = 'second-step'
const patience = 10 * 60_000

/** A change of password ends what was begun with the old one. */
const markOf = ({ passwordHash }: Staff) => createHash('sha256').update(passwordHash).digest('base64url').slice(0, 16)

/** What the page of the second step carries: who has given the right password, and until when that holds. */
export function sealWaiting({ keys, now }: Pick<Deps, 'keys' | 'now'>, staff: Staff): string {
  const waiting = { id: staff.id, mark: markOf(staff), until: now().getTime() + patience }
  return seal(keys.secret, purpose, JSON.stringify(waiting))
}

/** Who it is; undefined when it has run out, was made up, or the person was locked or has another password. */
export async function openWaiting(
  { db, keys, now }: Pick<Deps, 'db' | 'keys' | 'now'>,
  sealed: string,
): Promise<Staff | undefined> {
  const text = unseal(keys.secret, purpose, sealed)
  if (text === null) return undefined
  const { id, mark, until }: { id: string; mark: string; until: number } = JSON.parse(text)
  const staff = until > now().getTime() ? await findStaff(db, id) : undefined
  return staff?.disabledAt === null && markOf(staff) === mark ? staff : undefined
}
