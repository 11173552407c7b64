import type { Connection } from '../../db/connect'
import { insertOffice, listRootOffices } from '../../db/offices'
import { insertPoint } from '../../db/points'
import { importResponses, type NewResponse } from '../../db/responses'
import { demoComments, demoOffices, demoPoints } from '../../db/seed/demo'
import { sipas24 } from '../../db/seed/sipas-24'
import { inTransaction } from '../../db/transaction'
import { parseRow } from '../domain/answers'
import type { Channel } from '../domain/channels'
import { dayOf } from '../domain/period'
import { versionId } from '../domain/survey'
import { publishSeeds } from '../first-start'
import { catchUp } from '../ledger/follow'
import { fillCases } from './cases'
import { type Chance, chance } from './chance'
import { closeDemoPeriods } from './closed-periods'
import { insertDemoPeople } from './people'
import { invent } from './person'

const yearMs = 365 * 86_400_000
/** 600 cases beside the 20,000 answers of a year. */
const casesPerAnswer = 0.03
const channelShares: [Channel, number][] = [
  ['phone', 58],
  ['tablet', 27],
  ['paper', 12],
  ['staff', 3],
]

/**
 * Fills an empty database with an invented department: 6 offices, 14 points, a year of answers and petitions up to
 * the given moment.
 * The same moment gives the same answers every time.
 * @returns false, and nothing is done, when the database has an office already
 */
export async function fillDemo(connection: Connection, now: Date, count = 20_000): Promise<boolean> {
  const { db } = connection
  if ((await listRootOffices(db)).length > 0) return false
  const createdAt = new Date(now.getTime() - yearMs).toISOString()
  await inTransaction(db, async (db) => {
    await publishSeeds(db, createdAt)
    for (const office of demoOffices) await insertOffice(db, { ...office, address: null, createdAt })
    for (const { code, office: officeCode, name, field } of demoPoints) {
      const survey = { surveyKey: sipas24.key, quickFirst: 0, channel: 'phone' as const }
      await insertPoint(db, { code, officeCode, name, field, ...survey, closedAt: null, createdAt })
    }
  })
  await importResponses(connection, inventAnswers(chance(20_260_101), now, count))
  await catchUp(connection)
  await closeDemoPeriods(connection, now)
  await insertDemoPeople(connection, now)
  const random = chance(20_260_102)
  const cases = Math.round(count * casesPerAnswer)
  const moments = Array.from({ length: cases }, () => officeHour(random, now))
  await fillCases(connection, now, random, moments)
  return true
}

/** Answers in the order of their days; more in the morning, none at night, fewer on days off. */
export function inventAnswers(random: Chance, now: Date, count: number): NewResponse[] {
  const rows = Array.from({ length: count }, () => inventAnswer(random, now))
  return rows.sort((a, b) => ((a.submittedAt ?? '') < (b.submittedAt ?? '') ? -1 : 1))
}

function inventAnswer(random: Chance, now: Date): NewResponse {
  const point = random.weighted(demoPoints, (p) => p.share)
  const [channel] = random.weighted(channelShares, ([, share]) => share)
  const at = officeHour(random, now)
  const month = Number(dayOf(at).slice(5, 7))
  const fields = invent(sipas24, random, { channel, quality: point.quality, month })
  if (random.next() < 0.06) fields.push(['comment', demoComments[random.below(demoComments.length)] ?? ''])
  const read = parseRow(sipas24, fields)
  if (!read.ok) throw new Error('an invented form cannot be read')
  const standing = read.value.standing === 'counted' && random.next() < 0.004 ? 'doubtful' : read.value.standing
  return {
    office: point.office,
    point: point.code,
    version: versionId(sipas24),
    channel,
    field: point.field,
    submittedOn: dayOf(at),
    submittedAt: at.toISOString(),
    receivedAt: at.toISOString(),
    ...read.value,
    sentStanding: standing,
    standing,
    flags: '',
    lang: 'vi',
    clientId: Buffer.from(random.bytes(16)).toString('base64url'),
    contentMac: random.bytes(32),
    answersSalt: random.bytes(16),
    restSalt: random.bytes(16),
    answersCommit: null,
    restCommit: null,
  }
}

/** A moment of the past year while desks are open: weekdays 7:30–11:30 and 13:30–17:00, a few on Saturday mornings. */
function officeHour(random: Chance, now: Date): Date {
  for (;;) {
    const day = new Date(now.getTime() - random.next() * yearMs)
    const weekday = new Date(`${dayOf(day)}T00:00:00Z`).getUTCDay()
    const keep = weekday === 0 ? 0 : weekday === 6 ? 0.12 : 1
    if (random.next() >= keep) continue
    const minute = random.next() < 0.62 ? 450 + random.below(240) : 810 + random.below(210)
    const at = new Date(Date.parse(`${dayOf(day)}T00:00:00+07:00`) + minute * 60_000 + random.below(60_000))
    if (at < now) return at
  }
}
