import { saveDraft } from '../../db/case-answers'
import { listCaseClocks } from '../../db/case-lines'
import { type FeedbackCase, getCaseById } from '../../db/cases'
import { findPublication } from '../../db/publications'
import { actAsSender, actOnCase } from '../actions/case-deeds'
import { mergeCases, splitCase } from '../actions/case-families'
import { publishCase, unpublishCase } from '../actions/case-publishing'
import type { CaseAction } from '../domain/case-moves'
import type { SignedInStaff } from '../domain/permissions'

/** The people of a case in the demonstration. */
export type Workers = Record<'intake' | 'handler' | 'approver' | 'publisher', SignedInStaff>

const hour = 3_600_000
const day = 24 * hour

/** Thrown when the story has reached now: what would come later has not happened yet. */
class Now extends Error {}

/** One case that goes through time: each step comes some days after the one before, in office hours. */
export type Walk = {
  workers: Workers
  /** Moves on by days (parts of them too), to the next hour of an office. @throws Now */
  wait(days: number): void
  staff(who: keyof Workers, action: CaseAction): Promise<void>
  sender(action: CaseAction): Promise<void>
  draft(text: string): Promise<void>
  publish(): Promise<void>
  unpublish(reason: string): Promise<void>
  /** Into two parts, which nobody has looked at since. */
  split(told: string): Promise<void>
  /** Into the open case of the same office that came before it; nothing happens without one. */
  merge(told: string): Promise<void>
  current(): Promise<FeedbackCase>
}

/**
 * Tells the story of one case by the same deeds as people do them, until it ends or reaches `now`.
 * @param clock the clock of `deps`
 */
export async function walkCase(
  deps: Parameters<typeof splitCase>[0],
  { id, code }: { id: string; code: string },
  workers: Workers,
  clock: { at: Date; now: Date },
  story: (walk: Walk) => Promise<void>,
): Promise<void> {
  const current = () => getCaseById(deps.db, id)
  const seen = async () => ({ code, version: (await current()).version })
  const done = ({ ok, ...rest }: { ok: boolean; error?: string }) => {
    if (!ok) throw new Error(`the demonstration: ${code}: ${rest.error}`)
  }
  const walk: Walk = {
    workers,
    current,
    wait(days) {
      clock.at = officeHours(new Date(clock.at.getTime() + days * day))
      if (clock.at >= clock.now) throw new Now()
    },
    async staff(who, action) {
      done(await actOnCase(deps, workers[who], await seen(), action))
    },
    async sender(action) {
      done(await actAsSender(deps, id, action))
    },
    async draft(text) {
      const at = clock.at.toISOString()
      done(await saveDraft(deps.db, { caseId: id, text, by: workers.handler.id, at, revision: 0 }))
    },
    async unpublish(reason) {
      done(await unpublishCase(deps, workers.publisher, await seen(), reason))
    },
    async split(told) {
      const { title, content, kind, wish } = await current()
      const parts = [
        { title, content, kind, restricted: false },
        { title: wish, content: wish, kind, restricted: false },
      ]
      done(await splitCase(deps, workers.approver, await seen(), parts, () => told))
    },
    async merge(told) {
      const { officeCode } = await current()
      const filter = { offices: [officeCode], states: ['in-progress'], restricted: 'none' } as const
      const others = (await listCaseClocks(deps.db, filter)).filter((other) => other.id !== id)
      const into = others.sort((a, b) => (a.sentAt < b.sentAt ? -1 : 1)).at(-1)
      if (into) done(await mergeCases(deps, workers.approver, await seen(), await getCaseById(deps.db, into.id), told))
    },
    async publish() {
      const revision = (await findPublication(deps.db, id))?.revision ?? 0
      done(await publishCase(deps, workers.publisher, { ...(await seen()), revision }))
    },
  }
  try {
    await story(walk)
  } catch (error) {
    if (!(error instanceof Now)) throw error
  }
}

/** Nobody works at night, on Saturdays and Sundays in this story; holidays may see somebody in the office. */
function officeHours(moment: Date): Date {
  const local = new Date(moment.getTime() + 7 * hour)
  const late =
    local.getUTCHours() < 7 ? 7 - local.getUTCHours() : local.getUTCHours() >= 17 ? 31 - local.getUTCHours() : 0
  const next = new Date(moment.getTime() + late * hour)
  const weekday = new Date(next.getTime() + 7 * hour).getUTCDay()
  return new Date(next.getTime() + (weekday === 6 ? 2 : weekday === 0 ? 1 : 0) * day)
}
