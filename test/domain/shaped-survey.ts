import { addAnswers, addPairs, type Counts, emptyCounts, emptyPairs, type Pairs } from '../../server/domain/counts'
import { type OverallRule, type SurveyDefinition, surveyDefinition } from '../../server/domain/survey'

type Shape = { sizes: number[]; overall?: OverallRule; levels?: number; apart?: number }

/** A survey with the given number of criteria in each dimension; the top two levels satisfy. */
export function shapedSurvey({ sizes, overall = 'mean-of-criteria', levels = 5, apart = 0 }: Shape): SurveyDefinition {
  const dimension = (key: number, size: number, isApart: boolean) => ({
    key: String(key),
    official: `Dimension ${key}`,
    short: `D${key}`,
    phone: `D${key}`,
    apart: isApart,
    criteria: Array.from({ length: size }, (_, i) => {
      const text = `Criterion ${key}.${i + 1}`
      return { key: `${key}.${i + 1}`, official: text, phone: text, short: text }
    }),
  })
  const dimensions = sizes.map((size, i) => dimension(i + 1, size, false))
  return surveyDefinition.parse({
    key: 'shaped',
    version: 1,
    title: 'Shaped',
    source: 'test',
    overall,
    dimensionCount: sizes.length,
    minutes: 1,
    scale: Array.from({ length: levels }, (_, i) => ({ label: `Level ${i + 1}`, satisfied: i >= levels - 2 })),
    noOpinion: { label: 'none', short: 'none' },
    dimensions: apart > 0 ? [dimension(0, apart, true), ...dimensions] : dimensions,
    comment: null,
  })
}

export const satisfiedLevels = (definition: SurveyDefinition) => definition.scale.map((level) => level.satisfied)

const sizeOf = (definition: SurveyDefinition) => definition.dimensions.reduce((sum, d) => sum + d.criteria.length, 0)

export function countAll(definition: SurveyDefinition, answers: readonly string[]): Counts {
  const counts = emptyCounts(sizeOf(definition), definition.scale.length)
  for (const one of answers) addAnswers(counts, one, satisfiedLevels(definition))
  return counts
}

export function pairAll(definition: SurveyDefinition, answers: readonly string[]): Pairs {
  const pairs = emptyPairs(sizeOf(definition))
  for (const one of answers) addPairs(pairs, one, satisfiedLevels(definition))
  return pairs
}
