import type { Selectable } from 'kysely'
import { type ContactStep, type Contacts, type OwnContacts, resolveContacts } from '../server/domain/contacts'
import { findOffice, type Office } from './offices'
import type { Db } from './schema'
import type { FeedbackOfficeTable } from './schema-cases'

type Row = Selectable<FeedbackOfficeTable>

/** How an office is reached about feedback and what it allows, with what it takes over from the offices above. */
export async function findContacts(db: Db, officeCode: string): Promise<Contacts> {
  return resolveContacts(await listContactSteps(db, officeCode))
}

/** An office and those above it up to the root, each with what it has set itself. */
export async function listContactSteps(db: Db, officeCode: string): Promise<ContactStep[]> {
  const steps: ContactStep[] = []
  const seen = new Set<string>()
  // A parent that was set to a child must not make this endless.
  for (let code: string | null = officeCode; code !== null && !seen.has(code); ) {
    seen.add(code)
    const office: Office | undefined = await findOffice(db, code)
    const own = await findOwnContacts(db, code)
    if (office) steps.push({ name: office.name, phone: office.phone, address: office.address, own: own ?? null })
    code = office?.parentCode ?? null
  }
  return steps
}

/** What an office has set itself; undefined: nothing. */
export async function findOwnContacts(db: Db, officeCode: string): Promise<OwnContacts | undefined> {
  const row = await db.selectFrom('feedbackOffice').selectAll().where('officeCode', '=', officeCode).executeTakeFirst()
  return row && ownOf(row)
}

/** What each office has set itself, by its code. */
export async function listOwnContacts(db: Db): Promise<Map<string, OwnContacts>> {
  const rows = await db.selectFrom('feedbackOffice').selectAll().execute()
  return new Map(rows.map((row) => [row.officeCode, ownOf(row)]))
}

/** Keeps what an office says, new or in place of what it said before. */
export async function saveContacts(
  db: Db,
  officeCode: string,
  { allowsAnonymous, hidesSender, ...texts }: OwnContacts,
  updatedAt: string,
): Promise<void> {
  const row: Row = {
    ...{ officeCode, ...texts, updatedAt },
    ...{ allowsAnonymous: flagOf(allowsAnonymous), hidesSender: flagOf(hidesSender) },
  }
  await db
    .insertInto('feedbackOffice')
    .values(row)
    .onConflict((conflict) => conflict.column('officeCode').doUpdateSet(row))
    .execute()
}

const flagOf = (value: boolean | null) => (value === null ? null : Number(value))
const switchOf = (flag: number | null) => (flag === null ? null : flag === 1)

function ownOf({ officeCode, updatedAt, allowsAnonymous, hidesSender, ...texts }: Row): OwnContacts {
  return { ...texts, allowsAnonymous: switchOf(allowsAnonymous), hidesSender: switchOf(hidesSender) }
}
