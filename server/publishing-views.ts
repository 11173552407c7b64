import { readCalendar } from '../db/calendar'
import { listPlaces } from '../db/case-places'
import { getPolicy } from '../db/deadline-policies'
import { findOffice } from '../db/offices'
import type { PublishingLine } from '../db/publications'
import { findStaff } from '../db/staff'
import type { ListedPlace } from '../web/components/publication-places'
import type { PublicCaseProps } from '../web/pages/public-case'
import type { PublicationProps } from '../web/pages/publication'
import type { PublishingRow } from '../web/pages/publishing'
import { paths } from '../web/paths'
import type { Prepared } from './actions/case-redacting'
import type { Deps } from './deps'
import type { CaseState } from './domain/case-words'
import { type DueState, dueState, publishDueOn } from './domain/deadlines'
import { dayOf } from './domain/period'
import { isUnderReview, publicTexts } from './domain/public-case'

type ViewDeps = Pick<Deps, 'db' | 'now' | 'publicUrl'>
/** `days`: working days that the office has. */
type Due = { on: string; state: DueState; days: number }

const day = (instant: string) => dayOf(new Date(instant))

/** What was taken back is due no more: it was published in its time. */
const isWaiting = (state: CaseState, publishedAt: string | null) =>
  state === 'awaiting-publication' || (state === 'answered' && publishedAt === null)

/** Works out when answers are to be published; the calendar and rules of many cases are read once. */
function dueReader({ db, now }: ViewDeps) {
  const kept = new Map<
    string,
    Promise<readonly [Parameters<typeof publishDueOn>[0], Parameters<typeof publishDueOn>[1]]>
  >()
  const read = async (officeCode: string, policyId: string) => {
    const [calendar, policy] = await Promise.all([readCalendar(db, officeCode), getPolicy(db, policyId)])
    return [calendar, policy.rules] as const
  }
  return async (line: { officeCode: string; policyId: string }, answeredAt: string): Promise<Due> => {
    const key = `${line.officeCode} ${line.policyId}`
    const known = kept.get(key) ?? read(line.officeCode, line.policyId)
    kept.set(key, known)
    const [calendar, rules] = await known
    const on = publishDueOn(calendar, rules, answeredAt)
    return { on, state: dueState(calendar, on, dayOf(now())), days: rules.publish }
  }
}

/** The lines of the publisher's list. `names`: of offices by code. */
export function publishingRows(
  deps: ViewDeps,
  lines: readonly PublishingLine[],
  names: ReadonlyMap<string, string>,
): Promise<PublishingRow[]> {
  const dueOf = dueReader(deps)
  return Promise.all(
    lines.map(async (line) => {
      const { code, title, field, officeCode, answeredAt, publishedAt, withdrawnAt, withdrawReason, state } = line
      const waits = answeredAt !== null && isWaiting(state, publishedAt)
      return {
        ...{ code, title, field, officeName: names.get(officeCode) ?? officeCode },
        answeredOn: answeredAt ? day(answeredAt) : '',
        due: waits ? await dueOf(line, answeredAt) : null,
        publishedOn: publishedAt && day(publishedAt),
        withdrawn: withdrawnAt ? { on: day(withdrawnAt), reason: withdrawReason ?? '' } : null,
      }
    }),
  )
}

type Shown = Omit<PublicationProps, 'typed' | 'problems' | 'placeForm'>

/** The page of one case, without what was typed into its forms. */
export async function publicationView(deps: ViewDeps, prepared: Prepared): Promise<Shown> {
  const { case: found, publication, texts, hidden, revealed, revision, name, isOpen } = prepared
  const { code, version, nameConsent, state } = found
  const answeredAt = found.answeredAt ?? deps.now().toISOString()
  const publishedBy = publication?.publishedBy ? await findStaff(deps.db, publication.publishedBy) : undefined
  const { publishedAt = null, withdrawnAt = null, withdrawReason = '' } = publication ?? {}
  return {
    ...{ code, version, nameConsent, texts, hidden, revealed, revision, name, isOpen, answeredAt, publishedAt },
    due: isWaiting(state, publishedAt) ? await dueReader(deps)(found, answeredAt) : null,
    isPublished: state === 'published',
    isUnderReview: publishedAt !== null && withdrawnAt === null && isUnderReview(state),
    publishedBy: publishedBy?.name ?? '',
    withdrawn: withdrawnAt ? { at: withdrawnAt, reason: withdrawReason } : null,
    places: await allPlaces(deps, prepared),
  }
}

/** The own page first, while something is published on it. */
async function allPlaces({ db, publicUrl }: ViewDeps, { case: found, publication }: Prepared): Promise<ListedPlace[]> {
  const others = await listPlaces(db, found.id)
  const { publishedAt, withdrawnAt } = publication ?? {}
  if (!publishedAt || withdrawnAt) return others
  const link = publicUrl + paths.answer(found.code)
  return [{ id: null, place: 'own-page', link, publishedOn: day(publishedAt), note: '', fileId: null }, ...others]
}

/** The public page as it would be when it was published now. */
export async function previewView(deps: ViewDeps, prepared: Prepared): Promise<PublicCaseProps> {
  const { case: found, texts, hidden, name, isLate } = prepared
  const { code, field, contentGroup: group, officeCode, sentAt, answeredAt } = found
  return {
    ...{ code, field, group, name, isLate, publishedOn: null, isUnderReview: false },
    office: (await findOffice(deps.db, officeCode))?.name ?? '',
    texts: publicTexts(texts, hidden),
    sentOn: day(sentAt),
    answeredOn: day(answeredAt ?? sentAt),
    places: await listPlaces(deps.db, found.id),
    address: deps.publicUrl + paths.answer(code),
  }
}
