import { describe, expect, it } from 'vitest'
import { draftSurveys, seedSurveys } from '../../db/seed'
import { listCriteria, type SurveyInput, surveyDefinition, versionId } from '../../server/domain/survey'

const all = [...seedSurveys, ...draftSurveys]
const counts = (key: string) =>
  all.find((survey) => survey.key === key)?.dimensions.map((d) => `${d.key}:${d.criteria.length}`)

function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return value && typeof value === 'object' ? Object.values(value).flatMap(texts) : []
}

describe('the shipped questionnaires', () => {
  it('are the four of SIPAS.md; the education draft is not published by itself', () => {
    expect(seedSurveys.map(versionId)).toEqual(['sipas-24@1', 'bnv-19@1', 'nhanh-6@1'])
    expect(draftSurveys.map((survey) => [versionId(survey), survey.status])).toEqual([['gd-cong@1', 'draft']])
    expect(seedSurveys.every((survey) => survey.status === 'official')).toBe(true)
  })

  it('have the dimensions and criteria of their source', () => {
    expect(counts('sipas-24')).toEqual(['1:4', '2:5', '3:7', '4:4', '5:4'])
    expect(counts('bnv-19')).toEqual(['1:4', '2:4', '3:5', '4:3', '5:3'])
    expect(counts('nhanh-6')).toEqual(['0:1', '1:1', '2:1', '3:1', '4:1', '5:1'])
    expect(counts('gd-cong')).toEqual(['1:4', '2:5', '3:4', '4:3', '5:3', '0:1'])
  })

  it.each(all.map((survey) => [survey.key, survey] as const))('%s is valid as it stands', (_key, survey) => {
    expect(surveyDefinition.parse(survey)).toEqual(survey)
    expect(survey.scale.map((level) => level.satisfied)).toEqual([false, false, false, true, true])
  })

  it.each(all.map((survey) => [survey.key, survey] as const))('%s is written in one way', (_key, survey) => {
    for (const text of texts(survey)) {
      expect(text).toBe(text.normalize('NFC'))
      expect(text, text).not.toMatch(/\s\s|\u00A0|[\u200B-\u200F]|^\s|\s$/)
      // The mark of oa, oe, uy on the first vowel when the syllable ends there: "khỏe", not "khoẻ".
      expect(text, text).not.toMatch(/o[àáảãạèéẻẽẹ](?!\p{L})|(?<![qQ])u[ỳýỷỹỵ](?!\p{L})/u)
    }
    const phones = listCriteria(survey).map((c) => c.phone)
    expect(new Set(phones).size).toBe(phones.length)
    for (const phone of phones) expect(phone.split(' ').length, phone).toBeLessThanOrEqual(16)
  })

  it('ask for a result or for feedback only those who have it', () => {
    const gated = (key: string, gate: string) => {
      const survey = all.find((s) => s.key === key)
      return survey ? listCriteria(survey).flatMap((c) => (c.skippedBy.some((r) => r.gate === gate) ? c.key : [])) : []
    }
    expect(gated('sipas-24', 'purpose')).toEqual(['2.5', '4.1', '4.2', '4.3', '4.4'])
    expect(gated('sipas-24', 'feedback')).toEqual(['5.3', '5.4'])
    expect(gated('bnv-19', 'purpose')).toEqual(['2.4', '4.1', '4.2', '4.3'])
    expect(gated('bnv-19', 'feedback')).toEqual(['5.2', '5.3'])
    expect(gated('nhanh-6', 'purpose')).toEqual(['4.1'])
  })

  it('leave sensitive questions off', () => {
    for (const survey of seedSurveys)
      for (const item of survey.items)
        if (['ethnicity', 'harassment', 'extra-payment'].includes(item.key)) expect(item.enabled).toBe(false)
  })
})

const criterion = (key: string) => ({ key, official: 'O', phone: 'P', short: 'S' })
const dimension = (key: string, ...keys: string[]) => ({
  key,
  official: 'D',
  short: 'D',
  phone: 'D',
  criteria: keys.map(criterion),
})
const yesNo = [
  { key: 'yes', label: 'Y' },
  { key: 'no', label: 'N' },
]
const small: SurveyInput = {
  key: 'small',
  version: 1,
  title: 'T',
  source: 'S',
  dimensionCount: 2,
  minutes: 1,
  scale: [
    { label: 'bad', satisfied: false },
    { label: 'good', satisfied: true },
  ],
  noOpinion: { label: 'na', short: 'na' },
  gates: [{ key: 'gate', label: 'G', options: yesNo }],
  dimensions: [dimension('1', '1.1', '1.2'), dimension('2', '2.1')],
  items: [{ key: 'late', label: 'L', kind: 'one', enabled: true, options: yesNo }],
  comment: null,
}

function reasons(change: Partial<SurveyInput>): string[] {
  const result = surveyDefinition.safeParse({ ...small, ...change })
  return result.success ? [] : result.error.issues.map((issue) => issue.message)
}

const skipping = (gate: string, ...options: string[]) => ({
  dimensions: [
    { ...dimension('1', '1.1'), criteria: [{ ...criterion('1.1'), skippedBy: [{ gate, options }] }] },
    dimension('2', '2.1'),
  ],
})
const followUp = (item: string, options: string[]) => ({
  ...{ key: 'why', label: 'W', kind: 'one' as const, enabled: true, options: yesNo },
  after: { item, options },
})

describe('a definition is refused with its reason', () => {
  it('accepts the small one', () => expect(reasons({})).toEqual([]))

  const cases: [string, Partial<SurveyInput>][] = [
    ['lost-dimension', { dimensions: [dimension('1', '1.1')] }],
    ['repeated-key:1.1', { dimensions: [dimension('1', '1.1', '1.1'), dimension('2', '2.1')] }],
    ['repeated-key:1', { dimensions: [dimension('1', '1.1'), dimension('1', '1.2')] }],
    ['repeated-key:gate', { items: [{ key: 'gate', label: 'X', kind: 'text', enabled: true }] }],
    ['repeated-key:yes', { gates: [{ key: 'gate', label: 'G', options: [...yesNo, { key: 'yes', label: 'Y2' }] }] }],
    ['no-satisfied-level', { scale: small.scale.map((level) => ({ ...level, satisfied: false })) }],
    ['no-unsatisfied-level', { scale: small.scale.map((level) => ({ ...level, satisfied: true })) }],
    ['wrong-dimension:3.1', { dimensions: [dimension('1', '3.1'), dimension('2', '2.1')] }],
    ['unknown-gate:other', skipping('other', 'yes')],
    ['unknown-gate:gate', skipping('gate', 'perhaps')],
    ['unreachable:1.1', skipping('gate', 'yes', 'no')],
    ['no-options:late', { items: [{ key: 'late', label: 'L', kind: 'many', enabled: true }] }],
    ['unreachable:why', { items: [followUp('nowhere', ['yes'])] }],
    ['unreachable:why', { items: [...(small.items ?? []), followUp('late', ['perhaps'])] }],
    ['unreachable:why', { items: [followUp('late', ['yes']), ...(small.items ?? [])] }],
    [
      'unreachable:why',
      { items: [...(small.items ?? []).map((i) => ({ ...i, enabled: false })), followUp('late', ['yes'])] },
    ],
  ]
  it.each(cases)('%s', (reason, change) => expect(reasons(change)).toContain(reason))

  it('takes scales of 2 to 9 levels only', () => {
    const scale = (size: number) => Array.from({ length: size }, (_, i) => ({ label: `${i}`, satisfied: i > 0 }))
    for (const size of [2, 3, 4, 9]) expect(reasons({ scale: scale(size) })).toEqual([])
    for (const size of [1, 10]) expect(reasons({ scale: scale(size) })).not.toEqual([])
  })
})
