import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sipas24 } from '../../db/seed/sipas-24'
import { answerCells } from '../../server/domain/answer-cells'
import { kindOf, listQuestions } from '../../server/domain/answer-plan'
import type { Cell } from '../../server/domain/report'
import { listCriteria } from '../../server/domain/survey'
import { describeAnswers } from '../support/described-answers'

const criteria = listCriteria(sipas24)
const questions = listQuestions(sipas24)
const ones = questions.filter((question) => kindOf(question) === 'one')

const stored = fc.record({
  answers: fc
    .array(fc.constantFrom(...'12345n-.'), { minLength: criteria.length, maxLength: criteria.length })
    .map((letters) => letters.join('')),
  traits: fc
    .tuple(...ones.map(({ options }) => fc.integer({ min: -1, max: options.length - 1 })))
    .map((positions) => positions.map((at) => (at < 0 ? '-' : at.toString(36))).join('')),
  extras: fc.option(
    fc
      .dictionary(fc.constantFrom(...criteria.map(({ key }) => key)), fc.constant([0]))
      .map((reasons) => JSON.stringify({ reasons })),
  ),
  comment: fc.option(fc.string()),
})

it('writes into cells what the description of a response says', () => {
  const write = answerCells(sipas24)
  fc.assert(
    fc.property(stored, (given) => {
      const row: Record<string, Cell> = {}
      write(row, given)
      const described = describeAnswers(sipas24, given)
      for (const { key, answer, level } of described.criteria)
        expect(row[key]).toBe({ level, na: 'na', blank: null, 'not-applicable': '.' }[answer])
      for (const { key, values } of described.questions) expect(row[`x.${key}`]).toBe(values.join('; ') || null)
      const reasons = described.criteria
        .filter((c) => c.reasons.length > 0)
        .map((c) => `${c.key}: ${c.reasons.join('; ')}`)
      expect(row.reasons).toBe(reasons.join(' | ') || null)
      expect(row.comment).toBe(given.comment)
    }),
  )
})

it('leaves every answer empty after a withdrawal', () => {
  const row: Record<string, Cell> = {}
  answerCells(sipas24)(row, { answers: null, traits: null, extras: null, comment: null })
  expect(Object.values(row).every((cell) => cell === null)).toBe(true)
})
