import type { AuditRow } from '../db/audit'
import type { Office } from '../db/offices'
import type { OfficeHistoryProps } from '../web/components/office-history'
import { formatDay } from '../web/vi/format'
import { officeKindNames } from '../web/vi/kinds'
import { officeLabel, officeWords as words } from '../web/vi/offices'
import { officeKinds } from './domain/organisation'
import { dayOf } from './domain/period'

type Entry = OfficeHistoryProps['entries'][number]
type Offices = ReadonlyMap<string, Office>

/** What the audit keeps of an office, in words; acts on other things with the same code are left out. */
export function officeHistory(
  rows: readonly AuditRow[],
  names: ReadonlyMap<string, string>,
  offices: Offices,
): Entry[] {
  return rows
    .filter(({ action }) => action.startsWith('office.'))
    .map(({ at, staffId, action, detail }) => {
      const local = new Date(Date.parse(at) + 7 * 3_600_000).toISOString()
      const who = staffId === null ? words.system : (names.get(staffId) ?? staffId)
      const changes = changesOf(detail, offices)
      return {
        day: dayOf(new Date(at)),
        time: local.slice(11, 16),
        who,
        action: words.actions[action] ?? action,
        changes,
      }
    })
}

type Facts = Record<string, unknown>

function changesOf(detail: string, offices: Offices): Entry['changes'] {
  const { before, after, from }: { before?: Facts | null; after?: Facts | null; from?: string } = detail
    ? JSON.parse(detail)
    : {}
  if (from) return [{ label: words.from, before: null, after: textOf('parentCode', from, offices) }]
  return Object.entries(words.facts).flatMap(([key, label]) => {
    const [old, now] = [before?.[key] ?? null, after?.[key] ?? null]
    if (old === now || !after || !(key in after)) return []
    return [
      { label, before: before ? (textOf(key, old, offices) ?? words.blank) : null, after: textOf(key, now, offices) },
    ]
  })
}

function textOf(key: string, value: unknown, offices: Offices): string | null {
  if (typeof value !== 'string' || value === '') return null
  if (key.startsWith('valid')) return formatDay(value)
  const kind = key === 'kind' && officeKinds.find((one) => one === value)
  if (kind) return officeKindNames[kind]
  const office = key.endsWith('Code') ? offices.get(value) : undefined
  return office ? officeLabel(office) : value
}
