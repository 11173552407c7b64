import { type Expression, type SqlBool, sql } from 'kysely'
import { answeredStates, type CaseState, type ContentGroup, contentGroups } from '../server/domain/case-words'
import type { PublicCase } from '../server/domain/public-case'
import type { Db } from './schema'

/**
 * What anybody may ask for. Texts come from the publication alone, which holds nothing that was hidden; of the case
 * itself only number, office, field, group and dates are read.
 */
export type PublicFilter = {
  /** Folded; each must stand in the public text. */
  words: readonly string[]
  /** Codes; null: every one. */
  offices: readonly string[] | null
  field: string | null
  group: ContentGroup | null
  /** Published (or answered, when privately) in this year of UTC+7. */
  year: number | null
  /** Only what has a text and a page of its own. */
  published?: boolean
}

/** `shown` null: answered to the sender alone; then nothing but number, field and dates is public. */
export type PublicLine = {
  id: string
  code: string
  officeCode: string
  field: string
  contentGroup: ContentGroup
  state: CaseState
  sentAt: string
  answeredAt: string | null
  publishedAt: string | null
  shown: PublicCase | null
}

/** Newest first by the day on which it was published, or answered when privately. */
export async function listPublicCases(
  db: Db,
  { limit, skip, ...filter }: PublicFilter & { limit: number; skip: number },
): Promise<PublicLine[]> {
  const rows = await filtered(db, filter)
    .select([
      ...(['feedbackCase.id', 'feedbackCase.code', 'feedbackCase.officeCode', 'feedbackCase.field'] as const),
      ...(['feedbackCase.contentGroup', 'feedbackCase.state', 'feedbackCase.sentAt'] as const),
      ...(['feedbackCase.answeredAt', 'feedbackCase.nameConsent'] as const),
      ...(['publication.publishedAt', 'publication.shown'] as const),
    ])
    .orderBy(publicAt, 'desc')
    .orderBy('feedbackCase.code')
    .limit(limit)
    .offset(skip)
    .execute()
  return rows.map(({ shown, nameConsent, ...row }) => ({ ...row, shown: read(shown, nameConsent) }))
}

export async function countPublicCases(db: Db, filter: PublicFilter): Promise<number> {
  const { n } = await filtered(db, filter)
    .select((e) => e.fn.countAll().as('n'))
    .executeTakeFirstOrThrow()
  return Number(n)
}

/** Codes of everything that has a page of its own, newest first. */
export function listPublicCodes(db: Db, limit: number): Promise<{ code: string; publishedAt: string | null }[]> {
  return filtered(db, everything)
    .where(isPublished)
    .select(['feedbackCase.code', 'publication.publishedAt'])
    .orderBy(publicAt, 'desc')
    .limit(limit)
    .execute()
}

const everything: PublicFilter = { words: [], offices: null, field: null, group: null, year: null }

/** What the public list can be narrowed to: offices, fields, and the instant of the oldest line. */
export async function publicChoices(db: Db): Promise<{ offices: string[]; fields: string[]; first: string | null }> {
  const rows = await filtered(db, everything)
    .select(['feedbackCase.officeCode', 'feedbackCase.field', (e) => e.fn.min<string>(publicAt).as('first')])
    .groupBy(['feedbackCase.officeCode', 'feedbackCase.field'])
    .execute()
  const fields = rows.map(({ field }) => field).filter((field) => field !== '')
  return {
    offices: [...new Set(rows.map(({ officeCode }) => officeCode))],
    fields: [...new Set(fields)],
    first: rows.map(({ first }) => first).sort()[0] ?? null,
  }
}

/** `withdrawnAt` not null: the text was taken back, and `shown` is null. */
export type PublicPage = Omit<PublicLine, 'publishedAt'> & {
  publishedAt: string
  withdrawnAt: string | null
  withdrawReason: string
}

/** What stands at the permanent address of a case; undefined when nothing does, whatever the reason. */
export async function findPublicCase(db: Db, code: string): Promise<PublicPage | undefined> {
  const row = await db
    .selectFrom('feedbackCase')
    .innerJoin('publication', 'publication.caseId', 'feedbackCase.id')
    .select([
      ...(['feedbackCase.id', 'feedbackCase.code', 'feedbackCase.officeCode', 'feedbackCase.field'] as const),
      ...(['feedbackCase.contentGroup', 'feedbackCase.state', 'feedbackCase.sentAt'] as const),
      ...(['feedbackCase.answeredAt', 'feedbackCase.nameConsent'] as const),
      ...(['publication.publishedAt', 'publication.shown'] as const),
      ...(['publication.withdrawnAt', 'publication.withdrawReason'] as const),
    ])
    .where(mayBePublic)
    .where('feedbackCase.publishChoice', '=', 'without-name')
    .where('publication.publishedAt', 'is not', null)
    .where('feedbackCase.code', '=', code)
    .executeTakeFirst()
  if (!row?.publishedAt) return undefined
  const { publishedAt, shown, nameConsent, ...rest } = row
  return { ...rest, publishedAt, shown: rest.withdrawnAt === null ? read(shown, nameConsent) : null }
}

/** A name goes as soon as its owner says so. */
function read(shown: string | null, nameConsent: number): PublicCase | null {
  if (!shown) return null
  const view = JSON.parse(shown) as PublicCase
  return nameConsent === 1 ? view : { ...view, name: null }
}

const publicAt = sql<string>`coalesce(publication.published_at, feedback_case.answered_at)`

/** Whatever happens to a case later, this is asked at every reading. */
const mayBePublic = sql<SqlBool>`feedback_case.restricted = 0 and feedback_case.kind = 'pakn'
  and feedback_case.state not in ('withdrawn', 'merged', 'split')`

const isPublished = sql<SqlBool>`feedback_case.publish_choice = 'without-name'
  and publication.published_at is not null and publication.withdrawn_at is null`

const isAnsweredPrivately = sql<SqlBool>`feedback_case.publish_choice = 'private'
  and feedback_case.answered_at is not null and feedback_case.state in (${sql.join(answeredStates)})`

function filtered(db: Db, { words, offices, field, group, year, published }: PublicFilter) {
  return db
    .selectFrom('feedbackCase')
    .leftJoin('publication', 'publication.caseId', 'feedbackCase.id')
    .where(mayBePublic)
    .where((e) => e.or([isPublished, isAnsweredPrivately]))
    .where((e) =>
      e.and([
        ...words.map(spoken),
        ...(offices ? [offices.length ? e('feedbackCase.officeCode', 'in', offices) : sql<SqlBool>`1 = 0`] : []),
        ...(field === null ? [] : [e('feedbackCase.field', '=', field)]),
        ...(group === null ? [] : [e('feedbackCase.contentGroup', '=', group), isPublished]),
        ...(published ? [isPublished] : []),
        ...(year === null
          ? []
          : [sql<SqlBool>`${publicAt} >= ${startOf(year)} and ${publicAt} < ${startOf(year + 1)}`]),
      ]),
    )
}

/** Of what was answered privately only the number can be found. */
function spoken(word: string): Expression<SqlBool> {
  const like = `%${word.replace(/[\\%_]/g, '')}%`
  return sql<SqlBool>`(publication.search like ${like} or (feedback_case.publish_choice = 'private'
    and feedback_case.code like ${like.toUpperCase()}))`
}

/** The first instant of a year in UTC+7. */
const startOf = (year: number) => `${year - 1}-12-31T17:00:00.000Z`

/** Groups that can be asked for; what nobody has classified is none. */
export const publicGroups = contentGroups.filter((group) => group !== 'unclassified')
