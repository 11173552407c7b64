import { markAllSeen } from '../../db/case-notices'
import type { Connection } from '../../db/connect'
import type { Db } from '../../db/schema'
import { demoPoints } from '../../db/seed/demo'
import {
  demoAddress,
  demoCaseWorkers,
  demoComplaint,
  demoDenunciation,
  demoNames,
  demoQuestion,
  demoStories,
  demoSuggestion,
} from '../../db/seed/demo-cases'
import { findStaffByLogin, insertStaff } from '../../db/staff'
import { inTransaction } from '../../db/transaction'
import { type NewCase, openCase } from '../actions/cases'
import type { CaseAction } from '../domain/case-moves'
import type { CaseChannel } from '../domain/case-words'
import { isRole, type Role, type SignedInStaff } from '../domain/permissions'
import { demoLogin } from './account'
import { answered, guided, moved, present, type Story, stories } from './case-stories'
import { type Workers, walkCase } from './case-walk'
import type { Chance } from './chance'

type DemoKind = 'pakn' | 'question' | 'suggestion' | 'complaint' | 'denunciation'
const kinds: [DemoKind, number][] = [
  ['pakn', 880],
  ['question', 60],
  ['suggestion', 25],
  ['complaint', 20],
  ['denunciation', 15],
]
const channels: [CaseChannel, number][] = [
  ['qr', 40],
  ['web', 25],
  ['survey', 8],
  ['telephone', 8],
  ['paper', 8],
  ['in-person', 5],
  ['email', 4],
  ['superior', 2],
]
/** The last ones lie in every state before the demonstration's people. */
const presentCases = 40
const week = 7 * 86_400_000

/**
 * A year of invented petitions up to now, by the deeds of the demonstration's people: in every state, some late, some
 * restricted. The same moment gives the same cases every time.
 */
export async function fillCases(connection: Connection, now: Date, random: Chance, moments: Date[]) {
  await inTransaction(connection.db, async (db) => {
    const workers = await hireWorkers(db, now)
    const clock = { at: now, now }
    const newId = () => Buffer.from(random.bytes(16)).toString('base64url')
    const keys = { secret: Buffer.from(random.bytes(32)), content: Buffer.from(random.bytes(32)) }
    // No mail leaves a demonstration, whatever the settings say.
    const deps = { db, keys, now: () => clock.at, newId, config: { mail: null }, publicUrl: '' }
    const last = moments.length - presentCases
    for (const [i, moment] of moments.sort((a, b) => a.getTime() - b.getTime()).entries()) {
      clock.at = moment
      const { input, story: usual, answer } = invent(random, moment)
      const story = i < last || input.kind !== 'pakn' ? usual : (present[i % present.length] ?? usual)
      const opened = await openCase(deps, input)
      if (!opened.ok) throw new Error(`the demonstration: ${opened.error}`)
      const classify = () => classified(input)
      // Those of the department see the whole tree, so they go along with a case that moves.
      const crew = input.officeCode === 'TTHCC' && story !== moved ? workers.centre : workers.department
      await walkCase(deps, opened, crew, clock, (walk) => story(walk, { answer, classify, random }))
    }
    await markAllSeen(db, new Date(now.getTime() - week).toISOString(), now.toISOString())
  })
}

const otherTexts = {
  complaint: demoComplaint,
  denunciation: demoDenunciation,
  question: demoQuestion,
  suggestion: demoSuggestion,
} as const

function invent(random: Chance, moment: Date): { input: NewCase; story: Story; answer: string } {
  const [kind] = random.weighted(kinds, ([, weight]) => weight)
  const [channel] = random.weighted(channels, ([, weight]) => weight)
  const point = random.weighted(demoPoints, ({ share, quality }) => share * (1.3 - quality))
  const told = demoStories[random.below(demoStories.length)]
  const petition = kind === 'pakn' ? told : undefined
  const { title, content } = petition ?? otherTexts[kind === 'pakn' ? 'question' : kind]
  const at = moment.toISOString()
  const input: NewCase = {
    ...{ clientId: null, procedureCode: null, originCode: null, enteredBy: null, draftId: null },
    ...{ officeCode: point.office, field: point.field, kind, channel, title, content, sentAt: at, receivedAt: at },
    pointCode: channel === 'qr' ? point.code : null,
    contentType: petition?.contentType ?? null,
    contentGroup: 'unclassified',
    ...{ place: petition?.place ?? '', wish: petition?.wish ?? '' },
    sender: kind === 'suggestion' ? null : senderOf(random),
    publishChoice: random.next() < 0.86 ? 'without-name' : 'private',
    ...{ nameConsent: random.next() < 0.1, messageConsent: false },
  }
  return { input, story: storyOf(kind, random), answer: petition?.answer ?? demoQuestion.answer }
}

function storyOf(kind: DemoKind, random: Chance): Story {
  if (kind === 'complaint' || kind === 'denunciation') return guided(kind)
  return kind === 'suggestion' ? answered : random.weighted(stories, ([, weight]) => weight)[0]
}

function senderOf(random: Chance): NonNullable<NewCase['sender']> {
  const name = demoNames[random.below(demoNames.length)] ?? ''
  const phone = `0900${String(random.below(1_000_000)).padStart(6, '0')}`
  return { name, phone, address: demoAddress(1 + random.below(20)), email: '', organisation: '' }
}

function classified({ kind, contentType, field }: NewCase): CaseAction {
  const found = demoStories.find((story) => story.contentType === contentType)
  const contentGroup = kind === 'pakn' ? (found?.contentGroup ?? 'conduct') : 'unclassified'
  return { deed: 'classify', kind, contentType, contentGroup, field, procedureCode: null }
}

/** The centre has its own clerk and handler; two more people work for the rest of the department. */
async function hireWorkers(db: Db, now: Date): Promise<{ centre: Workers; department: Workers }> {
  const signedIn = async (login: string): Promise<SignedInStaff> => {
    const staff = await findStaffByLogin(db, login)
    if (!staff || !isRole(staff.role)) throw new Error(`the demonstration has no ${login}`)
    return { id: staff.id, login, name: staff.name, role: staff.role, officeCode: staff.officeCode, officeName: '' }
  }
  const model = await findStaffByLogin(db, demoLogin('intake'))
  for (const [role, person] of Object.entries(demoCaseWorkers)) {
    const row = { id: `demo-${role}-2`, login: `${role}2.demo`, role, ...person }
    const account = { passwordHash: model?.passwordHash ?? '', createdAt: now.toISOString(), disabledAt: null }
    await insertStaff(db, { ...row, ...account })
  }
  const of = (role: Role) => signedIn(demoLogin(role))
  const shared = { approver: await of('approver'), publisher: await of('publisher') }
  const centre = { ...shared, intake: await of('intake'), handler: await of('handler') }
  const department = { ...shared, intake: await signedIn('intake2.demo'), handler: await signedIn('handler2.demo') }
  return { centre, department }
}
