import type { Insertable } from 'kysely'
import type { Db } from './schema'
import type { AuditTable } from './schema-people'

type Act = Pick<Insertable<AuditTable>, 'action' | 'subject' | 'detail' | 'staffId'>

/**
 * The office that an act concerns: that of its subject where the noun of the action says what the subject is, else the
 * part of the tree that the acting person is limited to. Null: the whole installation, or not known.
 */
export async function officeOfAct(db: Db, act: Act): Promise<string | null> {
  const found = await officeOfSubject(db, act)
  if (found) return found
  return act.staffId ? officeOfStaff(db, act.staffId) : null
}

async function officeOfSubject(db: Db, { action, subject, detail }: Act): Promise<string | null> {
  switch (action.split('.')[0]) {
    case 'office':
    case 'contacts':
      return subject
    case 'target':
    case 'denominator':
      return subject.split(' ')[0] ?? null
    case 'point': {
      const point = await db.selectFrom('point').select('officeCode').where('code', '=', subject).executeTakeFirst()
      return point?.officeCode ?? null
    }
    case 'staff':
    case 'sign-in':
      return officeOfStaff(db, subject)
    default:
      return officeIn(detail)
  }
}

async function officeOfStaff(db: Db, id: string): Promise<string | null> {
  const staff = await db.selectFrom('staff').select('officeCode').where('id', '=', id).executeTakeFirst()
  return staff?.officeCode ?? null
}

/** Details of periods and exports name their office. */
function officeIn(detail: string): string | null {
  if (!detail.startsWith('{')) return null
  const { officeCode, office }: Record<string, unknown> = JSON.parse(detail)
  const code = officeCode ?? office
  return typeof code === 'string' && code !== '' ? code : null
}
