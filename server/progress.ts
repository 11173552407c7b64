import type { Logger } from 'pino'
import { jobWords } from '../web/vi/jobs'

/** How long work ended: a sentence, what it found line by line, and where to go on. */
export type Outcome = { ok: boolean; text: string; lines?: string[]; next?: { address: string; label: string } }
/** Says how far it is; `total` null while nobody knows how much there is. */
export type Report = (done: number, total: number | null) => void
export type Running = {
  id: string
  title: string
  startedAt: Date
  endedAt: Date | null
  done: number
  total: number | null
  /** Null while it goes on. */
  outcome: Outcome | null
}
type Kept = Running & { owner: string }

const remembered = 60 * 60_000

export type Progress = ReturnType<typeof openProgress>

/**
 * Work that takes longer than a page should: it goes on after the reply, and a page shows how far it is.
 *
 *     const id = deps.progress.start(words.title, staff.id, async (report) => {
 *       await importRows(rows, (n) => report(n, rows.length))
 *       return { ok: true, text: words.done, next: { address: paths.staff.imports(), label: words.back } }
 *     })
 *     return c.redirect(paths.staff.job(id), 303)
 *
 * In memory alone: a restart forgets it, so `work` leaves its own trace (audit, rows). Ended work is kept for an hour.
 */
export function openProgress({ now, newId, log }: { now: () => Date; newId: () => string; log: Logger }) {
  const jobs = new Map<string, Kept>()
  const forget = () => {
    const old = now().getTime() - remembered
    for (const [id, { endedAt }] of jobs) if (endedAt && endedAt.getTime() < old) jobs.delete(id)
  }
  return {
    /**
     * Begins work and gives the id of its page at once. What `work` throws is logged and shown as a failure.
     * @param owner id of the person who alone sees its page
     */
    start(title: string, owner: string, work: (report: Report) => Promise<Outcome>): string {
      forget()
      const job: Kept = {
        id: newId(),
        title,
        owner,
        startedAt: now(),
        endedAt: null,
        done: 0,
        total: null,
        outcome: null,
      }
      jobs.set(job.id, job)
      const report: Report = (done, total) => Object.assign(job, { done, total })
      const failed = (err: unknown): Outcome => {
        log.error({ err, job: job.id }, 'work failed')
        return { ok: false, text: jobWords.failed }
      }
      void Promise.resolve()
        .then(() => work(report))
        .catch(failed)
        .then((outcome) => Object.assign(job, { outcome, endedAt: now() }))
      return job.id
    },
    /** How much work goes on. */
    count: (): number => [...jobs.values()].filter(({ outcome }) => outcome === null).length,
    /** The work with this id when it is that person's, else null. */
    find(id: string, owner: string): Running | null {
      const job = jobs.get(id)
      return job?.owner === owner ? job : null
    },
  }
}
