import type { Channel } from './channels'
import type { Target } from './sampling'
import type { Satisfaction } from './satisfaction'

/** Figures of one survey version in a closed period. Versions are never added to each other. */
export type SurveyFigures = {
  /** `sipas-24@1`. */
  version: string
  satisfaction: Satisfaction
  /** Valid responses by channel, channels without any left out. */
  channels: { channel: Channel; n: number }[]
}

export type Dossiers = { dossiers: number; issued: number | null; basis: 'received-and-returned' | 'returned' }

/** Everything that is said about a period once it is closed; kept as text under a hash and never changed. */
export type PeriodFigures = {
  format: 1
  office: { code: string; name: string }
  /** Codes of the office and the offices below it, as the tree then was. */
  offices: string[]
  /** Names of those among them that had been merged into it; missing where there were none. */
  merged?: string[]
  period: { text: string; from: string; to: string }
  /** Responses in the log with a day of the period, of every version and standing. */
  collected: number
  /** Most answers first. */
  surveys: SurveyFigures[]
  dossiers: Dossiers | null
  /** `from`: the office above whose target it is, when the office has none of its own. */
  target: (Target & { source: string; from?: string }) | null
}

/** Reads figures as they were stored by this program. */
export function readFigures(text: string): PeriodFigures {
  const figures: PeriodFigures = JSON.parse(text)
  if (figures.format !== 1) throw new Error(`figures of an unknown format ${figures.format}`)
  return figures
}

/** Responses that came after closing with a day of the period: "bổ sung sau chốt". */
export function lateResponses(figures: PeriodFigures, collectedNow: number): number {
  return Math.max(0, collectedNow - figures.collected)
}
