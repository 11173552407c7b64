import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draftSurveys, seedSurveys } from '../../db/seed'
import { sipas24 } from '../../db/seed/sipas-24'
import { listCriteria, type SurveyDefinition, surveyDefinition } from '../../server/domain/survey'
import { diffSurveys, isUnchanged } from '../../server/domain/survey-changes'

const surveys = [...seedSurveys, ...draftSurveys]
const first = (definition: SurveyDefinition) => definition.dimensions[0] ?? expect.unreachable()

/** The survey with its first dimension changed. */
function changed(change: (dimension: SurveyDefinition['dimensions'][number]) => object): SurveyDefinition {
  const [dimension, ...others] = sipas24.dimensions
  return surveyDefinition.parse({ ...sipas24, dimensions: [{ ...dimension, ...change(first(sipas24)) }, ...others] })
}

describe('differences of two versions', () => {
  it.each(surveys.map((survey) => [survey.key, survey] as const))('%s has none to itself', (_, survey) => {
    const changes = diffSurveys(survey, structuredClone(survey))
    expect(isUnchanged(changes)).toBe(true)
    expect(changes.comparable).toEqual(listCriteria(survey).map(({ key }) => key))
  })

  it('name a text that was reworded, old and new; only a new official text ends the comparison', () => {
    const reword = (field: 'official' | 'phone') =>
      changed(({ criteria }) => ({ criteria: criteria.map((c, i) => (i === 0 ? { ...c, [field]: 'Lời mới' } : c)) }))
    const phone = diffSurveys(sipas24, reword('phone'))
    expect(phone.reworded).toMatchObject([
      {
        part: { kind: 'criterion', key: '1.1' },
        field: 'phone',
        after: 'Lời mới',
        before: 'Biển hiệu, bảng hướng dẫn rõ ràng, dễ thấy',
      },
    ])
    expect(phone.comparable).toHaveLength(24)
    expect(diffSurveys(sipas24, reword('official')).comparable).not.toContain('1.1')
  })

  it('tell a criterion that moved from one that is new or gone', () => {
    const moved = changed(({ criteria: [a, b, c, d] }) => ({ criteria: [b, a, c, d] }))
    const changes = diffSurveys(sipas24, moved)
    expect(changes.moved).toHaveLength(1)
    expect([...changes.added, ...changes.removed, ...changes.reworded]).toEqual([])
    const fewer = changed(({ criteria }) => ({ criteria: criteria.slice(1) }))
    expect(diffSurveys(sipas24, fewer).removed.map(({ key }) => key)).toEqual(['1.1'])
    expect(diffSurveys(fewer, sipas24).added.map(({ key }) => key)).toEqual(['1.1'])
    expect(diffSurveys(sipas24, fewer).comparable).toHaveLength(23)
  })

  it('leave nothing to compare when the scale is another one', () => {
    const scale = sipas24.scale.map((level, i) => ({ ...level, satisfied: i > 1 }))
    expect(diffSurveys(sipas24, { ...sipas24, scale }).comparable).toEqual([])
  })

  it('see the form of address, the rule of the overall rate and translations', () => {
    const other = { ...sipas24, address: 'em', overall: 'pooled' as const, translations: { en: { title: 'Survey' } } }
    const changes = diffSurveys(sipas24, other)
    expect(changes.reworded.map(({ field, before, after }) => [field, before, after])).toEqual([
      ['overall', 'mean-of-criteria', 'pooled'],
      ['address', 'Ông/Bà', 'em'],
    ])
    expect(changes.added).toMatchObject([{ kind: 'text', key: 'title' }])
  })

  it('are the same read backwards, for any order and choice of criteria', () => {
    const some = fc.shuffledSubarray(first(sipas24).criteria, { minLength: 1 })
    fc.assert(
      fc.property(some, some, (a, b) => {
        const [one, two] = [changed(() => ({ criteria: a })), changed(() => ({ criteria: b }))]
        const [there, back] = [diffSurveys(one, two), diffSurveys(two, one)]
        const keys = (parts: readonly { key: string }[]) => parts.map(({ key }) => key).sort()
        expect(keys(there.added)).toEqual(keys(back.removed))
        expect(there.moved.length).toBe(back.moved.length)
        const common = a.filter((c) => b.includes(c))
        const sameOrder = common.every((c, i) => c === b.filter((d) => a.includes(d))[i])
        expect(there.moved.length === 0).toBe(sameOrder)
      }),
    )
  })
})
