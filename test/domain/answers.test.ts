import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gdCong } from '../../db/seed/gd-cong'
import { sipas24 } from '../../db/seed/sipas-24'
import { canonicalContent, type Fields, keepFields, parseAnswers, parseRow } from '../../server/domain/answers'
import { listCriteria } from '../../server/domain/survey'
import { describeAnswers } from '../support/described-answers'

const keys = listCriteria(sipas24).map((c) => c.key)
const full: Fields = keys.map((key) => [key, '4'] as const)
const first = (count: number, value: string): Fields => keys.slice(0, count).map((key) => [key, value] as const)

function read(fields: Fields, definition = sipas24) {
  const result = parseAnswers(definition, fields)
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result.value
}

function problems(fields: Fields) {
  const result = parseAnswers(sipas24, fields)
  return result.ok ? [] : result.problems
}

describe('reading a form', () => {
  it('stores one character per criterion in the order of the definition', () => {
    const parsed = read([
      ['5.4', '1'],
      ['1.1', '5'],
      ['1.2', 'na'],
      ['version', 'x'],
      ['1.9', '3'],
    ])
    expect(parsed.answers).toBe(`5n${'-'.repeat(21)}1`)
    expect(parsed).toMatchObject({ extras: null, comment: null, standing: 'under-half' })
  })

  it('comes back from storage as it was chosen', () => {
    const choice = fc.constantFrom('1', '2', '3', '4', '5', 'na', '')
    fc.assert(
      fc.property(fc.array(choice, { minLength: 24, maxLength: 24 }), (choices) => {
        fc.pre(choices.some((c) => c !== 'na' && c !== ''))
        const parsed = read(keys.map((key, at) => [key, choices[at] ?? ''] as const))
        const back = describeAnswers(sipas24, parsed).criteria.map((c) => {
          return c.answer === 'level' ? `${c.level}` : c.answer === 'na' ? 'na' : ''
        })
        expect(back).toEqual(choices)
      }),
    )
  })

  it('names a level outside the scale with the value, and never stores it', () => {
    const wrong = fc.string().filter((value) => !/^([1-5]|na|)$/.test(value))
    fc.assert(
      fc.property(fc.constantFrom(...keys), wrong, (key, value) => {
        const result = parseAnswers(sipas24, [...full, [key, value]])
        expect(result).toEqual({
          ok: false,
          error: 'invalid',
          problems: [{ field: key, code: 'outside-scale', value }],
        })
      }),
    )
    for (const value of ['0', '6', '4.0', '-1', ' 4', '４', 'n', '.'])
      expect(problems([['1.1', value]])).toHaveLength(1)
  })

  it('ignores names it does not know, whatever they carry', () => {
    const unknown = fc.tuple(
      fc.string().filter((name) => !/^(\d|r\.|x\.|comment$)/.test(name)),
      fc.string(),
    )
    fc.assert(
      fc.property(fc.array(unknown), (others) => {
        expect(read([...others, ...full, ...others])).toEqual(read(full))
      }),
    )
    expect(read([...full, ['__proto__', '1'], ['constructor', '2'], ['x.ethnicity', 'no-such']])).toEqual(read(full))
  })

  it('refuses a form without any level, but keeps such a row of an import as blank', () => {
    for (const fields of [[], [['comment', 'Chờ lâu']], [['1.1', 'na']], [['1.1', '']]] as Fields[]) {
      expect(parseAnswers(sipas24, fields)).toEqual({ ok: false, error: 'no-level', problems: [] })
      expect(parseRow(sipas24, fields)).toMatchObject({ ok: true, value: { standing: 'blank' } })
    }
  })

  it('counts from half of the applicable criteria on, with a level or no opinion', () => {
    expect(read(first(11, '5')).standing).toBe('under-half')
    expect(read(first(12, '5')).standing).toBe('counted')
    expect(read([...first(12, 'na'), ['1.1', '5']]).standing).toBe('counted')
    // Seven of 24 do not apply: nine of 17 are enough, eight are not.
    const gates: Fields = [
      ['x.purpose', 'submit'],
      ['x.feedback', 'no'],
    ]
    expect(read([...first(9, '5'), ...gates]).answers).toBe('55555555.-------....--..')
    expect(read([...first(9, '5'), ...gates]).standing).toBe('under-half')
    expect(read([...first(10, '5'), ...gates]).standing).toBe('counted')
  })

  it('is counted exactly when half is carried, for every mixture', () => {
    const codes = fc.array(fc.constantFrom('1', '5', 'na', ''), { minLength: 24, maxLength: 24 })
    fc.assert(
      fc.property(codes, fc.boolean(), (choices, filing) => {
        const fields: Fields = keys.map((key, at) => [key, choices[at] ?? ''] as const)
        const row = parseRow(sipas24, filing ? [...fields, ['x.purpose', 'submit']] : fields)
        if (!row.ok) throw new Error('not read')
        const applicable = [...row.value.answers].filter((a) => a !== '.')
        const levels = applicable.filter((a) => /\d/.test(a)).length
        const carried = applicable.filter((a) => a !== '-').length
        const expected = levels === 0 ? 'blank' : carried * 2 >= applicable.length ? 'counted' : 'under-half'
        expect(row.value.standing).toBe(expected)
      }),
    )
  })
})

describe('gates and items', () => {
  it('make criteria not applicable, whatever was chosen there', () => {
    const other = fc.constantFrom('submit', 'supplement', 'ask')
    fc.assert(
      fc.property(other, fc.string(), (purpose, value) => {
        const parsed = read([...full, ['x.purpose', purpose], ['2.5', value], ['4.3', value]])
        expect(parsed.answers).toBe('44444444.4444444....4444')
      }),
    )
    expect(read([...full, ['x.feedback', 'no']]).answers).toBe(`${'4'.repeat(22)}..`)
  })

  it('exclude nothing when unanswered, not remembered, or with a result', () => {
    const answers = [[], [['x.feedback', 'unsure']], [['x.purpose', 'result']], [['x.purpose', '']]] as Fields[]
    for (const gates of answers) expect(read([...full, ...gates]).answers).toBe('4'.repeat(24))
  })

  it('are one character each in the order of the definition', () => {
    const parsed = read([...full, ['x.respondent', 'assisted'], ['x.age', 'over-60'], ['x.visits', 'once']])
    expect(parsed.traits).toBe('--2---40--')
    expect(describeAnswers(sipas24, parsed).questions.filter((q) => q.values.length > 0)).toEqual([
      { key: 'respondent', label: 'Ai đang trả lời phiếu này?', values: ['Người khác đọc và chọn giúp theo ý tôi'] },
      { key: 'age', label: 'Tuổi', values: ['Trên 60'] },
      { key: 'visits', label: 'Ông/Bà phải đến mấy lần để xong việc?', values: ['1 lần'] },
    ])
  })

  it('refuses an option that is not offered', () => {
    expect(problems([...full, ['x.age', '17'], ['x.improve', 'time'], ['x.improve', 'all']])).toEqual([
      { field: 'x.age', code: 'unknown-option', value: '17' },
      { field: 'x.improve', code: 'unknown-option', value: 'all' },
    ])
  })

  it('keeps many choices once each, and a follow-up only where it was asked', () => {
    const many: Fields = [
      ['x.improve', 'time'],
      ['x.improve', 'information'],
      ['x.improve', 'time'],
    ]
    expect(read([...full, ...many]).extras).toBe('{"items":{"improve":[0,4]}}')
    expect(read([...full, ['x.late', 'yes'], ['x.apology', 'no']]).traits).toBe('--------11')
    expect(read([...full, ['x.late', 'no'], ['x.apology', 'no']]).traits).toBe('--------0-')
    expect(read([...full, ['x.apology', 'no']]).traits).toBe('----------')
  })

  it('reads the expectation as a whole percentage', () => {
    const base: Fields = [['1.1', '4']]
    expect(read([...base, ['x.expectation', ' 85 %']], gdCong).extras).toBe('{"items":{"expectation":85}}')
    for (const [value, code] of [
      ['101', 'outside-scale'],
      ['0,85', 'not-a-number'],
      ['-1', 'not-a-number'],
    ] as const)
      expect(parseAnswers(gdCong, [...base, ['x.expectation', value]])).toMatchObject({
        problems: [{ field: 'x.expectation', code, value }],
      })
  })
})

describe('reasons and text', () => {
  it('keeps reasons of a level that is not satisfied', () => {
    const parsed = read([...full, ['1.1', '2'], ['r.1.1', '2'], ['r.1.1', '0'], ['r.1.2', '1']])
    expect(parsed.extras).toBe('{"reasons":{"1.1":[0,2]}}')
    expect(describeAnswers(sipas24, parsed).criteria[0]).toMatchObject({
      level: 2,
      label: 'Không hài lòng',
      reasons: ['Khó tìm nơi làm thủ tục', 'Không có người chỉ dẫn'],
    })
    expect(problems([...full, ['1.1', '2'], ['r.1.1', '3']])).toEqual([
      { field: 'r.1.1', code: 'unknown-option', value: '3' },
    ])
  })

  it('keeps a comment composed and without control characters, null when empty', () => {
    expect(read([...full, ['comment', ' Hài\u0007 lòng\r\n'.normalize('NFD')]]).comment).toBe('Hài lòng')
    expect(read([...full, ['comment', ' \r\n ']]).comment).toBeNull()
  })

  it('measures the comment after composing it', () => {
    expect(read([...full, ['comment', 'ệ'.repeat(4000).normalize('NFD')]]).comment).toHaveLength(4000)
    for (const length of [4001, 1_000_000]) {
      const [problem, ...others] = problems([...full, ['comment', 'ệ'.repeat(length)]])
      expect(problem).toMatchObject({ field: 'comment', code: 'too-long' })
      expect(problem?.value).toHaveLength(100)
      expect(others).toEqual([])
    }
  })

  it('says the same content for the same answers in any order, another for any difference', () => {
    const content = (fields: Fields, point = 'A') => canonicalContent(point, 'sipas-24@1', read(fields))
    expect(content(full.toReversed())).toBe(content(full))
    expect(content([...full, ['unknown', '1']])).toBe(content(full))
    const others = [content(full, 'B'), content([...full, ['1.1', '5']]), content([...full, ['comment', 'x']])]
    for (const other of others) expect(other).not.toBe(content(full))
  })

  it('keeps every value as typed, by name', () => {
    expect(
      keepFields([
        ['a', '1'],
        ['b', ' '],
        ['a', '2'],
        ['__proto__', 'x'],
      ]),
    ).toEqual(
      Object.fromEntries([
        ['a', ['1', '2']],
        ['b', [' ']],
        ['__proto__', ['x']],
      ]),
    )
  })

  it('describes a withdrawn response as blank', () => {
    const gone = describeAnswers(sipas24, { answers: null, traits: null, extras: null, comment: null })
    expect(new Set(gone.criteria.map((c) => c.answer))).toEqual(new Set(['blank']))
    expect(gone.questions.every((q) => q.values.length === 0)).toBe(true)
  })
})
