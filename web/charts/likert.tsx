import { cumsum } from 'd3-array'
import { Target } from './interval'

export type LevelOfScale = { label: string; satisfied: boolean }

/** Marks over a colour, so that levels are told apart in black and white and by every kind of sight. */
const marks = {
  dots: { size: 6, turn: 0, shape: <circle class="hf" cx="3" cy="3" r="1.3" /> },
  diagonal: { size: 7, turn: 45, shape: <path class="h" d="M0 0V7" /> },
  back: { size: 7, turn: -45, shape: <path class="h" d="M0 0V7" /> },
  cross: { size: 6, turn: 0, shape: <path class="h" d="M0 0 6 6M6 0 0 6" /> },
  upright: { size: 6, turn: 0, shape: <path class="h" d="M3 0V6" /> },
  level: { size: 6, turn: 0, shape: <path class="h" d="M0 3H6" /> },
}
type Fill = { colour: 1 | 2 | 3 | 4 | 5; mark?: keyof typeof marks }

const fill = (colour: Fill['colour'], mark?: keyof typeof marks): Fill => ({ colour, mark })
/** Best level first. Two satisfied and three other levels take the colours and marks of the look, other scales the rest. */
const pleased = [
  ...[fill(5), fill(5, 'upright'), fill(5, 'dots'), fill(5, 'level')],
  ...[fill(4, 'level'), fill(4, 'dots'), fill(4, 'upright'), fill(4)],
]
const displeased = [
  ...[fill(3, 'dots'), fill(3, 'back'), fill(3, 'level'), fill(2, 'dots')],
  ...[fill(2, 'diagonal'), fill(2, 'upright'), fill(1, 'back'), fill(1, 'cross')],
]

const nameOf = ({ colour, mark }: Fill) => `lk-${colour}${mark}`
const paint = (one: Fill) => (one.mark ? { fill: `url(#${nameOf(one)})` } : { class: `k${one.colour}` })

/** `count` fills spread over the eight of a list; one alone is the one at `alone`. */
function spread(list: Fill[], count: number, alone: number): Fill[] {
  if (count === 1) return list.slice(alone, alone + 1)
  return Array.from({ length: count }, (_, i) => list[Math.round((i * 7) / (count - 1))] ?? fill(3))
}

type Painted = { index: number; label: string; fill: Fill }

/**
 * The levels in the order of the bar: satisfied ones first, best at the left, so that the edge of the satisfied part is
 * the rate. `index` is the level's position in the scale (lowest = 0).
 */
export function orderLevels(scale: readonly LevelOfScale[]): Painted[] {
  const best = scale.map((level, index) => ({ ...level, index })).reverse()
  const satisfied = best.filter((level) => level.satisfied)
  const others = best.filter((level) => !level.satisfied)
  const fills = [...spread(pleased, satisfied.length, 0), ...spread(displeased, others.length, 4)]
  return [...satisfied, ...others].map(({ index, label }, i) => ({ index, label, fill: fills[i] ?? fill(3) }))
}

/** The patterns of a scale; once in a page that shows its bars. */
export function LikertPatterns({ scale }: { scale: readonly LevelOfScale[] }) {
  return (
    <svg width="0" height="0" class="hid" aria-hidden="true">
      <defs>
        {orderLevels(scale).map(({ fill }) => {
          if (!fill.mark) return null
          const { size, turn, shape } = marks[fill.mark]
          return (
            <pattern
              id={nameOf(fill)}
              width={size}
              height={size}
              patternUnits="userSpaceOnUse"
              patternTransform={turn ? `rotate(${turn})` : undefined}
            >
              <rect class={`k${fill.colour}`} width={size} height={size} />
              {shape}
            </pattern>
          )
        })}
      </defs>
    </svg>
  )
}

/**
 * The answers of one criterion as a bar as wide as its container, with the target as a line.
 * @param counts answers per level, lowest level first; nothing is drawn when all are 0
 */
export function LikertBar(props: {
  scale: readonly LevelOfScale[]
  counts: readonly number[]
  target?: number | null
}) {
  const levels = orderLevels(props.scale)
  const shares = levels.map((level) => props.counts[level.index] ?? 0)
  const ends = cumsum(shares)
  const total = ends.at(-1) ?? 0
  if (total === 0) return null
  const percent = (count: number) => `${Math.round((count / total) * 10_000) / 100}%`
  return (
    <svg class="ch fluid" width="100%" height="20" aria-hidden="true">
      {levels.map((level, i) => {
        const share = shares[i] ?? 0
        const start = percent((ends[i] ?? 0) - share)
        return share > 0 && <rect x={start} y="2" width={percent(share)} height="16" {...paint(level.fill)} />
      })}
      {[...ends].slice(0, -1).map((end, i) => {
        const inside = (shares[i] ?? 0) > 0 && end < total
        return inside && <line class="gap" x1={percent(end)} x2={percent(end)} y1="2" y2="18" />
      })}
      {props.target != null && <Target at={props.target} height={20} />}
    </svg>
  )
}

/** The key of the bars: each level with its fill, then the target. */
export function LikertLegend(props: { scale: readonly LevelOfScale[]; target?: string | null }) {
  return (
    <ul class="lg">
      {orderLevels(props.scale).map((level) => (
        <li>
          <svg width="22" height="14" aria-hidden="true">
            <rect width="22" height="14" {...paint(level.fill)} />
          </svg>
          {level.label}
        </li>
      ))}
      {props.target && (
        <li>
          <svg width="22" height="14" aria-hidden="true">
            <line class="tg" x1="11" x2="11" y1="0" y2="14" />
          </svg>
          {props.target}
        </li>
      )}
    </ul>
  )
}
