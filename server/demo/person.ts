import type { Channel } from '../domain/channels'
import { listCriteria, type SurveyDefinition } from '../domain/survey'
import type { Chance } from './chance'

export type Circumstances = { channel: Channel; quality: number; month: number }

/** How much easier (above 0) or harder a criterion is than the rest, in steps of the scale. */
const difficulty: Record<string, number> = {
  '1.3': -0.25,
  '1.4': -0.4,
  '2.2': -0.1,
  '2.4': 0.35,
  '2.5': -0.3,
  '3.1': 0.25,
  '3.4': -0.3,
  '3.5': -0.75,
  '4.1': 0.3,
  '4.4': 0.1,
  '5.2': -0.45,
  '5.3': -0.55,
  '5.4': -0.75,
}
/** People who stand before an officer mark higher. */
const leniency: Record<Channel, number> = { phone: 0, tablet: 0.35, paper: 0.12, staff: 0.55, token: -0.05 }
/** Upper bounds of levels 1 … 4 on the scale of the hidden opinion. */
const bounds = [-2.3, -1.8, -1.17, 0.7]

/**
 * The form of an invented person as field pairs: one mood of their own, a little noise per question, some blanks, people
 * who give everything the same mark, and questions that do not concern them.
 */
export function invent(definition: SurveyDefinition, chance: Chance, where: Circumstances): [string, string][] {
  const mood = chance.normal() * 0.75 + where.quality + leniency[where.channel] + season(where.month)
  const flat = chance.next() < 0.09
  const tires = chance.next() < 0.06 ? 8 + chance.below(14) : Number.POSITIVE_INFINITY
  const fields = gates(definition, chance)
  for (const [at, criterion] of listCriteria(definition).entries()) {
    if (at > tires || chance.next() < 0.015) continue
    if (chance.next() < (criterion.key.startsWith('5') ? 0.12 : 0.025)) {
      fields.push([criterion.key, 'na'])
      continue
    }
    const opinion = mood + (flat ? 0 : (difficulty[criterion.key] ?? 0) + chance.normal() * 0.7)
    const level = 1 + bounds.filter((bound) => opinion > bound).length
    fields.push([criterion.key, String(Math.min(level, definition.scale.length))])
    if (level <= 2 && criterion.reasons.length > 0 && chance.next() < 0.4)
      fields.push([`r.${criterion.key}`, String(chance.below(criterion.reasons.length))])
  }
  return fields
}

/** Tết brings queues; the office gets slowly better over the year. */
function season(month: number): number {
  return (month === 2 ? -0.22 : 0) + month * 0.012
}

function gates(definition: SurveyDefinition, chance: Chance): [string, string][] {
  return definition.gates.flatMap((gate): [string, string][] => {
    if (chance.next() < 0.08) return []
    const weights = gate.options.map((_, i) => gateWeights[gate.key]?.[i] ?? 1)
    const option = chance.weighted(gate.options, (o) => weights[gate.options.indexOf(o)] ?? 1)
    return [[`x.${gate.key}`, option.key]]
  })
}

/** In the order of the gate's options: most people are asked when they fetch their result. */
const gateWeights: Record<string, number[]> = {
  purpose: [25, 55, 10, 10],
  feedback: [22, 68, 10],
  respondent: [86, 9, 5],
  filing: [62, 33, 5],
}
