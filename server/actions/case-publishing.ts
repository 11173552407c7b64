import { insertAudit } from '../../db/audit'
import { insertEvents } from '../../db/case-events'
import { insertCaseFile, type NewCaseFile } from '../../db/case-files'
import { findPlace, insertPlace, listPlaces, removePlace } from '../../db/case-places'
import { updateCase } from '../../db/cases'
import { savePublication } from '../../db/publications'
import type { Db } from '../../db/schema'
import { inTransaction } from '../../db/transaction'
import { dayOf } from '../domain/period'
import type { SignedInStaff } from '../domain/permissions'
import { findPersonalData } from '../domain/personal-data'
import { occurrences, publicSearch, publicTexts } from '../domain/public-case'
import type { PlaceInput } from '../domain/publication-place'
import { cleanText } from '../domain/vietnamese'
import { actOnCase, type DeedFault } from './case-deeds'
import { type Prepared, preparePublication, type RedactingDeps, rowOf } from './case-redacting'

type PublishingDeps = Parameters<typeof actOnCase>[0]

type Done<E extends string = never> = { ok: true } | { ok: false; error: DeedFault | E }
/** The case and its redactions as the person saw them. */
type Seen = { code: string; version: number; revision: number }

/** Puts the public view of an answered case before the world: the view and the deed in one transaction. */
export async function publishCase(deps: PublishingDeps, staff: SignedInStaff, seen: Seen): Promise<Done> {
  const at = deps.now().toISOString()
  return undoing(deps, async (db) => {
    const prepared = await preparePublication(db, staff, seen.code)
    if (!prepared) return { ok: false, error: 'unknown' }
    if (prepared.revision !== seen.revision) return { ok: false, error: 'conflict' }
    const acted = await actOnCase({ ...deps, db }, staff, seen, {
      deed: 'publish',
      redactions: prepared.hidden.length,
    })
    if (!acted.ok) return acted
    return (await savePublication(db, publishedRow(prepared, staff.id, at), seen.revision))
      ? { ok: true }
      : { ok: false, error: 'conflict' }
  })
}

function publishedRow(prepared: Prepared, publishedBy: string, at: string) {
  const { texts, hidden, revealed, name, isLate } = prepared
  const shown = publicTexts(texts, hidden)
  const answeredAt = prepared.case.answeredAt ?? at
  return {
    ...rowOf(prepared, { hidden, shown: revealed }, at),
    ...{ publishedAt: at, publishedBy, withdrawnAt: null, withdrawReason: '' },
    shown: { texts: shown, name, answeredAt, late: isLate },
    search: publicSearch(prepared.case.code, shown),
  }
}

/** Takes the text back from the world; its address then says why, so the reason names nobody. */
export async function unpublishCase(
  deps: PublishingDeps,
  staff: SignedInStaff,
  { code, version }: { code: string; version: number },
  typed: string,
): Promise<Done<'personal' | 'too-long'>> {
  const reason = cleanText(typed)
  const at = deps.now().toISOString()
  return undoing(deps, async (db) => {
    const prepared = await preparePublication(db, staff, code)
    if (!prepared?.publication) return { ok: false, error: 'unknown' }
    if (reason.length > longestReason) return { ok: false, error: 'too-long' }
    if (isPersonal(reason, prepared)) return { ok: false, error: 'personal' }
    const acted = await actOnCase({ ...deps, db }, staff, { code, version }, { deed: 'unpublish', reason })
    if (!acted.ok) return acted
    const { revision, ...row } = prepared.publication
    const withdrawn = { ...row, shown: null, search: '', withdrawnAt: at, withdrawReason: reason, updatedAt: at }
    return (await savePublication(db, withdrawn, revision)) ? { ok: true } : { ok: false, error: 'conflict' }
  })
}

const longestReason = 500

/** Whether a text that everybody will read says what was hidden, or something of that kind. */
function isPersonal(text: string, { texts, hidden }: Prepared): boolean {
  if (findPersonalData(text).length > 0) return true
  const alone = { title: text, content: '', place: '', wish: '', answer: '' }
  return hidden.some(({ field, from, to, kind }) => occurrences(alone, texts[field].slice(from, to), kind).length > 0)
}

/** Says where else an answer was published. `file`: what proves it; the staff alone see it. */
export async function addPlace(
  deps: PublishingDeps & { newId: () => string },
  staff: SignedInStaff,
  { code, version }: { code: string; version: number },
  input: PlaceInput,
  file: NewCaseFile['file'] | null,
): Promise<Done> {
  const { place, link, publishedOn } = input
  return undoing(deps, async (db) => {
    const prepared = await preparePublication(db, staff, code)
    if (!prepared) return { ok: false, error: 'unknown' }
    const acted = await actOnCase(
      { ...deps, db },
      staff,
      { code, version },
      { deed: 'place', place, link, publishedOn },
    )
    if (!acted.ok) return acted
    const [at, caseId, fileId] = [deps.now().toISOString(), acted.case.id, file && deps.newId()]
    const kept = { caseId, draftId: null, internal: true, createdAt: at, createdBy: staff.id }
    if (file && fileId) await insertCaseFile(db, { ...kept, id: fileId, file })
    const added = { id: deps.newId(), caseId, fileId, addedAt: at, addedBy: staff.id, removedAt: null }
    await insertPlace(db, { ...input, ...added })
    return { ok: true }
  })
}

/** Takes a place off the list that was entered wrongly; that it stood there, and who took it off, stays written. */
export async function takePlaceOff(
  { db, now }: RedactingDeps,
  staff: SignedInStaff,
  code: string,
  id: string,
): Promise<Done> {
  const at = now().toISOString()
  return inTransaction(db, async (db) => {
    const prepared = await preparePublication(db, staff, code)
    const place = await findPlace(db, id)
    if (!prepared || place?.caseId !== prepared.case.id) return { ok: false, error: 'unknown' }
    await removePlace(db, id, at)
    const { link, publishedOn } = place
    const { officeCode, state, answeredAt } = prepared.case
    if (!(await updateCase(db, prepared.case, {}))) return { ok: false, error: 'conflict' }
    const data = { place: place.place, link, on: publishedOn, left: await firstPlaceDay(db, place.caseId, answeredAt) }
    const happening = { caseId: place.caseId, at, by: staff.id, state, officeCode }
    await insertEvents(db, happening, [{ kind: 'unplace', data }])
    const detail = JSON.stringify({ before: { place: place.place, link, publishedOn } })
    await insertAudit(db, { at, staffId: staff.id, action: 'case.place-remove', subject: code, detail, officeCode })
    return { ok: true }
  })
}

/** The first day on which the answer of the case stood elsewhere, or null. */
async function firstPlaceDay(db: Db, caseId: string, answeredAt: string | null): Promise<string | null> {
  const answeredOn = answeredAt === null ? '' : dayOf(new Date(answeredAt))
  const days = (await listPlaces(db, caseId)).map(({ publishedOn }) => publishedOn)
  return days.find((day) => day >= answeredOn) ?? null
}

class Undone extends Error {
  constructor(readonly reason: { ok: false; error: string }) {
    super('undone')
  }
}

/** One transaction; a refusal undoes what was done before it. */
async function undoing<R extends { ok: true } | { ok: false; error: string }>(
  { db }: PublishingDeps,
  act: (db: PublishingDeps['db']) => Promise<R>,
): Promise<R> {
  try {
    return await inTransaction(db, async (db) => {
      const done = await act(db)
      if (!done.ok) throw new Undone(done)
      return done
    })
  } catch (error) {
    if (error instanceof Undone) return error.reason as R
    throw error
  }
}
