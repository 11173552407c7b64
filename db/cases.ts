import type { Insertable, Selectable } from 'kysely'
import { openStates } from '../server/domain/case-words'
import type { ClockFacts } from '../server/domain/deadlines'
import type { CaseChange, CaseFacts } from '../server/domain/feedback-case'
import type { Db } from './schema'
import type { FeedbackCaseTable } from './schema-cases'

type Row = Selectable<FeedbackCaseTable>
/** A case as it is kept: the facts of `decide`, and everything else about it but the sender. */
export type FeedbackCase = Omit<Row, 'clock' | 'restricted' | 'nameConsent' | 'messageConsent'> &
  CaseFacts & { nameConsent: boolean; messageConsent: boolean }
export type NewCaseRow = Insertable<FeedbackCaseTable>

/** The case of a public code, or undefined. */
export async function findCase(db: Db, code: string): Promise<FeedbackCase | undefined> {
  return read(await db.selectFrom('feedbackCase').selectAll().where('code', '=', code).executeTakeFirst())
}

/** @throws when there is none */
export async function getCaseById(db: Db, id: string): Promise<FeedbackCase> {
  return fromRow(await db.selectFrom('feedbackCase').selectAll().where('id', '=', id).executeTakeFirstOrThrow())
}

/** The case that a form has made already. `clientId`: its keyed hash. */
export async function findCaseByClientId(db: Db, clientId: string): Promise<FeedbackCase | undefined> {
  return read(await db.selectFrom('feedbackCase').selectAll().where('clientId', '=', clientId).executeTakeFirst())
}

/** The case that carries a code of another place, such as the national portal. */
export async function findCaseByOrigin(db: Db, originCode: string): Promise<FeedbackCase | undefined> {
  return read(await db.selectFrom('feedbackCase').selectAll().where('originCode', '=', originCode).executeTakeFirst())
}

/** A case that an answer is still owed for, as far as its clock goes. */
export type OpenClock = Pick<
  FeedbackCase,
  'id' | 'code' | 'officeCode' | 'policyId' | 'clock' | 'state' | 'restricted' | 'assigneeId' | 'kind'
>

/** The clocks of every open case that a day was promised for: not of suggestions without a name. */
export async function listOpenClocks(db: Db): Promise<OpenClock[]> {
  const rows = await db
    .selectFrom('feedbackCase')
    .select(['id', 'code', 'officeCode', 'policyId', 'clock', 'state', 'restricted', 'assigneeId', 'kind'])
    .where('state', 'in', openStates)
    .where('kind', '!=', 'suggestion')
    .orderBy('code')
    .execute()
  return rows.map((row) => ({ ...row, clock: JSON.parse(row.clock) as ClockFacts, restricted: row.restricted === 1 }))
}

/** Throws when its code, client id or code of origin is taken (`isUnique`). */
export async function insertCase(db: Db, row: NewCaseRow): Promise<void> {
  await db.insertInto('feedbackCase').values(row).execute()
}

/** Changes a case that is still as it was read. False when somebody else was first. */
export async function updateCase(
  db: Db,
  { id, version }: Pick<FeedbackCase, 'id' | 'version'>,
  { clock, restricted, ...change }: CaseChange & { policyId?: string },
): Promise<boolean> {
  const result = await db
    .updateTable('feedbackCase')
    .set({
      ...change,
      ...(clock && { clock: JSON.stringify(clock) }),
      ...(restricted !== undefined && { restricted: Number(restricted) }),
      version: version + 1,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return Number(result.numUpdatedRows) === 1
}

/** What a sender agreed to apart from the petition: that the name is shown, that messages come. */
export type Consent = 'nameConsent' | 'messageConsent'

/** The sender no longer agrees. */
export async function dropConsent(db: Db, id: string, consent: Consent): Promise<void> {
  await db
    .updateTable('feedbackCase')
    .set({ [consent]: 0 })
    .where('id', '=', id)
    .execute()
}

/** The next number of an office and year, from 1. */
export async function takeCaseNumber(db: Db, officeCode: string, year: number): Promise<number> {
  const row = await db
    .insertInto('caseNumber')
    .values({ officeCode, year, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(['officeCode', 'year']).doUpdateSet((e) => ({ last: e('caseNumber.last', '+', 1) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return Number(row.last)
}

const read = (row: Row | undefined) => row && fromRow(row)

function fromRow({ clock, restricted, nameConsent, messageConsent, ...row }: Row): FeedbackCase {
  return {
    ...row,
    clock: JSON.parse(clock) as ClockFacts,
    restricted: restricted === 1,
    nameConsent: nameConsent === 1,
    messageConsent: messageConsent === 1,
  }
}
