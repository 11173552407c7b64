import { endLease, prolongLease, takeLease } from '../../db/jobs'
import type { Db } from '../../db/schema'

const minute = 60_000
const length = 5 * minute

type Ended = { ok: boolean; detail: string }

/**
 * Does work that only one process may do at a time. The right to it is prolonged each minute while the work lasts; after
 * a crash somebody else may begin five minutes later.
 * @returns what `work` answers, or null when somebody else is doing it
 * @throws what `work` throws, which is written down as its end
 */
export async function withLease<T extends Ended>(
  { db, now, newId }: { db: Db; now: () => Date; newId: () => string },
  name: string,
  work: () => Promise<T>,
): Promise<T | null> {
  const holder = newId()
  const untilOf = () => new Date(now().getTime() + length).toISOString()
  if (!(await takeLease(db, { name, holder, now: now().toISOString(), until: untilOf() }))) return null
  const timer = setInterval(() => void prolongLease(db, name, holder, untilOf()).catch(() => false), minute)
  timer.unref()
  let ended: Ended = { ok: false, detail: '' }
  try {
    const answer = await work()
    ended = answer
    return answer
  } catch (error) {
    ended = { ok: false, detail: error instanceof Error ? error.message : String(error) }
    throw error
  } finally {
    clearInterval(timer)
    await endLease(db, { name, holder, now: now().toISOString() }, ended)
  }
}
