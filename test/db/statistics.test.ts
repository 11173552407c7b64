import { expect, it } from 'vitest'
import type { Connection } from '../../db/connect'
import type { NewResponse } from '../../db/responses'
import { sipas24 } from '../../db/seed/sipas-24'
import {
  countsByChannel,
  countsByMonth,
  countsByOffice,
  countsByPoint,
  countsOf,
  pairsOf,
  type Scope,
  versionsIn,
} from '../../db/statistics'
import { insertSurveyVersion } from '../../db/surveys'
import {
  addAnswers,
  addPairs,
  type ByStanding,
  type Counts,
  countsIn,
  emptyCounts,
  emptyPairs,
  type Pairs,
} from '../../server/domain/counts'
import { addDays, monthOf } from '../../server/domain/period'
import { drain } from '../../server/ledger/follow'
import { describeEngines, type Engine } from '../support/database'
import { answerOf, keep, openLedger } from '../support/ledger'

const satisfied = sipas24.scale.map((level) => level.satisfied)
const everything: Scope = {
  offices: null,
  points: null,
  channels: null,
  version: 'sipas-24@1',
  from: '1900-01-01',
  to: '9998-12-31',
}
const standingOf = (i: number) => (i % 11 === 0 ? 'doubtful' : i % 13 === 0 ? 'under-half' : 'counted')

/** 240 answers over five months; some doubtful, some too empty. */
async function openCounted(engine: Engine): Promise<{ connection: Connection; rows: NewResponse[] }> {
  const connection = await openLedger(engine)
  const rows = Array.from({ length: 240 }, (_, i) => {
    const submittedOn = addDays('2025-12-10', (i * 37) % 150)
    return answerOf(i, { submittedOn, sentStanding: standingOf(i), standing: standingOf(i) })
  })
  await keep(connection, rows)
  await drain(connection)
  return { connection, rows }
}

function within(rows: readonly NewResponse[], scope: Scope): NewResponse[] {
  const has = (list: readonly string[] | null, value: string) => list === null || list.includes(value)
  return rows.filter(
    (row) =>
      has(scope.offices, row.office) &&
      has(scope.points, row.point) &&
      has(scope.channels, row.channel) &&
      row.submittedOn >= scope.from &&
      row.submittedOn <= scope.to,
  )
}

function recount(rows: readonly NewResponse[]): ByStanding<Counts> {
  const by: ByStanding<Counts> = {}
  for (const { standing, answers } of rows) {
    const counts = by[standing] ?? emptyCounts(24, 5)
    by[standing] = counts
    addAnswers(counts, answers ?? '', satisfied)
  }
  return by
}

function repair(rows: readonly NewResponse[]): ByStanding<Pairs> {
  const by: ByStanding<Pairs> = {}
  for (const { standing, answers } of rows) {
    if (standing !== 'counted' && standing !== 'doubtful') continue
    const pairs = by[standing] ?? emptyPairs(24)
    by[standing] = pairs
    addPairs(pairs, answers ?? '', satisfied)
  }
  return by
}

const scopes: [string, Partial<Scope>][] = [
  ['everything', {}],
  ['one office, a quarter with the cut-off', { offices: ['CQ'], from: '2025-12-15', to: '2026-03-14' }],
  ['two offices, free days', { offices: ['CQ', 'CQ-1'], from: '2026-01-03', to: '2026-02-20' }],
  ['one office below, free days, a channel', { offices: ['CQ-1'], channels: ['phone', 'paper'], from: '2026-01-03' }],
  ['two points', { points: ['7F3K', '9H5N'] }],
  ['a point of another office', { offices: ['CQ-1'], points: ['7F3K'] }],
  ['one day', { from: '2026-01-05', to: '2026-01-05' }],
  ['a channel', { channels: ['token'] }],
  ['no office', { offices: [] }],
  ['no channel', { channels: [] }],
  ['a range that ends before it begins', { from: '2026-02-01', to: '2026-01-01' }],
]

describeEngines('counts of a scope', (engine) => {
  it('leaves what still waits for the log out of pairs, as it is out of counts', async () => {
    const { connection } = await openCounted(engine)
    const days = { ...everything, from: '2025-12-11', to: '2026-05-20' }
    const before = [await countsOf(connection, days), await pairsOf(connection, sipas24, days)]
    await keep(connection, [answerOf(9001, { submittedOn: '2026-01-05' })])
    expect([await countsOf(connection, days), await pairsOf(connection, sipas24, days)]).toEqual(before)
    await drain(connection)
    expect(await pairsOf(connection, sipas24, days)).not.toEqual(before[1])
  })

  it('are those of its answers, whichever table they come from', async () => {
    const { connection, rows } = await openCounted(engine)
    for (const [name, part] of scopes) {
      const scope = { ...everything, ...part }
      const found = within(rows, scope)
      expect(await countsOf(connection, scope), name).toEqual(recount(found))
      expect(await pairsOf(connection, sipas24, scope), name).toEqual(repair(found))
    }
  })

  it('fall into months, points, offices and channels', async () => {
    const { connection, rows } = await openCounted(engine)
    const groups = async (found: Map<string, ByStanding<Counts>> | null, key: (row: NewResponse) => string) => {
      const names = [...new Set(rows.map(key))].sort()
      expect([...(found?.keys() ?? [])].sort()).toEqual(names)
      for (const name of names) expect(found?.get(name)).toEqual(recount(rows.filter((row) => key(row) === name)))
    }
    for (const cutoff14 of [false, true])
      for (const from of ['1900-01-01', '2000-01-02'])
        await groups(await countsByMonth(connection, { ...everything, from }, cutoff14), (row) =>
          monthOf(row.submittedOn, cutoff14),
        )
    await groups(await countsByPoint(connection, everything), (row) => row.point)
    await groups(await countsByOffice(connection, everything), (row) => row.office)
    await groups(await countsByChannel(connection, everything), (row) => row.channel)
    expect(await countsByOffice(connection, { ...everything, from: '2000-01-02' })).toBeNull()
  })

  it('never mix versions', async () => {
    const { connection, rows } = await openCounted(engine)
    await insertSurveyVersion(connection.db, { ...sipas24, version: 2 }, '2026-02-01T00:00:00.000Z')
    const newer = Array.from({ length: 20 }, (_, i) => answerOf(1000 + i, { version: 'sipas-24@2' }))
    await keep(connection, newer)
    await drain(connection)
    const valid = rows.filter((row) => row.standing !== 'under-half')
    expect(await versionsIn(connection, everything)).toEqual([
      { version: 'sipas-24@1', n: valid.length },
      { version: 'sipas-24@2', n: 20 },
    ])
    expect(countsIn(await countsOf(connection, everything))?.n).toBe(valid.length)
    expect(countsIn(await countsOf(connection, { ...everything, version: 'sipas-24@2' }))?.n).toBe(20)
  })
})
