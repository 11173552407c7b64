import { insertAudit } from '../../db/audit'
import { listAnswers } from '../../db/case-answers'
import { listEvents } from '../../db/case-events'
import { type CaseSender, findSender } from '../../db/case-senders'
import type { FeedbackCase } from '../../db/cases'
import { findPublication, type Publication, savePublication } from '../../db/publications'
import type { Db } from '../../db/schema'
import { inTransaction } from '../../db/transaction'
import { isPossible } from '../domain/case-deeds'
import { isPublishable } from '../domain/case-public'
import { may, type SignedInStaff } from '../domain/permissions'
import {
  type CaseTexts,
  type Choices,
  hiddenIn,
  hide,
  type KnownWords,
  placesOfTyped,
  show,
  withoutAnswer,
} from '../domain/public-case'
import { normaliseRedactions, type Redaction } from '../domain/redaction'
import { nfc } from '../domain/vietnamese'
import { findCaseFor } from './case-deeds'

export type RedactingDeps = { db: Db; now: () => Date }

/** A case as whoever publishes it has it before him: the texts as they are, and what is hidden of them. */
export type Prepared = {
  case: FeedbackCase
  texts: CaseTexts
  /** Hidden now, proposals that nobody has looked at included. */
  hidden: Redaction[]
  /** Proposals that somebody decided to show. */
  revealed: Redaction[]
  /** The sender's name will be shown; `name` is null otherwise. */
  namesSender: boolean
  name: string | null
  /** Of the redactions, counting their changes; 0 before the first one. */
  revision: number
  answerNo: number
  /** The answer came after its deadline. */
  isLate: boolean
  /** Whether it can be changed and published now. */
  isOpen: boolean
  publication: Publication | undefined
}

/** Null when there is no such case for this person, or it is none that may be published. */
export async function preparePublication(db: Db, staff: SignedInStaff, code: string): Promise<Prepared | null> {
  if (!may(staff.role, 'cases.publish')) return null
  const found = await findCaseFor(db, staff, code)
  if (!found || !isPublishable(found)) return null
  const answer = (await listAnswers(db, found.id)).filter(({ sentAt }) => sentAt !== null).at(-1)
  if (!answer) return null
  const publication = await findPublication(db, found.id)
  const texts = textsOf(found, answer.text)
  const sender = await findSender(db, found.id)
  const choices = choicesOf(publication, answer.no)
  const last = (await listEvents(db, found.id)).filter((event) => event.kind === 'answer').at(-1)
  const isOpen = isPossible('publish', found.state)
  const namesSender = found.nameConsent && (publication?.namesSender ?? false)
  return {
    ...{ case: found, texts, namesSender, publication, answerNo: answer.no },
    // What is published is shown as it is, whatever would be proposed now.
    hidden: isOpen ? hiddenIn(texts, choices, knownWords(sender)) : normaliseRedactions(choices.hidden, texts),
    revealed: normaliseRedactions(choices.shown, texts),
    name: namesSender ? (sender?.name ?? null) : null,
    revision: publication?.revision ?? 0,
    isLate: last?.data.late ?? false,
    isOpen,
  }
}

function textsOf({ title, content, place, wish }: FeedbackCase, answer: string): CaseTexts {
  return { title: nfc(title), content: nfc(content), place: nfc(place), wish: nfc(wish), answer: nfc(answer) }
}

function choicesOf(publication: Publication | undefined, answerNo: number): Choices {
  const choices = { hidden: publication?.redactions ?? [], shown: publication?.revealed ?? [] }
  return publication?.answerNo === answerNo ? choices : withoutAnswer(choices)
}

/** What the program knows of the sender is proposed wherever it stands in the texts; it is shown to nobody by that. */
function knownWords(sender: CaseSender | undefined): KnownWords[] {
  if (!sender) return []
  const { name, phone, email, address, organisation } = sender
  return [
    { words: name, kind: 'name' },
    { words: phone, kind: 'phone' },
    { words: email, kind: 'email' },
    { words: address, kind: 'address' },
    { words: organisation, kind: 'name' },
  ]
}

/** What is asked of the redactions. `typed`: words that are to be hidden wherever they stand. */
export type RedactionDeed =
  | { deed: 'hide'; place: Redaction }
  | { deed: 'show'; place: Redaction }
  | { deed: 'hide-typed'; typed: string }
  | { deed: 'name'; shows: boolean }

type Changed = { ok: true } | { ok: false; error: 'unknown' | 'conflict' | 'closed' | 'nowhere' }

/**
 * Changes what is hidden; the originals stay as they are, and the audit keeps who let something be seen.
 * @param revision of the redactions as the person saw them
 */
export async function changeRedactions(
  { db, now }: RedactingDeps,
  staff: SignedInStaff,
  { code, revision }: { code: string; revision: number },
  asked: RedactionDeed,
): Promise<Changed> {
  const at = now().toISOString()
  return inTransaction(db, async (db): Promise<Changed> => {
    const prepared = await preparePublication(db, staff, code)
    if (!prepared) return { ok: false, error: 'unknown' }
    if (!prepared.isOpen || (asked.deed === 'name' && !prepared.case.nameConsent)) return { ok: false, error: 'closed' }
    if (prepared.revision !== revision) return { ok: false, error: 'conflict' }
    const changed = choose(prepared, asked)
    if (!changed) return { ok: false, error: 'nowhere' }
    const row = rowOf(prepared, changed, at)
    const namesSender = asked.deed === 'name' ? asked.shows : prepared.namesSender
    if (!(await savePublication(db, { ...row, namesSender }, revision))) return { ok: false, error: 'conflict' }
    const detail = JSON.stringify({ after: saidOf(asked) })
    const { officeCode } = prepared.case
    await insertAudit(db, { at, staffId: staff.id, action: 'case.redact', subject: code, detail, officeCode })
    return { ok: true }
  })
}

/** The choices after a deed; null when typed words stand nowhere, or a place is not in the texts. */
function choose({ texts, hidden, revealed }: Prepared, asked: RedactionDeed): Choices | null {
  const before = { hidden, shown: revealed }
  if (asked.deed === 'name') return before
  const places = asked.deed === 'hide-typed' ? placesOfTyped(texts, asked.typed) : [asked.place]
  const within = normaliseRedactions(places, texts)
  if (within.length === 0) return null
  return asked.deed === 'show' ? within.reduce(show, before) : hide(before, within)
}

/** The row as it is kept; everything that is hidden now stays hidden, whatever the detector says later. */
export function rowOf(prepared: Prepared, { hidden, shown }: Choices, at: string): Omit<Publication, 'revision'> {
  const { texts, publication, answerNo, namesSender } = prepared
  const caseId = prepared.case.id
  return {
    ...{ shown: null, search: '', publishedAt: null, publishedBy: null, withdrawnAt: null, withdrawReason: '' },
    ...publication,
    ...{ caseId, answerNo, namesSender, updatedAt: at },
    redactions: hiddenIn(texts, { hidden, shown }),
    revealed: normaliseRedactions(shown, texts),
  }
}

/** For the audit: which kind of words at which place, never the words. */
function saidOf(asked: RedactionDeed): Record<string, unknown> {
  if (asked.deed === 'name') return { namesSender: asked.shows }
  if (asked.deed === 'hide-typed') return { redaction: asked.deed }
  const { field, from, to, kind } = asked.place
  return { redaction: asked.deed, redactionKind: kind, place: `${field} ${from}–${to}` }
}
