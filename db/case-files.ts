import type { Selectable } from 'kysely'
import type { Db } from './schema'
import type { CaseFileTable } from './schema-cases'
import { inTransaction } from './transaction'

export type CaseFile = Selectable<CaseFileTable>

/**
 * What is kept of a file that was taken. `id`: random, it is part of an address. `caseId` or, while a form is unfinished,
 * `draftId`. `eventNo`: the event of the case it came with. `internal`: of the staff, never shown to the sender.
 */
export type NewCaseFile = {
  id: string
  caseId: string | null
  draftId: string | null
  eventNo?: number | null
  internal?: boolean
  createdAt: string
  createdBy: string | null
  file: {
    name: string
    type: string
    bytes: Uint8Array
    width: number | null
    height: number | null
    sha256: string
  }
}

/** Adds a file and its bytes. */
export async function insertCaseFile(db: Db, added: NewCaseFile): Promise<void> {
  const { file, internal = false, eventNo = null, ...rest } = added
  const { bytes, ...facts } = file
  await inTransaction(db, async (db) => {
    await db
      .insertInto('caseFile')
      .values({ ...rest, ...facts, size: bytes.length, eventNo, internal: Number(internal), removedAt: null })
      .execute()
    await db
      .insertInto('fileContent')
      .values({ id: added.id, bytes: Buffer.from(bytes) })
      .execute()
  })
}

/** The files of a case in the order they came, without those that were removed. */
export function listCaseFiles(db: Db, caseId: string): Promise<CaseFile[]> {
  return files(db).where('caseId', '=', caseId).execute()
}

/** The files of an unfinished form in the order they came. */
export function listDraftFiles(db: Db, draftId: string): Promise<CaseFile[]> {
  return files(db).where('draftId', '=', draftId).where('caseId', 'is', null).execute()
}

const files = (db: Db) =>
  db.selectFrom('caseFile').selectAll().where('removedAt', 'is', null).orderBy('createdAt').orderBy('id')

/** What is known of a file, without its bytes; undefined when there is none or it was removed. */
export function findCaseFile(db: Db, id: string): Promise<CaseFile | undefined> {
  return files(db).where('id', '=', id).executeTakeFirst()
}

/** A file with its bytes; undefined when there is none or it was removed. */
export function readFile(db: Db, id: string): Promise<(CaseFile & { bytes: Uint8Array }) | undefined> {
  return db
    .selectFrom('caseFile')
    .innerJoin('fileContent', 'fileContent.id', 'caseFile.id')
    .selectAll('caseFile')
    .select('fileContent.bytes')
    .where('caseFile.id', '=', id)
    .where('caseFile.removedAt', 'is', null)
    .executeTakeFirst()
}

/** Gives the files of a form that is finished to its case; answers how many there were. */
export async function adoptDraftFiles(
  db: Db,
  draftId: string,
  { caseId, eventNo = null }: { caseId: string; eventNo?: number | null },
): Promise<number> {
  const adopted = await db
    .updateTable('caseFile')
    .set({ caseId, eventNo, draftId: null })
    .where('draftId', '=', draftId)
    .where('caseId', 'is', null)
    .executeTakeFirst()
  return Number(adopted.numUpdatedRows)
}

/** Takes a file out of an unfinished form, as if it had never been sent; false when it is not of this form. */
export async function deleteDraftFile(db: Db, draftId: string, id: string): Promise<boolean> {
  return inTransaction(db, async (db) => {
    const deleted = await db
      .deleteFrom('caseFile')
      .where('id', '=', id)
      .where('draftId', '=', draftId)
      .where('caseId', 'is', null)
      .executeTakeFirst()
    if (Number(deleted.numDeletedRows) === 0) return false
    await db.deleteFrom('fileContent').where('id', '=', id).execute()
    return true
  })
}

/** Removes the bytes of a file of a case for good; that there was one stays known. `at`: ISO instant. */
export async function removeCaseFile(db: Db, id: string, at: string): Promise<void> {
  await inTransaction(db, async (db) => {
    await db.updateTable('caseFile').set({ removedAt: at }).where('id', '=', id).execute()
    await db.deleteFrom('fileContent').where('id', '=', id).execute()
  })
}

/** Deletes the files of forms that nobody finished. `before`: ISO instant. Answers how many. */
export async function forgetUnfinishedFiles(db: Db, before: string): Promise<number> {
  return inTransaction(db, async (db) => {
    const old = db
      .selectFrom('caseFile')
      .select('id')
      .where('caseId', 'is', null)
      .where('draftId', 'is not', null)
      .where('createdAt', '<', before)
    await db.deleteFrom('fileContent').where('id', 'in', old).execute()
    const deleted = await db.deleteFrom('caseFile').where('id', 'in', old).executeTakeFirst()
    return Number(deleted.numDeletedRows)
  })
}
