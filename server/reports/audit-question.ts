import type { AuditFilter } from '../../db/audit'
import type { Connection } from '../../db/connect'
import { listOfficesBelow } from '../../db/offices'
import { listStaff } from '../../db/staff'
import { type AuditKind, actionsOf, auditKinds, configurationKinds } from '../domain/audit-actions'
import { addDays, readDay } from '../domain/period'
import { wordFinder } from '../domain/vietnamese'

/** What can be asked of the audit; `kind` also `configuration-history`; `person` an id, a login or words of a name. */
export const auditParameters = ['from', 'to', 'kind', 'person', 'subject'] as const
export type AuditAsked = Partial<Record<(typeof auditParameters)[number], string>>

type Fault = { ok: false; error: 'bad-day' | 'from-after-to'; parameter: 'from' | 'to'; value: string }
export type AuditQuestion = { filter: AuditFilter; kind: AuditKind | 'configuration-history' | '' }

/**
 * Reads a question to the audit. `within`: the office to whose part of the tree the asking person is limited; what
 * belongs to no office is then left out.
 */
export async function auditQuestion(
  { db }: Pick<Connection, 'db'>,
  within: string | null,
  asked: AuditAsked,
): Promise<{ ok: true; question: AuditQuestion } | Fault> {
  const { person = '', subject = '' } = asked
  const [from, to] = [dayIn(asked.from), dayIn(asked.to)]
  if (from === null) return { ok: false, error: 'bad-day', parameter: 'from', value: asked.from ?? '' }
  if (to === null) return { ok: false, error: 'bad-day', parameter: 'to', value: asked.to ?? '' }
  if (from && to && from > to) return { ok: false, error: 'from-after-to', parameter: 'from', value: from }
  const kind = kindOf(asked.kind)
  const filter: AuditFilter = {
    ...(person.trim() && { people: await findPeople(db, person) }),
    ...(kind && { actions: actionsOf(kind === 'configuration-history' ? configurationKinds : [kind]) }),
    ...(subject.trim() && { subject: subject.trim() }),
    ...(from && { from: startOf(from) }),
    ...(to && { until: startOf(addDays(to, 1)) }),
    offices: within === null ? null : (await listOfficesBelow(db, within)).map(({ code }) => code),
  }
  return { ok: true, question: { filter, kind } }
}

/** Empty where nothing was asked, null where it is no day. */
const dayIn = (text = '') => (text.trim() === '' ? '' : readDay(text))

/** The instant at which a day begins in UTC+7. */
const startOf = (day: string) => new Date(Date.parse(`${day}T00:00:00+07:00`)).toISOString()

function kindOf(text = ''): AuditQuestion['kind'] {
  if (text === 'configuration-history') return text
  return auditKinds.find((kind) => kind === text) ?? ''
}

/** As many people as a filter can name at once. */
const mostPeople = 100

async function findPeople(db: Connection['db'], typed: string): Promise<string[]> {
  const people = await listStaff(db, null)
  const exact = people.find(({ id, login }) => id === typed || login === typed.trim().toLowerCase())
  if (exact) return [exact.id]
  const hasWords = wordFinder(typed)
  const found = people.filter(({ name, login }) => hasWords(`${name} ${login}`))
  return found.slice(0, mostPeople).map(({ id }) => id)
}
