import type { Insertable, Selectable } from 'kysely'
import type { CaseState } from '../server/domain/case-words'
import type { PublicCase } from '../server/domain/public-case'
import type { Redaction } from '../server/domain/redaction'
import type { Db } from './schema'
import type { PublicationTable } from './schema-cases'

/** The public view of a case, published or being prepared. */
export type Publication = Omit<Selectable<PublicationTable>, 'redactions' | 'revealed' | 'namesSender' | 'shown'> & {
  redactions: Redaction[]
  revealed: Redaction[]
  namesSender: boolean
  shown: PublicCase | null
}

export async function findPublication(db: Db, caseId: string): Promise<Publication | undefined> {
  const row = await db.selectFrom('publication').selectAll().where('caseId', '=', caseId).executeTakeFirst()
  return row && fromRow(row)
}

function fromRow({ redactions, revealed, namesSender, shown, ...row }: Selectable<PublicationTable>): Publication {
  return {
    ...row,
    redactions: JSON.parse(redactions) as Redaction[],
    revealed: JSON.parse(revealed) as Redaction[],
    namesSender: namesSender === 1,
    shown: shown === '' ? null : (JSON.parse(shown) as PublicCase),
  }
}

/** Keeps the public view of a case; false when somebody else changed it since `revision` (0: there was none). */
export async function savePublication(
  db: Db,
  { redactions, revealed, namesSender, shown, ...rest }: Omit<Publication, 'revision'>,
  revision: number,
): Promise<boolean> {
  const row: Insertable<PublicationTable> = {
    ...rest,
    redactions: JSON.stringify(redactions),
    revealed: JSON.stringify(revealed),
    namesSender: Number(namesSender),
    shown: shown === null ? '' : JSON.stringify(shown),
    revision: revision + 1,
  }
  if (revision === 0) {
    const added = await db
      .insertInto('publication')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    return Number(added.numInsertedOrUpdatedRows) === 1
  }
  const changed = await db
    .updateTable('publication')
    .set(row)
    .where('caseId', '=', rest.caseId)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return Number(changed.numUpdatedRows) === 1
}

/** What the publisher has before him: to be published, published, or taken back. */
export const publishingParts = ['waiting', 'published', 'withdrawn'] as const
export type PublishingPart = (typeof publishingParts)[number]

/** A line of the publisher's list; the title is the original one. */
export type PublishingLine = {
  code: string
  title: string
  field: string
  officeCode: string
  policyId: string
  state: CaseState
  answeredAt: string | null
  publishedAt: string | null
  withdrawnAt: string | null
  withdrawReason: string | null
}

type PublishingFilter = { part: PublishingPart; offices: readonly string[] | null; words: readonly string[] }

/**
 * Cases that may be published, of some offices (null: of all): those that wait, longest first, the others newest first.
 * Never a restricted one, nor one whose sender wants a private answer.
 */
export function listPublishing(
  db: Db,
  { limit, skip, ...filter }: PublishingFilter & { limit: number; skip: number },
): Promise<PublishingLine[]> {
  const query = publishing(db, filter).select([
    ...(['feedbackCase.code', 'feedbackCase.title', 'feedbackCase.field', 'feedbackCase.officeCode'] as const),
    ...(['feedbackCase.policyId', 'feedbackCase.state', 'feedbackCase.answeredAt'] as const),
    ...(['publication.publishedAt', 'publication.withdrawnAt', 'publication.withdrawReason'] as const),
  ])
  const ordered =
    filter.part === 'waiting'
      ? query.orderBy('feedbackCase.answeredAt')
      : query.orderBy(filter.part === 'published' ? 'publication.publishedAt' : 'publication.withdrawnAt', 'desc')
  return ordered.orderBy('feedbackCase.code').limit(limit).offset(skip).execute()
}

export async function countPublishing(db: Db, filter: PublishingFilter): Promise<number> {
  const { n } = await publishing(db, filter)
    .select((e) => e.fn.countAll().as('n'))
    .executeTakeFirstOrThrow()
  return Number(n)
}

function publishing(db: Db, { part, offices, words }: PublishingFilter) {
  return db
    .selectFrom('feedbackCase')
    .leftJoin('publication', 'publication.caseId', 'feedbackCase.id')
    .where('feedbackCase.restricted', '=', 0)
    .where('feedbackCase.kind', '=', 'pakn')
    .where('feedbackCase.publishChoice', '=', 'without-name')
    .$if(offices !== null, (q) =>
      offices?.length ? q.where('feedbackCase.officeCode', 'in', offices) : q.where('feedbackCase.id', 'is', null),
    )
    .$if(part === 'waiting', (q) =>
      q.where((e) =>
        e.or([
          e('feedbackCase.state', '=', 'awaiting-publication'),
          // It was restricted for a while.
          e.and([e('feedbackCase.state', '=', 'answered'), e('publication.publishedAt', 'is', null)]),
        ]),
      ),
    )
    .$if(part === 'published', (q) =>
      q.where('publication.publishedAt', 'is not', null).where('publication.withdrawnAt', 'is', null),
    )
    .$if(part === 'withdrawn', (q) => q.where('publication.withdrawnAt', 'is not', null))
    .where((e) =>
      e.and(
        words.map((word) => {
          const like = `%${word.replace(/[\\%_]/g, '')}%`
          return e.or([e('feedbackCase.search', 'like', like), e('feedbackCase.code', 'like', like.toUpperCase())])
        }),
      ),
    )
}
