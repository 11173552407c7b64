import { max } from 'd3-array'
import { scaleLinear } from 'd3-scale'
import { formatCount } from '../vi/format'

export type MonthBar = { label: string; first: number; second: number }

/** Vertically in pixels; horizontally everything is in percent of the width, so that letters keep their size. */
const plot = { left: 8, width: 90, top: 16, height: 166 }
const round = (value: number) => Math.round(value * 100) / 100

/** Two counts for each month, side by side: plain and hatched. `alt` is the sentence that stands for it. */
export function MonthBars({ months, alt }: { months: readonly MonthBar[]; alt: string }) {
  const most = max(months.flatMap(({ first, second }) => [first, second])) ?? 0
  const scale = scaleLinear([0, Math.max(4, most)], [0, plot.height]).nice(4)
  const ticks = scale.ticks(4).filter(Number.isInteger)
  const slot = plot.width / Math.max(1, months.length)
  const y = (value: number) => round(plot.top + plot.height - scale(value))
  const every = Math.ceil(months.length / 6)
  return (
    <svg class="ch fluid" width="100%" height="230" role="img" aria-label={alt}>
      <defs>
        <pattern id="mb" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect class="k4" width="6" height="6" />
          <path class="h" d="M0 0V6" />
        </pattern>
      </defs>
      {ticks.map((tick) => (
        <g key={tick}>
          <line class="ax" x1={`${plot.left}%`} x2={`${plot.left + plot.width}%`} y1={y(tick)} y2={y(tick)} />
          <text x={`${plot.left - 1.5}%`} y={y(tick) + 4} text-anchor="end">
            {formatCount(tick)}
          </text>
        </g>
      ))}
      {months.map(({ label, first, second }, i) => {
        const x = plot.left + i * slot
        const bar = (value: number, at: number) => ({
          x: `${round(x + slot * at)}%`,
          y: y(value),
          width: `${round(slot * 0.34)}%`,
          height: round(plot.top + plot.height - y(value)),
        })
        return (
          <g key={label}>
            <rect class="k5" {...bar(first, 0.14)} />
            <rect fill="url(#mb)" {...bar(second, 0.52)} />
            {(months.length - 1 - i) % every === 0 && (
              <text x={`${round(x + slot / 2)}%`} y="206" text-anchor="middle">
                {label}
              </text>
            )}
          </g>
        )
      })}
    </svg>
  )
}

/** The key of the bars. */
export function MonthBarsLegend({ first, second }: { first: string; second: string }) {
  return (
    <ul class="lg">
      <li>
        <svg width="22" height="14" aria-hidden="true">
          <rect class="k5" width="22" height="14" />
        </svg>
        {first}
      </li>
      <li>
        <svg width="22" height="14" aria-hidden="true">
          <rect width="22" height="14" fill="url(#mb)" />
        </svg>
        {second}
      </li>
    </ul>
  )
}

/** A count as a bar, in shares of the largest; hidden from screen readers, because the number stands beside it. */
export function CountBar({ count, of }: { count: number; of: number }) {
  const width = of > 0 ? round((count / of) * 100) : 0
  return (
    <svg class="ch fluid" width="100%" height="20" aria-hidden="true">
      <rect class="bg" width="100%" height="12" y="4" />
      {count > 0 && <rect class="k5" width={`${width}%`} height="12" y="4" />}
    </svg>
  )
}
