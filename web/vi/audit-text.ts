import type { AuditAction } from '../../server/domain/audit-actions'
import { auditActionNames, auditFieldNames, auditWords as words } from './audit'
import { calendarSubject, daysOfKey, deadlineSubject } from './calendar-audit'
import { caseChannelNames, publicationPlaceNames } from './cases'
import { deviceWords } from './device'
import { formatDay, formatMoment, formatPercent, formatPeriod } from './format'
import { importKindNames } from './imports'
import { officeKindNames, pointKindNames } from './kinds'
import { periods } from './periods'
import { hiddenNames } from './public-cases'
import { redactionDeedNames } from './publishing'
import { roleNames } from './staff'
import { changedValue, changeWords } from './survey-editor'
import { targetKindNames, targetWords } from './targets'
import { channelNames } from './terms'

/** Names by id or code, as they are now. */
export type AuditNames = {
  staff: ReadonlyMap<string, string>
  offices: ReadonlyMap<string, string>
  points: ReadonlyMap<string, string>
  rounds: ReadonlyMap<string, string>
}

const named = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined

/** What was done; an action that is not in the list stands under its code. */
export function actionText(action: string): string {
  return named(auditActionNames, action) ?? action
}

/** Who did it. */
export function whoText(staffId: string | null, action: string, { staff }: AuditNames): string {
  if (staffId !== null) return staff.get(staffId) ?? staffId
  const unknown: readonly (AuditAction | string)[] = ['sign-in.failed', 'sign-in.locked', 'staff.forgotten']
  if (unknown.includes(action)) return words.somebody
  if (action.startsWith('case.')) return words.sender
  return /^(backup|system|mail)\./.test(action) ? words.system : words.machine
}

/** What it was done to, by its name where it has one; empty where who did it says enough. */
export function subjectText(
  { action, subject, staffId, detail }: { action: string; subject: string; staffId: string | null; detail: string },
  names: AuditNames,
): string {
  const noun = action.split('.')[0]
  if (subject === staffId) return ''
  if (noun === 'staff' || noun === 'sign-in') return names.staff.get(subject) ?? unknownName(subject)
  if (noun === 'office' || noun === 'contacts') return withCode(names.offices.get(subject), subject)
  if (noun === 'point') return withCode(names.points.get(subject), subject)
  if (noun === 'round') return names.rounds.get(subject) ?? subject
  if (noun === 'calendar') return calendarSubject(subject)
  if (noun === 'deadline') return deadlineSubject(subject, names.offices)
  if (noun === 'target' || noun === 'denominator') return placeAndTime(subject, names)
  if (noun === 'period') return periodOf(detail, names) ?? subject
  return subject
}

function unknownName(subject: string): string {
  if (subject === '') return words.manyNames
  return subject.endsWith('…') ? words.namesLike(subject) : subject
}

const withCode = (name: string | undefined, code: string) => (name ? `${name} (${code})` : code)

function placeAndTime(subject: string, { offices }: AuditNames): string {
  const [code = '', time = ''] = subject.split(' ')
  return words.period(offices.get(code) ?? code, formatPeriod(time))
}

function periodOf(detail: string, { offices }: AuditNames): string | null {
  if (!detail.startsWith('{')) return null
  const { officeCode, period }: { officeCode?: string; period?: string } = JSON.parse(detail)
  return officeCode && period ? words.period(offices.get(officeCode) ?? officeCode, formatPeriod(period)) : null
}

/** The name of a field that changed; parts of a questionnaire and offices of a round are named by what they are. */
export function fieldText(key: string, { offices }: AuditNames): string {
  const own = named(auditFieldNames, key) ?? offices.get(key) ?? daysOfKey(key)
  if (own) return own
  const [kind = '', ...rest] = key.split(' ')
  const part = named(changeWords.kinds, kind)
  if (!part) return key
  const field = named(changeWords.fields, rest.at(-1) ?? '')
  const place = (field ? rest.slice(0, -1) : rest).join(' ')
  return [part, place, field && `– ${field}`].filter(Boolean).join(' ')
}

const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text)
const isInstant = (text: string) => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text)
const yesNo = new Set(['quickFirst', 'asksProcedure', 'public', 'closed'])

/** Codes in words, by the field they stand in. */
const codes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  role: roleNames,
  channel: { ...caseChannelNames, ...channelNames },
  kind: { ...importKindNames, ...targetKindNames, ...officeKindNames, ...pointKindNames },
  basis: periods.dossiers.bases,
  operator: targetWords.operators,
  second: { copied: words.copied },
  redaction: redactionDeedNames,
  redactionKind: hiddenNames,
  place: publicationPlaceNames,
}

/** A value before or after, as people read it. */
export function valueText(key: string, value: unknown, names: AuditNames): string {
  if (value === null || value === undefined || value === '')
    return key === 'officeCode' ? words.everything : words.blank
  if (yesNo.has(key) || typeof value === 'boolean') return value === true || value === 1 ? words.yes : words.no
  if (key === 'hundredths' && typeof value === 'number') return formatPercent(value / 100)
  if (Array.isArray(value)) return value.map((one) => valueText(key, one, names)).join(', ') || words.blank
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([name, one]) => `${name} → ${valueText(key, one, names)}`)
      .join(', ')
  const text = String(value)
  const table = named(codes, key)
  if (table)
    return text
      .split(',')
      .map((one) => named(table, one) ?? one)
      .join(', ')
  if (key === 'device') return deviceWords(text)
  if (key === 'period') return formatPeriod(text)
  if (isDay(text)) return formatDay(text)
  if (isInstant(text)) return formatMoment(text)
  if (key === 'people') return names.staff.get(text) ?? text
  if (key === 'round') return names.rounds.get(text) ?? text
  if (key === 'point') return withCode(names.points.get(text), text)
  const [part = '', ...place] = key.split(' ')
  if (named(changeWords.kinds, part)) return changedValue(place.at(-1) ?? '', text)
  const office = /Code$|^office$|^children$|^from$/.test(key) ? names.offices.get(text) : undefined
  return office ? withCode(office, text) : text
}
