import { insertAudit } from '../../db/audit'
import type { Db } from '../../db/schema'
import { saveSetting } from '../../db/settings'
import { inTransaction } from '../../db/transaction'
import { may, type SignedInStaff } from '../domain/permissions'
import { readScoringForm, type ScoringProblem, type TypedScoring, writeScoringForm } from '../domain/scoring-form'
import { readScoring, scoringSetting } from '../reports/case-scoring'

type ScoringDeps = { db: Db; now: () => Date; staff: SignedInStaff }

/** Keeps the table of points of the whole installation; the earlier one goes to the audit. */
export async function setScoring(
  { db, now, staff }: ScoringDeps,
  typed: TypedScoring,
): Promise<
  { ok: true } | { ok: false; error: 'forbidden' } | { ok: false; error: 'invalid'; problems: ScoringProblem[] }
> {
  if (!may(staff.role, 'targets.edit') || staff.officeCode !== null) return { ok: false, error: 'forbidden' }
  const read = readScoringForm(typed)
  if (!read.ok) return { ok: false, error: 'invalid', problems: read.problems }
  await inTransaction(db, async (db) => {
    const [before, after] = [flat(writeScoringForm(await readScoring(db))), flat(writeScoringForm(read.rules))]
    await saveSetting(db, scoringSetting, JSON.stringify(read.rules))
    const detail = JSON.stringify({ before, after })
    const at = now().toISOString()
    await insertAudit(db, { at, staffId: staff.id, action: 'scoring.change', subject: '', detail })
  })
  return { ok: true }
}

/** One line for each share, as it stands in the audit. */
function flat(typed: TypedScoring): Record<string, string> {
  const lines = Object.entries(typed).map(([metric, { form, steps, whenNone }]) => [metric, [form, steps, whenNone]])
  return Object.fromEntries(lines.map(([metric, parts]) => [metric, (parts as string[]).filter(Boolean).join(' · ')]))
}
