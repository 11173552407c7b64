import { type Channel, channels } from './channels'
import { compareAll, type Difference, isShown } from './comparison'
import type { ByStanding, Counts, Pairs } from './counts'
import type { Figure } from './figure'
import { fraction, meanOf } from './fraction'
import { percent, percentOf } from './percent'
import type { Period } from './period'
import type { Priority } from './priorities'
import { responseRate, type SampleProgress, sampleProgress, type Target } from './sampling'
import { type DimensionFigure, type Satisfaction, summarise } from './satisfaction'
import { hiddenBelow, hiddenCells, hiddenParts } from './suppression'
import type { SurveyDefinition } from './survey'

/** Counts of a part of a scope, with co-occurrence counts where they were read. */
export type Data = { counts: ByStanding<Counts>; pairs: ByStanding<Pairs> | null }

/** A part of a scope: how many valid responses it has, and whether its figures stay hidden. */
type Part = { n: number; hidden: boolean }
export type ChannelRow = Part & { channel: Channel; share: number | null; figure: Figure; toPhone: Difference | null }
/** `office` is told when the scope has several. */
export type Place = { code: string; name: string; office: string | null }
export type PlaceRow = Part & Place & { dimensions: DimensionFigure[] }
export type MonthRow = Part & { month: string; figure: Figure }

/**
 * Each channel that was used, with its share of the responses and its distance to the own phone. Channels whose
 * figures could be found by subtraction from the total are hidden.
 */
export function channelRows(definition: SurveyDefinition, by: ReadonlyMap<string, Data>): ChannelRow[] {
  const used = channels.map((channel) => {
    const { counts = {}, pairs = null } = by.get(channel) ?? {}
    return { channel, ...summarise(definition, counts, pairs) }
  })
  const shown = used.filter(({ n }) => n > 0)
  const hidden = hiddenParts(shown.map(({ n }) => n))
  const total = shown.reduce((sum, { n }) => sum + n, 0)
  const phone = shown.find(({ channel }, i) => channel === 'phone' && !hidden[i])
  const compared = shown.map(({ channel, overall }, i) => (channel === 'phone' || hidden[i] ? null : overall))
  const toPhone = phone ? compareAll(compared, phone.overall) : []
  return shown.map(({ channel, n, overall }, i) => ({
    channel,
    n,
    hidden: hidden[i] ?? true,
    share: percentOf(n, total),
    figure: overall,
    toPhone: toPhone[i] ?? null,
  }))
}

/**
 * Points with the rates of their dimensions. Criteria with too few answers, and those that would give them away by
 * subtraction from the whole, leave the rates of their row.
 */
export function placeRows(
  definition: SurveyDefinition,
  places: readonly (Place & { counts: ByStanding<Counts> })[],
): PlaceRow[] {
  // Hundreds of points may have no answer yet.
  const nothing = summarise(definition, {}, null)
  const wholeOf = (counts: ByStanding<Counts>) =>
    Object.keys(counts).length > 0 ? summarise(definition, counts, null) : nothing
  const all = places.map((place) => ({ ...place, whole: wholeOf(place.counts) }))
  const cells = hiddenCells(all.map(({ whole }) => answeredOf(whole)))
  const keys = all[0] ? criteriaOf(all[0].whole).map(({ key }) => key) : []
  return all.map(({ code, name, office, counts, whole }, row) => {
    const withoutCriteria = new Set(keys.filter((_, column) => cells[row]?.[column]))
    const { dimensions } = withoutCriteria.size > 0 ? summarise(definition, counts, null, { withoutCriteria }) : whole
    return { code, name, office, n: whole.n, hidden: whole.n > 0 && whole.n < hiddenBelow, dimensions }
  })
}

const criteriaOf = ({ dimensions }: Satisfaction) => dimensions.flatMap(({ criteria }) => criteria)
const answeredOf = (whole: Satisfaction) => criteriaOf(whole).map(({ answered }) => answered)

/**
 * The overall rate of each month. Months inside the range whose total is shown beside them are hidden together, so that
 * none of them is the rest of a subtraction; the months before it are hidden each for itself.
 */
export function monthRows(
  definition: SurveyDefinition,
  months: readonly Period[],
  data: ReadonlyMap<string, Data>,
  range: { from: string; to: string },
): MonthRow[] {
  const rows = months.map((month) => {
    const { counts = {}, pairs = null } = data.get(month.text) ?? {}
    const { n, overall } = summarise(definition, counts, pairs)
    return { month: month.text, n, figure: overall, inside: month.from >= range.from && month.to <= range.to }
  })
  const inside = rows.filter((row) => row.inside)
  const together = hiddenParts(inside.map(({ n }) => n))
  return rows.map(({ inside: isInside, ...row }) => {
    const hidden = isInside ? together[inside.findIndex(({ month }) => month === row.month)] : row.n < hiddenBelow
    return { ...row, hidden: hidden === true && row.n > 0 }
  })
}

/** What stands behind a rate when somebody entered how many dossiers there were. */
export type ResponseShare = {
  dossiers: number
  basis: 'received-and-returned' | 'returned'
  rate: number | null
  bounds: { low: number; high: number } | null
  sample: SampleProgress
}

/** Everything the page of results shows of one scope. */
/** The rate of a dimension at points of other offices that stand here. */
export type Hosted = { points: number; name: string; figure: Figure }

export type Results = {
  definition: SurveyDefinition
  office: string
  /** Names of the offices that were merged into it and whose figures are included. */
  merged: string[]
  /** For an office that has ended: its last day and who goes on; null while it works. */
  ended: { day: string; successor: string | null } | null
  /** The scope is a single point. */
  atPoint: boolean
  figures: Satisfaction
  /** The overall rate without doubtful responses; null when there are none or it may not be shown. */
  withoutDoubtful: number | null
  /** `period` is the name of an earlier period, or null for days of one's own choice. */
  change: { period: string | null; difference: Difference } | null
  target: Target | null
  /** The office above whose target this is; null when it is the office's own. */
  targetFrom: string | null
  response: ResponseShare | null
  months: MonthRow[]
  channels: ChannelRow[]
  places: PlaceRow[]
  hosted: Hosted | null
  priorities: Priority[]
  /** Valid responses of other survey versions in the same scope, which are never added. */
  others: { version: string; n: number }[]
}

/** Criteria of the dimensions, without those that are reported apart. */
export function countCriteria(definition: SurveyDefinition): number {
  return definition.dimensions.filter((d) => !d.apart).reduce((sum, d) => sum + d.criteria.length, 0)
}

/**
 * Response rate, sample and bounds of the overall rate. A bound is the same mean with everybody who did not answer a
 * criterion taken as dissatisfied, or as satisfied; people who were not asked it stay out.
 */
export function responseShare(
  figures: Satisfaction,
  { dossiers, basis }: Pick<ResponseShare, 'dossiers' | 'basis'>,
): ResponseShare {
  return {
    dossiers,
    basis,
    rate: responseRate(figures.n, dossiers),
    bounds: boundsOf(figures, dossiers),
    sample: sampleProgress(dossiers, figures.n),
  }
}

function boundsOf(figures: Satisfaction, dossiers: number): ResponseShare['bounds'] {
  const silent = dossiers - figures.n
  if (silent < 0) return null
  const bound = (top: (figure: Figure) => number) => percent(combined(figures, top, (f) => f.asked + silent))
  const low = bound((f) => f.satisfied)
  const high = bound((f) => f.satisfied + f.asked + silent - f.answered)
  return low === null || high === null ? null : { low, high }
}

type Count = (figure: Figure) => number

/** The overall rule over other numerators and denominators, of the criteria that enter the rate. */
function combined({ rule, dimensions }: Satisfaction, top: Count, bottom: Count) {
  const groups = dimensions.map(({ criteria }) => criteria.filter(isShown)).filter((group) => group.length > 0)
  const share = (figure: Figure) => fraction(top(figure), bottom(figure)) ?? []
  const all = groups.flat()
  const sum = (pick: Count) => all.reduce((total, figure) => total + pick(figure), 0)
  if (rule === 'pooled') return fraction(sum(top), sum(bottom))
  if (rule === 'mean-of-criteria') return meanOf(all.flatMap(share))
  return meanOf(groups.flatMap((group) => meanOf(group.flatMap(share)) ?? []))
}
