import { type Axis, placeOn } from './axis'

export type IntervalProps = { axis: Axis; rate: number; low: number; high: number; target?: number | null }

/**
 * A rate as a dot, its 95 % interval as a whisker, the target as an ink line; as wide as its container. All values in
 * percent. Hidden from screen readers: the numbers stand beside it.
 */
export function Interval({ axis, rate, low, high, target }: IntervalProps) {
  const at = placeOn(axis)
  const cap = (x: string) => <line class="iv" x1={x} x2={x} y1="7" y2="15" />
  return (
    <svg class="ch fluid" width="100%" height="22" aria-hidden="true">
      <line class="ax2" x1="0" x2="100%" y1="11" y2="11" />
      <line class="iv" x1={`${at(low)}%`} x2={`${at(high)}%`} y1="11" y2="11" />
      {cap(`${at(low)}%`)}
      {cap(`${at(high)}%`)}
      {target != null && <Target at={at(target)} height={22} />}
      <circle class="dot" cx={`${at(rate)}%`} cy="11" r="5" />
    </svg>
  )
}

/** The target: an ink line with a halo of paper, so that it is seen on every colour. `at` in percent of the width. */
export function Target({ at, height }: { at: number; height: number }) {
  const x = `${at}%`
  return (
    <>
      <line class="ha" x1={x} x2={x} y1="1" y2={height - 1} />
      <line class="tg" x1={x} x2={x} y1="1" y2={height - 1} />
    </>
  )
}

/** One rate as a bar from 0 to 100 with the target on it, for pages without intervals; `low` is the paler bar. */
export function RateBar({ rate, target }: { rate: number; target?: number | null }) {
  const below = target != null && rate < target
  return (
    <svg class="ch fluid" width="100%" height="24" aria-hidden="true">
      <rect class="bg" width="100%" height="16" y="4" />
      <rect class={below ? 'k4' : 'k5'} width={`${rate}%`} height="16" y="4" />
      {target != null && <Target at={target} height={24} />}
    </svg>
  )
}
