import { longest, phoneFault } from './case-form-faults'
import {
  type CaseChannel,
  type CaseKind,
  type ContentGroup,
  type ContentType,
  caseChannels,
  caseKinds,
  contentGroups,
  contentTypes,
  isOwnChannel,
  type PublishChoice,
  publishChoices,
} from './case-words'
import { type FormValues, lineOf } from './form-values'
import { addDays, dayOf, readDay } from './period'
import { cleanText } from './vietnamese'

/** How a case comes in that staff type in. */
export const entryChannels = caseChannels.filter((channel) => !isOwnChannel(channel))
/** What the sender chose about publishing; `unknown`: nobody has asked yet, so it stays private. */
export const entryChoices = [...publishChoices, 'unknown'] as const

/** What came in another way, as a form gives it. Instants ISO UTC; `procedure`: as typed. */
export type CaseEntry = {
  channel: CaseChannel
  officeCode: string
  originCode: string | null
  /** Who passed it on; empty when nobody did. */
  originOffice: string
  receivedAt: string
  sentAt: string
  kind: CaseKind
  contentGroup: ContentGroup
  contentType: ContentType | null
  field: string
  title: string
  content: string
  place: string
  wish: string
  sender: { name: string; address: string; phone: string; email: string; organisation: string } | null
  publishChoice: PublishChoice
  isChoiceKnown: boolean
  nameConsent: boolean
  messageConsent: boolean
  /** How one knows that the sender agreed; empty without a consent. */
  evidence: string
  superior: { office: string; dueOn: string; document: string; wantsExplanation: boolean } | null
}

export const entryFaults = [
  'channel',
  'office',
  'office-closed',
  'received',
  'time',
  'future',
  'old',
  'sent',
  'sent-after',
  'origin-known',
  'kind',
  'anonymous-off',
  'title',
  'content',
  'too-long',
  'name',
  'contact',
  'phone-letters',
  'phone-digits',
  'email',
  'publish',
  'evidence',
  'procedure',
  'superior-office',
  'superior-day',
] as const
/** `length` and `most`: letters written and allowed, where that is what is wrong. */
export type EntryFault = { code: (typeof entryFaults)[number]; field: string; length?: number; most?: number }

/** Received longer ago than so many days is asked about once more. */
const longAgo = 60
const earliest = '2000-01-01'
const most = {
  title: longest.title,
  content: longest.content,
  place: longest.place,
  wish: longest.wish,
  name: longest.name,
  address: longest.address,
  organisation: longest.organisation,
  phone: longest.phone,
  email: longest.email,
  field: 120,
  origin: 80,
  originOffice: 200,
  evidence: 300,
  superiorOffice: 200,
  superiorDocument: 200,
} as const
const manyLines = ['content', 'place', 'wish']

/** `offices`: codes of the person's part; `closed`: those of them that do not work today. */
export type EntryRules = {
  now: Date
  offices: ReadonlySet<string>
  closed: ReadonlySet<string>
  /** Suggestions without a name are taken by the chosen office. */
  allowsAnonymous: boolean
}

type Refuse = (code: EntryFault['code'], field: string) => void

/** Reads the form of an entry on behalf of a sender; every fault with its field. Nothing typed is cut off. */
export function readEntry(
  values: FormValues,
  rules: EntryRules,
): { ok: true; value: CaseEntry } | { ok: false; faults: EntryFault[] } {
  const faults: EntryFault[] = tooLong(values)
  const refuse: Refuse = (code, field) => faults.push({ code, field })
  const channel = oneOf(entryChannels, lineOf(values, 'channel'))
  if (!channel) refuse('channel', 'channel')
  const officeCode = lineOf(values, 'office')
  if (!rules.offices.has(officeCode)) refuse('office', 'office')
  else if (rules.closed.has(officeCode)) refuse('office-closed', 'office')
  const times = readTimes(values, rules.now, refuse)
  const kind = oneOf(caseKinds, lineOf(values, 'kind'))
  if (!kind) refuse('kind', 'kind')
  if (kind === 'suggestion' && !rules.allowsAnonymous) refuse('anonymous-off', 'kind')
  const title = lineOf(values, 'title')
  const content = textOf(values, 'content')
  if (title === '') refuse('title', 'title')
  if (content === '') refuse('content', 'content')
  const sender = readSender(values, refuse)
  const choice = oneOf(entryChoices, lineOf(values, 'publish'))
  if (!choice) refuse('publish', 'publish')
  const consents = readConsents(values, refuse)
  const superior = readSuperior(values, channel, refuse)
  if (faults.length > 0 || !channel || !kind || !choice || !times) return { ok: false, faults }
  const value: CaseEntry = {
    ...{ channel, officeCode, kind, title, content, sender, superior, ...times, ...consents },
    originCode: lineOf(values, 'origin') || null,
    originOffice: lineOf(values, 'originOffice'),
    contentGroup: oneOf(contentGroups, lineOf(values, 'group')) ?? 'unclassified',
    contentType: oneOf(contentTypes, lineOf(values, 'type')) ?? null,
    field: lineOf(values, 'field'),
    place: textOf(values, 'place'),
    wish: textOf(values, 'wish'),
    publishChoice: choice === 'without-name' ? 'without-name' : 'private',
    isChoiceKnown: choice !== 'unknown',
  }
  return { ok: true, value }
}

const oneOf = <T extends string>(list: readonly T[], text: string): T | undefined => list.find((one) => one === text)
const textOf = (values: FormValues, name: string) => cleanText(values[name]?.at(-1) ?? '')
const isOn = (values: FormValues, name: string) => lineOf(values, name) === '1'

function tooLong(values: FormValues): EntryFault[] {
  return (Object.keys(most) as (keyof typeof most)[]).flatMap((field) => {
    const { length } = manyLines.includes(field) ? textOf(values, field) : lineOf(values, field)
    return length > most[field] ? [{ code: 'too-long' as const, field, length, most: most[field] }] : []
  })
}

/** The true times. Without a day of sending on the paper it counts as sent when it was received. */
function readTimes(values: FormValues, now: Date, refuse: Refuse): { receivedAt: string; sentAt: string } | null {
  const receivedOn = readDay(lineOf(values, 'receivedOn'))
  const time = readTime(lineOf(values, 'receivedTime'))
  if (receivedOn === null || receivedOn < earliest) refuse('received', 'receivedOn')
  if (time === null) refuse('time', 'receivedTime')
  if (receivedOn === null || time === null) return null
  const receivedAt = instantOf(receivedOn, time)
  if (receivedAt > now.toISOString()) refuse('future', 'receivedOn')
  else if (isLongAgo(receivedOn, now) && !isOn(values, 'old')) refuse('old', 'old')
  const sentAt = readSent(values, receivedAt, refuse)
  return { receivedAt, sentAt }
}

const isLongAgo = (day: string, now: Date) => day >= earliest && day < addDays(dayOf(now), -longAgo)

function readSent(values: FormValues, receivedAt: string, refuse: Refuse): string {
  const [typedDay, typedTime] = [lineOf(values, 'sentOn'), lineOf(values, 'sentTime')]
  if (typedDay === '' && typedTime === '') return receivedAt
  const day = readDay(typedDay)
  // A paper that says the day alone was sent during it; noon is never the day before or after.
  const time = typedTime === '' ? '12:00' : readTime(typedTime)
  if (day === null || day < earliest || time === null) {
    refuse('sent', 'sentOn')
    return receivedAt
  }
  const sentAt = instantOf(day, time)
  if (typedTime === '' && day === dayOf(new Date(receivedAt))) return receivedAt < sentAt ? receivedAt : sentAt
  if (sentAt > receivedAt) refuse('sent-after', 'sentOn')
  return sentAt
}

const instantOf = (day: string, time: string) => new Date(`${day}T${time}:00+07:00`).toISOString()

/** A time of day as people write it, `8:05`, `8h05` or `08.05`, as `08:05`; null when it is none. */
export function readTime(text: string): string | null {
  const match = /^(\d{1,2})[:hg.](\d{2})$/i.exec(text.replace(/\s/g, ''))
  const [hour, minute] = [Number(match?.[1] ?? 99), Number(match?.[2] ?? 99)]
  return hour < 24 && minute < 60 ? `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` : null
}

/** Null: it came without a name, which staff said. */
function readSender(values: FormValues, refuse: Refuse): CaseEntry['sender'] {
  if (isOn(values, 'noSender')) return null
  const [name, address, phone] = [lineOf(values, 'name'), lineOf(values, 'address'), lineOf(values, 'phone')]
  const [email, organisation] = [lineOf(values, 'email'), lineOf(values, 'organisation')]
  if (name === '') refuse('name', 'name')
  if (address === '' && phone === '' && email === '') refuse('contact', 'address')
  const wrong = phoneFault(phone)
  if (wrong) refuse(wrong, 'phone')
  if (email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) refuse('email', 'email')
  return { name, address, phone, email, organisation }
}

function readConsents(values: FormValues, refuse: Refuse) {
  const hasSender = !isOn(values, 'noSender')
  const nameConsent = hasSender && isOn(values, 'nameConsent')
  const messageConsent = hasSender && isOn(values, 'messageConsent')
  const evidence = lineOf(values, 'evidence')
  const any = nameConsent || messageConsent
  if (any && evidence === '') refuse('evidence', 'evidence')
  return { nameConsent, messageConsent, evidence: any ? evidence : '' }
}

/** What a superior wants; null when none does, or when no day was set. */
function readSuperior(values: FormValues, channel: CaseChannel | undefined, refuse: Refuse): CaseEntry['superior'] {
  const office = lineOf(values, 'superiorOffice')
  const typed = lineOf(values, 'superiorDueOn')
  const document = lineOf(values, 'superiorDocument')
  const wantsExplanation = isOn(values, 'wantsExplanation')
  const isSaid = office !== '' || typed !== '' || document !== '' || wantsExplanation
  if (!isSaid && channel !== 'superior') return null
  if (office === '') refuse('superior-office', 'superiorOffice')
  const dueOn = readDay(typed)
  const received = readDay(lineOf(values, 'receivedOn'))
  if (dueOn === null || (received !== null && dueOn < received)) refuse('superior-day', 'superiorDueOn')
  return { office, dueOn: dueOn ?? '', document, wantsExplanation }
}
