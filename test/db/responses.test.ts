import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Connection } from '../../db/connect'
import {
  findResponse,
  importResponses,
  insertMark,
  listMarks,
  type NewResponse,
  type Outcome,
  replaceResponse,
  responseWriter,
} from '../../db/responses'
import { describeEngines, type Engine } from '../support/database'
import { insertPlaces, newResponse } from '../support/responses'

describeEngines('responses', (engine) => {
  it('keeps an answer with every column, and gives it to the log', async () => {
    const { connection, write } = await openWriter(engine)
    const row = newResponse({ comment: 'Cảm ơn', extras: '{}', flags: 'late' })
    const [outcome] = await write([row])
    expect(outcome).toEqual({ outcome: 'new', id: idOf(outcome) })
    expect(await findResponse(connection.db, idOf(outcome))).toEqual({ ...row, id: idOf(outcome), withdrawn: false })
    expect(await listInbox(connection)).toEqual([{ kind: 'response', ref: idOf(outcome) }])
  })

  it('keeps twenty equal answers of one batch once', async () => {
    const { connection, write } = await openWriter(engine)
    const row = newResponse()
    const outcomes = await write(Array.from({ length: 20 }, () => ({ ...row })))
    expect(outcomes.map(outcomeOf)).toEqual(['new', ...Array(19).fill('same')])
    expect(new Set(outcomes.map(idOf)).size).toBe(1)
    expect(outcomeOf((await write([row]))[0])).toBe('same')
    expect(await listInbox(connection)).toHaveLength(1)
  })

  it('reports other content under a known id, in the batch and later', async () => {
    const { write } = await openWriter(engine)
    const clientId = 'one-id'
    const outcomes = await write([newResponse({ clientId }), newResponse({ clientId, answers: '1' })])
    expect(outcomes.map(outcomeOf)).toEqual(['new', 'conflict'])
    const [later] = await write([newResponse({ clientId, answers: '2' })])
    expect(later).toEqual({ outcome: 'conflict', id: idOf(outcomes[0]), submittedAt: '2026-03-10T02:00:00.000Z' })
  })

  it.each([
    ['an unknown point', { point: 'XXXX' }],
    ['a missing value', { answers: undefined, receivedAt: null as unknown as string }],
  ])('lets %s fail alone', async (_, bad) => {
    const { connection, write } = await openWriter(engine)
    const outcomes = await write([newResponse(), newResponse(bad), newResponse()])
    expect(outcomes.map(outcomeOf)).toEqual(['new', 'error', 'new'])
    expect(await listInbox(connection)).toHaveLength(2)
  })

  it('behaves like a dictionary that never forgets, whatever the batches', async () => {
    const { connection, write } = await openWriter(engine)
    const expected = new Map<string, string>()
    const sent = fc.record({ clientId: fc.constantFrom('a', 'b', 'c', 'd', 'e'), answers: fc.constantFrom('1', '5') })
    await fc.assert(
      fc.asyncProperty(fc.array(sent, { maxLength: 6 }), async (batch) => {
        const outcomes = await write(batch.map((given) => newResponse(given)))
        for (const [i, { clientId, answers }] of batch.entries()) {
          const known = expected.get(clientId)
          expect(outcomeOf(outcomes[i])).toBe(known === undefined ? 'new' : known === answers ? 'same' : 'conflict')
          expected.set(clientId, known ?? answers)
        }
      }),
      { numRuns: 30 },
    )
    expect(await listInbox(connection)).toHaveLength(expected.size)
  })

  it('withdraws by a mark that goes to the log', async () => {
    const { connection, write } = await openWriter(engine)
    const { db } = connection
    const responseId = idOf((await write([newResponse()]))[0])
    const mark = {
      responseId,
      kind: 'withdraw',
      reason: 'sender',
      markedOn: '2026-03-10',
      markedAt: 'now',
      by: null,
    } as const
    const id = await insertMark(db, mark)
    expect(await listMarks(db, responseId)).toEqual([{ id, ...mark }])
    expect(await findResponse(db, responseId)).toMatchObject({ withdrawn: true, standing: 'counted' })
    expect(await listInbox(connection)).toContainEqual({ kind: 'mark', ref: id })
  })

  it('replaces an answer once, within its time', async () => {
    const { connection, write } = await openWriter(engine)
    const old = idOf((await write([newResponse({ clientId: 'old' })]))[0])
    const row = newResponse({ clientId: 'new', answers: '1' })
    const late = await replaceResponse(connection, row, 'old', '2026-03-11T00:00:00.000Z')
    expect(late).toEqual({ outcome: 'conflict', id: old, submittedAt: '2026-03-10T02:00:00.000Z' })
    const outcomes = []
    for (let i = 0; i < 2; i++) outcomes.push(await replaceResponse(connection, row, 'old', '2026-03-09T00:00:00.000Z'))
    expect(outcomes.map(outcomeOf)).toEqual(['new', 'same'])
    expect((await listMarks(connection.db, old)).map(({ kind, reason }) => [kind, reason])).toEqual([
      ['withdraw', 'replaced'],
    ])
  })

  it('imports all or nothing, and a second time nothing new', async () => {
    const { connection } = await openWriter(engine)
    const rows = Array.from({ length: 1203 }, (_, i) => newResponse({ clientId: `row-${i}` }))
    expect(await importResponses(connection, rows, { dryRun: true })).toEqual({ added: 1203, known: 0, conflicts: [] })
    expect(await listInbox(connection)).toEqual([])
    expect(await importResponses(connection, rows)).toEqual({ added: 1203, known: 0, conflicts: [] })
    expect(await importResponses(connection, [...rows, newResponse()])).toEqual({
      added: 1,
      known: 1203,
      conflicts: [],
    })
    const changed = [newResponse(), newResponse({ clientId: 'row-7', answers: '1' })]
    expect((await importResponses(connection, changed)).conflicts).toEqual([1])
    await expect(importResponses(connection, [newResponse(), newResponse({ point: 'XXXX' })])).rejects.toThrow()
    expect(await listInbox(connection)).toHaveLength(1204)
  })
})

async function openWriter(engine: Engine) {
  const connection = await engine.open()
  await insertPlaces(connection.db)
  return { connection, write: responseWriter(connection) as (rows: NewResponse[]) => Promise<(Outcome | Error)[]> }
}

const outcomeOf = (outcome: Outcome | Error | undefined) =>
  outcome instanceof Error ? 'error' : (outcome?.outcome ?? 'missing')
const idOf = (outcome: Outcome | Error | undefined) => (outcome instanceof Error ? -1 : (outcome?.id ?? -1))

function listInbox({ db }: Connection) {
  return db.selectFrom('logInbox').select(['kind', 'ref']).orderBy('id').execute()
}
