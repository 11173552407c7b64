import { listAnswers } from '../db/case-answers'
import { listEvents } from '../db/case-events'
import { listCaseFiles } from '../db/case-files'
import { listPartIds } from '../db/case-parts'
import { findSender } from '../db/case-senders'
import { type FeedbackCase, getCaseById } from '../db/cases'
import { getPolicy } from '../db/deadline-policies'
import { findContacts } from '../db/feedback-offices'
import { findOffice, listRootOffices } from '../db/offices'
import type { Db } from '../db/schema'
import type { FollowCaseProps } from '../web/pages/follow-case'
import { paths } from '../web/paths'
import { momentOf } from './actions/case-moment'
import type { Deps } from './deps'
import type { Contacts } from './domain/contacts'
import type { CaseEvent } from './domain/feedback-case'
import { isForSender, type KeptCase, type MergedCase, type PublicView, publicView } from './domain/public-view'

type ViewDeps = Pick<Deps, 'db' | 'now'>

/** A case as its sender sees it, beside the row that deeds need. */
export type FollowedCase = {
  row: FeedbackCase
  /** The policy of the case that is worked on: this one, or the one it was merged into. */
  policyId: string
  events: readonly CaseEvent[]
  view: PublicView
  /** The cases it was split into, by their codes: each has the same sender and look-up code. */
  partIds: ReadonlyMap<string, string>
}

/** @throws when there is no such case */
export async function followedCase({ db, now }: ViewDeps, caseId: string): Promise<FollowedCase> {
  const row = await getCaseById(db, caseId)
  const own = await mergedCase(db, row, now())
  const parts: MergedCase[] = []
  const partIds = new Map<string, string>()
  if (row.state === 'split')
    for (const id of await listPartIds(db, caseId)) {
      const part = await getCaseById(db, id)
      parts.push(await mergedCase(db, part, now()))
      if (part.secretHash === row.secretHash) partIds.set(part.code, id)
    }
  const names = await officeNames(db, [own, ...(own.target ? [own.target] : [])])
  const policyId = (await targetOf(db, row))?.policyId ?? row.policyId
  return { row, policyId, events: own.events, view: publicView({ ...own, names, parts }), partIds }
}

async function mergedCase(db: Db, row: FeedbackCase, now: Date): Promise<MergedCase> {
  const target = await targetOf(db, row)
  return {
    ...(await keptCase(db, row, now)),
    target: target && { ...(await keptCase(db, target, now)), identity: (await findSender(db, target.id)) ?? null },
  }
}

async function keptCase(db: Db, row: FeedbackCase, now: Date): Promise<KeptCase> {
  const [events, answers, moment] = await Promise.all([
    listEvents(db, row.id),
    listAnswers(db, row.id),
    momentOf(db, row, now),
  ])
  return { facts: row, events, answers, moment }
}

/** Where a merged case is worked on, however often it was merged. */
async function targetOf(db: Db, row: FeedbackCase): Promise<FeedbackCase | null> {
  const seen = new Set([row.id])
  let last = row
  while (last.state === 'merged' && last.mergedInto !== null && !seen.has(last.mergedInto)) {
    seen.add(last.mergedInto)
    last = await getCaseById(db, last.mergedInto)
  }
  return last === row ? null : last
}

/** The names of the offices that a case has been at. */
async function officeNames(db: Db, cases: readonly KeptCase[]): Promise<Map<string, string>> {
  const codes = cases.flatMap(({ facts, events }) => [
    facts.officeCode,
    ...events.flatMap(({ kind, data }) => (kind === 'forward' || kind === 'return' ? [data.to] : [])),
  ])
  const offices = await Promise.all([...new Set(codes)].map((code) => findOffice(db, code)))
  return new Map(offices.flatMap((office) => (office ? [[office.code, office.name]] : [])))
}

/** Everything that stands on the page of a case, but for what was just typed or done. */
export async function followPage(
  { db }: ViewDeps,
  { row, policyId, events, view }: FollowedCase,
): Promise<Omit<FollowCaseProps, 'token' | 'partTokens' | 'today' | 'notice' | 'rating'>> {
  const [files, sender, contacts, policy] = await Promise.all([
    listCaseFiles(db, row.id),
    findSender(db, row.id),
    findContacts(db, row.officeCode),
    getPolicy(db, policyId),
  ])
  const answered = new Set(events.filter(({ kind }) => kind === 'answer').map(({ no }) => no))
  const shown = files.filter((file) => isForSender(file, events))
  const isAnswers = ({ eventNo }: { eventNo: number | null }) => eventNo !== null && answered.has(eventNo)
  return {
    view,
    ownFiles: shown.filter((file) => !isAnswers(file)),
    answerFiles: shown.filter(isAnswers),
    own: {
      ...{ sender: sender ?? null, publishChoice: row.publishChoice },
      ...{ nameConsent: row.nameConsent, messageConsent: row.messageConsent },
    },
    contacts,
    basis: policy.source,
    published: row.state === 'published' ? paths.answer(row.code) : null,
  }
}

/** How the office of a typed code is reached, whether there is such a case or not; else the first office. */
export async function contactsFor({ db }: Pick<Deps, 'db'>, code: string | null): Promise<Contacts> {
  const office = await findOffice(db, (code ?? '').replace(/-\d{2}-\d+$/, ''))
  return findContacts(db, office?.code ?? (await listRootOffices(db))[0]?.code ?? '')
}
