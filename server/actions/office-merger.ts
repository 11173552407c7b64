import { insertAudit, insertAudits } from '../../db/audit'
import { moveStaff, type Office, updateOffice } from '../../db/offices'
import type { Point } from '../../db/points'
import type { Db } from '../../db/schema'
import { inTransaction } from '../../db/transaction'
import { findOfficeFaults } from '../domain/office-faults'
import { codesBelow } from '../domain/organisation'
import { dayOf } from '../domain/period'
import { may, type SignedInStaff } from '../domain/permissions'
import { type EndOutcome, type EndProblem, endProblems, openParts, readEnd, type TypedEnd } from './office-ends'
import { type OfficePart, officeIn, officePart } from './office-part'
import type { OfficeDeps } from './offices'
import { replacePoint } from './point-replacement'

/** Everything that a merger would do. */
export type Merger = {
  from: Office
  into: Office
  lastDay: string
  /** Offices that go below the other one. */
  children: Office[]
  /** Schools that the closed office guided, from now on guided by the other one. */
  guided: Office[]
  /** Points that go on under new codes, paused ones included. */
  points: Point[]
  people: number
  /** The other office stood below the closed one and takes its place in the tree. */
  rises: boolean
}
export type PlannedMerger =
  | { ok: true; merger: Merger }
  | { ok: false; error: 'unknown' }
  | { ok: false; error: 'refused'; problems: EndProblem[] }

/** What it would mean to merge an office into another one; nothing is changed. */
export async function planMerger(
  { db, now, staff }: OfficeDeps,
  code: string,
  asked: TypedEnd,
): Promise<PlannedMerger> {
  const part = await officePart(db, staff)
  const typed = readEnd(part, asked)
  const from = officeIn(part, code)
  if (!from) return { ok: false, error: 'unknown' }
  const problems = endProblems(part, from, typed, dayOf(now()))
  const into = officeIn(part, typed.successor)
  if (!into && problems.length === 0) problems.push({ problem: 'unknown-successor' })
  if (!into || problems.length > 0) return { ok: false, error: 'refused', problems }
  const { children, points, people } = await openParts(db, part, from, typed.lastDay)
  const merger = {
    from,
    into,
    lastDay: typed.lastDay,
    children: children.filter((one) => one.code !== into.code),
    guided: part.all.filter((one) => one.guidedByCode === code && one.validTo === null && one.code !== into.code),
    points,
    people,
    rises: codesBelow(part.all, code).has(into.code),
  }
  const [fault] = newFaults(part, merger)
  if (fault) return { ok: false, error: 'refused', problems: [{ problem: 'tree', fault }] }
  return { ok: true, merger }
}

/**
 * Merges an office into another: it ends and keeps its code and what it collected; offices below it, people and points go
 * over to the other one, points under new codes to which the printed ones lead. All or nothing, each change with its
 * audit.
 */
export function mergeOffice(
  { db, now, staff, random }: OfficeDeps & { random: (size: number) => Uint8Array },
  code: string,
  typed: TypedEnd,
): Promise<EndOutcome> {
  return inTransaction(db, async (db) => {
    if (!may(staff.role, 'offices.manage')) return { ok: false, error: 'forbidden' }
    const planned = await planMerger({ db, now, staff }, code, typed)
    if (!planned.ok) return planned
    const { merger } = planned
    const by = { at: now().toISOString(), staffId: staff.id }
    await moveOffices(db, by, merger)
    await movePeople(db, by, merger)
    const codes: Record<string, string> = {}
    for (const point of merger.points) {
      const next = await replacePoint(db, { point, officeCode: merger.into.code, random, ...by })
      codes[point.code] = next.code
    }
    await recordMerger(db, by, merger, codes)
    return { ok: true }
  })
}

type By = { at: string; staffId: SignedInStaff['id'] }

/** Where every office of a merger stands afterwards, as changes by code. */
function changesOf({ from, into, lastDay, children, guided, rises }: Merger): Map<string, Partial<Office>> {
  const changes = new Map<string, Partial<Office>>()
  const add = (code: string, change: Partial<Office>) => changes.set(code, { ...changes.get(code), ...change })
  for (const { code } of children) add(code, { parentCode: into.code })
  for (const { code } of guided) add(code, { guidedByCode: into.code })
  if (rises) add(into.code, { parentCode: from.parentCode })
  if (into.guidedByCode === from.code) add(into.code, { guidedByCode: null })
  add(from.code, { validTo: lastDay, successorCode: into.code })
  return changes
}

/** Faults that the tree has after a merger and did not have before. */
function newFaults({ all }: OfficePart, merger: Merger) {
  const changes = changesOf(merger)
  const before = new Set(findOfficeFaults(all).map((fault) => JSON.stringify(fault)))
  const after = findOfficeFaults(all.map((office) => ({ ...office, ...changes.get(office.code) })))
  return after.filter((fault) => !before.has(JSON.stringify(fault)))
}

async function moveOffices(db: Db, by: By, merger: Merger): Promise<void> {
  const known = new Map([merger.from, merger.into, ...merger.children, ...merger.guided].map((one) => [one.code, one]))
  for (const [code, change] of changesOf(merger)) {
    await updateOffice(db, code, change)
    const office = known.get(code)
    if (!office || code === merger.from.code) continue
    const before = Object.fromEntries(Object.keys(change).map((key) => [key, office[key as keyof Office]]))
    const detail = JSON.stringify({ before, after: change })
    await insertAudit(db, { ...by, action: 'office.change', subject: code, detail })
  }
}

/** Whose part of the tree becomes another one is told of each person. */
async function movePeople(db: Db, by: By, { from, into }: Merger): Promise<void> {
  const detail = JSON.stringify({ before: { officeCode: from.code }, after: { officeCode: into.code } })
  const moved = await moveStaff(db, from.code, into.code)
  const rows = moved.map((subject) => ({ ...by, action: 'staff.change', subject, officeCode: into.code, detail }))
  await insertAudits(db, rows)
}

/** Written down at both offices, so that each one's history tells it. */
async function recordMerger(db: Db, by: By, merger: Merger, points: Record<string, string>): Promise<void> {
  const { from, into, lastDay, people } = merger
  const before = { validTo: null, successorCode: null }
  const after = { validTo: lastDay, successorCode: into.code }
  const children = merger.children.map(({ code }) => code)
  const moved = { children, points, people }
  const ended = { before, after, ...moved }
  await insertAudit(db, { ...by, action: 'office.merge', subject: from.code, detail: JSON.stringify(ended) })
  const taken = JSON.stringify({ from: from.code, lastDay, ...moved })
  await insertAudit(db, { ...by, action: 'office.absorb', subject: into.code, detail: taken })
}
