import type { Connection } from '../../db/connect'
import { saveDenominator } from '../../db/denominators'
import { listRootOffices } from '../../db/offices'
import { demoOffices, demoStaffName, demoTarget } from '../../db/seed/demo'
import { findActiveStaff } from '../../db/staff'
import { saveTarget } from '../../db/targets'
import { inTransaction } from '../../db/transaction'
import { versionsInPeriod } from '../actions/period-figures'
import { closePeriod, movePeriod, type PeriodContext } from '../actions/periods'
import { createAdministrator } from '../actions/staff'
import { dayOf, type Period, parsePeriod } from '../domain/period'
import { newId } from '../random'
import { demoAccount } from './account'

/**
 * Gives the demonstration an administrator, a target, numbers of dossiers, and published periods: each calendar quarter of
 * the past year that has ended, for the department with everything below it.
 */
export async function closeDemoPeriods(connection: Connection, now: Date): Promise<void> {
  const { db } = connection
  const clock = { db, now: () => now, newId }
  const created = await createAdministrator(clock, { ...demoAccount, name: demoStaffName })
  const staff = await findActiveStaff(db, demoAccount.login)
  const office = (await listRootOffices(db))[0]
  if (!created.ok || !staff || !office) throw new Error('the demonstration could not be set up')
  const signedIn = {
    id: staff.id,
    login: staff.login,
    name: staff.name,
    role: 'administrator' as const,
    officeCode: null,
    officeName: office.name,
  }
  const context: PeriodContext = { connection, now: () => now, newId, staff: signedIn }
  await inTransaction(db, async (db) => {
    for (const { code } of demoOffices)
      for (const year of yearsAround(now))
        await saveTarget(db, { officeCode: code, year, kind: 'satisfaction', ...demoTarget })
  })
  for (const period of endedQuarters(now)) {
    const scope = { office, period }
    const versions = await versionsInPeriod(connection, scope)
    const answered = versions.reduce((sum, { n }) => sum + n, 0)
    const dossiers = Math.round(answered * 1.11)
    await saveDenominator(db, {
      officeCode: office.code,
      period: period.text,
      dossiers,
      issued: dossiers,
      basis: 'returned',
      enteredBy: staff.id,
      enteredAt: now.toISOString(),
    })
    const closed = await closePeriod(
      context,
      scope,
      versions.map(({ version }) => version),
    )
    if (!closed.ok) throw new Error(`${period.text}: ${closed.error}`)
    await movePeriod(context, scope, 'approve')
    await movePeriod(context, scope, 'publish')
  }
}

const yearsAround = (now: Date) => [now.getUTCFullYear() - 1, now.getUTCFullYear()]

/** Whole calendar quarters between the first invented answer and today, oldest first. */
function endedQuarters(now: Date): Period[] {
  const today = dayOf(now)
  const first = dayOf(new Date(now.getTime() - 365 * 86_400_000))
  return yearsAround(now)
    .flatMap((year) => [1, 2, 3, 4].map((quarter) => parsePeriod(`${year}-Q${quarter}`)))
    .filter((period): period is Period => period !== null && period.from >= first && period.to < today)
}
