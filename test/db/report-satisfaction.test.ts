import { expect, it } from 'vitest'
import type { Connection } from '../../db/connect'
import { nhanh6 } from '../../db/seed/nhanh-6'
import { sipas24 } from '../../db/seed/sipas-24'
import { insertSurveyVersion } from '../../db/surveys'
import type { Row } from '../../server/domain/report'
import { drain } from '../../server/ledger/follow'
import { type ReportParameters, resolveParameters } from '../../server/reports/parameters'
import { buildSatisfaction } from '../../server/reports/satisfaction'
import { describeEngines, type Engine } from '../support/database'
import { answerOf, keep, openLedger } from '../support/ledger'

const today = '2026-03-20'

async function report(connection: Connection, parameters: ReportParameters = {}, within: string | null = null) {
  await drain(connection)
  const question = await resolveParameters({ connection, today, within }, parameters)
  if (!question.ok) throw new Error(`${question.error} ${question.parameter} ${question.value}`)
  const built = await buildSatisfaction({ connection, today }, question.value)
  return { ...built, rows: [...(built.rows as Row[])] }
}

async function refusal(connection: Connection, parameters: ReportParameters, within: string | null = null) {
  const question = await resolveParameters({ connection, today, within }, parameters)
  return question.ok ? null : `${question.error} ${question.parameter} ${question.value}`.trim()
}

const at = (rows: Row[], key: string) => rows.find((row) => row.key === key)
const figures = ['answered', 'used', 'counts', 'na', 'blank', 'rate', 'low', 'high', 'mean']

/** Ten people at the desk `7F3K`: 8 satisfied with 1.1, nobody asked for 5.3, three about 5.4. */
async function openAnswered(engine: Engine): Promise<Connection> {
  const connection = await openLedger(engine)
  const answers = Array.from({ length: 10 }, (_, i) => {
    const first = i < 8 ? '4' : '2'
    return `${first}${'5'.repeat(21)}.${i < 3 ? '1' : '.'}`
  })
  const fixed = { office: 'CQ', point: '7F3K', channel: 'phone' as const, submittedOn: '2026-03-14' }
  await keep(
    connection,
    answers.map((one, i) => answerOf(i, { ...fixed, answers: one })),
  )
  return connection
}

describeEngines('report satisfaction', (engine) => {
  it('has a row for each criterion, dimension and the overall rate', async () => {
    const { rows, columns } = await report(await openAnswered(engine), { period: '2026-03/14' })
    expect(columns.map((c) => c.key)).toEqual(['kind', 'key', 'label', ...figures, 'reliability'])
    expect(rows.map((row) => row.kind)).toEqual([
      ...Array(24).fill('criterion'),
      ...Array(5).fill('dimension'),
      'overall',
    ])
    expect(at(rows, '1.1')).toEqual({
      kind: 'criterion',
      key: '1.1',
      label: sipas24.dimensions[0]?.criteria[0]?.official,
      answered: 10,
      used: null,
      counts: [0, 2, 0, 8, 0],
      na: 0,
      blank: 0,
      rate: 80,
      low: 49.02,
      high: 94.33,
      mean: 72,
      reliability: 'low',
    })
    expect(at(rows, '1')).toMatchObject({ answered: 10, used: '4/4', counts: [0, 2, 0, 8, 30], rate: 95 })
    expect(at(rows, '5.3')).toMatchObject({ answered: 0, rate: null, mean: null, low: null })
    expect(at(rows, '5')).toMatchObject({ used: '2/4', rate: 100, answered: 10 })
    expect(at(rows, 'overall')).toMatchObject({ used: '22/24', rate: 99.09 })
  })

  it('nulls every figure of a hidden row in public, and only there', async () => {
    const connection = await openAnswered(engine)
    const open = at((await report(connection)).rows, '5.4')
    expect(open).toMatchObject({ answered: 3, rate: 0, reliability: 'hidden' })
    const { rows, notes } = await report(connection, { public: true })
    const row = at(rows, '5.4')
    expect(figures.map((key) => row?.[key])).toEqual(figures.map(() => null))
    expect(row?.reliability).toBe('hidden')
    expect(at(rows, '1.1')).toEqual(at((await report(connection)).rows, '1.1'))
    expect(notes).toContain('Bản công bố không in số liệu của dòng có dưới 5 người trả lời.')
  })

  it('says what a reader must know', async () => {
    const connection = await openAnswered(engine)
    await insertSurveyVersion(connection.db, nhanh6, '2026-02-01T00:00:00.000Z')
    await keep(connection, [
      answerOf(100, { version: 'nhanh-6@1', answers: '555555' }),
      answerOf(101, { point: '7F3K', office: 'CQ', standing: 'repeat', sentStanding: 'repeat' }),
      answerOf(102, { answers: '5'.repeat(24), standing: 'doubtful', sentStanding: 'doubtful' }),
    ])
    const { notes, parameters } = await report(connection)
    expect(parameters).toMatchObject({ survey: 'sipas-24@1', period: null, public: false })
    expect(notes.slice(0, 3)).toEqual([
      'Số liệu do UBND tỉnh tự khảo sát; không phải Chỉ số SIPAS do Bộ Nội vụ công bố.',
      'Phiếu: thu về 12; hợp lệ 11 (trong đó 1 phiếu nghi vấn); không hợp lệ 1 (trùng 1).',
      'Mức độ hài lòng chung là trung bình cộng tỷ lệ của các tiêu chí (tính từ 22/24 tiêu chí).',
    ])
    const text = notes.join('\n')
    expect(text).toContain('Không tính 1 phiếu nghi vấn, mức độ hài lòng chung là 99,09')
    expect(text).toContain('nhanh-6@1: 1 phiếu hợp lệ')
    expect(text).toContain('Tiêu chí 5.4 chỉ hỏi người có liên quan: 4 trên 11 phiếu hợp lệ.')
    expect((await report(connection, { public: true })).notes.join('\n')).not.toContain('Không tính 1 phiếu')
  })

  it('places an item reported apart last', async () => {
    const connection = await openLedger(engine)
    await insertSurveyVersion(connection.db, nhanh6, '2026-02-01T00:00:00.000Z')
    await keep(
      connection,
      Array.from({ length: 6 }, (_, i) => answerOf(i, { version: 'nhanh-6@1', answers: '155555' })),
    )
    const { rows, notes } = await report(connection, { survey: 'nhanh-6' })
    expect(rows.at(-1)).toMatchObject({ kind: 'criterion', key: '0.1', rate: 0 })
    expect(at(rows, 'overall')).toMatchObject({ used: '5/5', rate: 100 })
    expect(notes.join('\n')).toContain('Câu 0.1 báo cáo riêng')
  })
})

describeEngines('parameters of a report', (engine) => {
  it('choose the survey with the most answers and its newest answered version', async () => {
    const connection = await openAnswered(engine)
    await insertSurveyVersion(connection.db, nhanh6, '2026-02-01T00:00:00.000Z')
    const survey = async (parameters: ReportParameters) => (await report(connection, parameters)).parameters.survey
    await insertSurveyVersion(connection.db, { ...sipas24, version: 2 }, '2026-02-01T00:00:00.000Z')
    expect(await survey({})).toBe('sipas-24@1')
    await keep(connection, [answerOf(200, { version: 'sipas-24@2', submittedOn: '2026-03-01' })])
    await drain(connection)
    expect(await survey({})).toBe('sipas-24@2')
    expect(await survey({ survey: 'sipas-24@1' })).toBe('sipas-24@1')
    expect(await survey({ survey: 'sipas-24', from: '2026-03-02' })).toBe('sipas-24@1')
    expect(await survey({ survey: 'nhanh-6' })).toBe('nhanh-6@1')
    expect(await survey({ from: '2030-01-01' })).toBe('sipas-24@2')
  })

  it('limit a person to a part of the tree', async () => {
    const connection = await openAnswered(engine)
    await keep(connection, [answerOf(300, { office: 'CQ-1', point: '9H5N', answers: '5'.repeat(24) })])
    await drain(connection)
    const n = async (parameters: ReportParameters, within: string | null) =>
      at((await report(connection, parameters, within)).rows, '1.1')?.answered
    expect(await n({}, null)).toBe(11)
    expect(await n({ office: 'CQ' }, 'CQ')).toBe(11)
    expect(await n({}, 'CQ-1')).toBe(1)
    expect(await n({ point: '9H5N' }, null)).toBe(1)
    expect(await n({ office: '', point: ' ', channel: '' }, null)).toBe(11)
    expect(await refusal(connection, { office: 'CQ' }, 'CQ-1')).toBe('unknown-office office CQ')
    expect(await refusal(connection, { point: '7F3K' }, 'CQ-1')).toBe('unknown-point point 7F3K')
  })

  it('are refused with a code, the name and the value', async () => {
    const connection = await openAnswered(engine)
    const cases: [ReportParameters, string][] = [
      [{ office: 'XX' }, 'unknown-office office XX'],
      [{ point: '7F3K,XXXX' }, 'unknown-point point XXXX'],
      [{ channel: 'phone,fax' }, 'unknown-channel channel phone,fax'],
      [{ period: '2026-Q5' }, 'bad-period period 2026-Q5'],
      [{ period: '2026', from: '2026-01-01' }, 'period-and-days period 2026'],
      [{ from: '2026-02-30' }, 'bad-day from 2026-02-30'],
      [{ to: '1/2/2026' }, 'bad-day to 1/2/2026'],
      [{ from: '2026-02-02', to: '2026-02-01' }, 'from-after-to from 2026-02-02'],
      [{ survey: 'sipas-25' }, 'unknown-survey survey sipas-25'],
      [{ survey: 'sipas-24@9' }, 'unknown-survey survey sipas-24@9'],
    ]
    for (const [parameters, expected] of cases) expect(await refusal(connection, parameters)).toBe(expected)
  })

  it('lead to an empty table where nobody answered, and to a refusal where nothing is asked', async () => {
    const connection = await openLedger(engine)
    const { rows, notes } = await report(connection)
    expect(rows).toHaveLength(30)
    expect(rows.every((row) => row.rate === null && row.reliability === 'hidden')).toBe(true)
    expect(notes).toContain('Trong phạm vi này chưa có phiếu hợp lệ.')
    expect(await refusal(await engine.open(), {})).toBe('unknown-office office')
  })
})
