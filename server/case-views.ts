import { type CaseAnswer, listAnswers } from '../db/case-answers'
import { listEvents } from '../db/case-events'
import { countMerged, listRelatives, type Relative } from '../db/case-families'
import { listCaseFiles } from '../db/case-files'
import { hasSender } from '../db/case-senders'
import type { FeedbackCase } from '../db/cases'
import { getPolicy } from '../db/deadline-policies'
import { findOffice, listOffices } from '../db/offices'
import { findPoint } from '../db/points'
import { findProcedure } from '../db/procedures'
import type { Db } from '../db/schema'
import { staffNames } from '../db/staff'
import type { CaseDue, CaseHead, CasePageProps, CaseRelative } from '../web/pages/case'
import { actorOf, mayReveal } from './actions/case-deeds'
import { momentOf } from './actions/case-moment'
import { readyTexts } from './case-texts'
import type { Deps } from './deps'
import { type CaseMoment, maySee, possibleDeeds } from './domain/case-actions'
import { type CaseDeed, caseDeeds } from './domain/case-deeds'
import { hasClock } from './domain/case-due'
import { hintsOf } from './domain/case-hints'
import { clockStart, previousOffice } from './domain/case-history'
import { isOpen } from './domain/case-words'
import { type ClockName, clockDueOn, dueState, explainDue } from './domain/deadlines'
import type { CaseEvent } from './domain/feedback-case'
import { codesBelow } from './domain/organisation'
import type { SignedInStaff } from './domain/permissions'

export type CaseViewDeps = Pick<Deps, 'db' | 'now' | 'publicUrl'>

/** Everything that stands on the page of a case. */
export async function casePage(
  deps: CaseViewDeps,
  staff: SignedInStaff,
  found: FeedbackCase,
): Promise<Omit<CasePageProps, 'done'>> {
  const { db, now } = deps
  const actor = actorOf(staff)
  const [events, moment, answers, files] = await Promise.all([
    listEvents(db, found.id),
    momentOf(db, found, now()),
    listAnswers(db, found.id),
    listCaseFiles(db, found.id),
  ])
  const possible = possibleDeeds(found, actor, caseDeeds)
  const { rules, today } = moment
  const refused = new Set<CaseDeed | null>([
    previousOffice(events) === null ? 'return' : null,
    found.reopenedAt === null ? null : 'reopen',
  ])
  const deeds = possible.filter((deed) => !refused.has(deed))
  const draft = answers.find(({ sentAt }) => sentAt === null) ?? null
  return {
    head: await caseHead(db, found),
    files: files.map(({ id, name, type, size, eventNo, internal }) => ({
      ...{ id, name, type, size, eventNo, internal: internal === 1 },
    })),
    hints: isOpen(found.state) ? hintsOf([found.title, found.content, found.place, found.wish].join('\n')) : [],
    due: await caseDue(db, found, moment, events),
    clocks: runningClocks(found, moment, events),
    events,
    names: await namesOf(db),
    ...(await relatives(db, staff, found)),
    deeds,
    extension: { allowed: rules.extension > 0, askedDays: found.askedDays, askedBy: found.askedBy },
    answers: answers.filter(({ sentAt }) => sentAt !== null),
    draft,
    composer: possible.includes('submit') ? await composerOf(deps, found, draft) : null,
    maySeeSender: await mayReveal(db, staff, found),
    hasSender: await hasSender(db, found.id),
    isOwnAnswer: found.submittedBy === staff.id,
    today,
  }
}

/** What a person writes upon: the case and the draft as they are now. */
export async function composerOf(deps: CaseViewDeps, found: FeedbackCase, draft: CaseAnswer | null) {
  const templates = (await readyTexts(deps, found, 'answer')).map(({ id, title }) => ({ id, title }))
  return { version: found.version, revision: draft?.revision ?? 0, text: draft?.text ?? '', templates }
}

/** Names of people and offices, for reading events. */
export async function namesOf(db: Db) {
  const [staff, offices] = [await staffNames(db), await listOffices(db)]
  return { staff, offices: new Map(offices.map(({ code, name }) => [code, name])) }
}

/** Who has a case and what it is about, with names for codes. */
export async function caseHead(db: Db, found: FeedbackCase): Promise<CaseHead> {
  const [office, point, procedure, staff] = await Promise.all([
    findOffice(db, found.officeCode),
    found.pointCode ? findPoint(db, found.pointCode) : undefined,
    found.procedureCode ? findProcedure(db, found.procedureCode) : undefined,
    staffNames(db),
  ])
  return {
    ...found,
    office: office?.name ?? found.officeCode,
    point: point?.name ?? null,
    procedure: procedure?.name ?? null,
    assignee: found.assigneeId && (staff.get(found.assigneeId) ?? null),
    enteredByName: found.enteredBy && (staff.get(found.enteredBy) ?? null),
  }
}

/** The deadline of what is owed, or how it was kept by what was sent; null where there is none. */
async function caseDue(
  db: Db,
  found: FeedbackCase,
  { calendar, rules, today }: CaseMoment,
  events: readonly CaseEvent[],
): Promise<CaseDue | null> {
  const sent = events.findLast((event) => event.kind === 'answer')
  if (found.answeredAt && !isOpen(found.state) && sent?.kind === 'answer')
    return { kind: 'answered', at: found.answeredAt, dueOn: sent.data.dueOn, late: sent.data.late }
  if (!isOpen(found.state) || !hasClock(found.kind)) return null
  const explanation = explainDue(calendar, rules, found.clock)
  const { source } = await getPolicy(db, found.policyId)
  const superiorDueOn = found.clock.superiorDueOn
  const state = dueState(calendar, explanation.dueOn, today)
  const start = clockStart(found.clock.startedAt, events)
  return { kind: 'owed', explanation, start, state, basis: source, superiorDueOn }
}

/** The clocks beside the answer's that still run for the office that has the case now. */
function runningClocks(
  { state, clock, contentGroup, kind }: FeedbackCase,
  { calendar, rules, today }: CaseMoment,
  events: readonly CaseEvent[],
): CasePageProps['clocks'] {
  if (state !== 'new' || !hasClock(kind)) return []
  const mine = events.filter(({ at }) => at >= clock.startedAt)
  const isClassified = contentGroup !== 'unclassified' && mine.some((event) => event.kind === 'classify')
  const wanted: ClockName[] = [...(isClassified ? [] : ['classify' as const]), 'forward', 'askMore']
  return wanted.flatMap((name) => {
    const dueOn = clockDueOn(calendar, rules, clock, name)
    return dueOn ? [{ name, dueOn, state: dueState(calendar, dueOn, today) }] : []
  })
}

/** Cases that belong to this one, as far as the person may see them; `senders`: of everything merged into it. */
async function relatives(db: Db, staff: SignedInStaff, found: FeedbackCase) {
  const [all, offices, merged] = await Promise.all([
    listRelatives(db, found),
    listOffices(db),
    countMerged(db, found.id),
  ])
  const own = staff.officeCode === null ? null : codesBelow(offices, staff.officeCode)
  const visible = ({ case: other }: Relative) =>
    maySee(other, actorOf(staff)) && (own === null || own.has(other.officeCode))
  const related = all
    .filter(visible)
    .map(({ kinship, case: { code, title, state } }): CaseRelative => ({ kinship, code, title, state }))
  return { related, hidesRelated: related.length < all.length, senders: merged + 1 }
}
