import { area, line } from 'd3-shape'
import type { ComponentChildren } from 'preact'
import { formatNumber, formatPercent } from '../vi/format'
import { type Axis, placeOn, trendAxis } from './axis'

/** One step of a trend in percent; null where nothing may be said, which interrupts line and band. */
export type TrendPoint = { label: string; rate: number | null; low: number | null; high: number | null }
export type TrendProps = { points: readonly TrendPoint[]; target?: number | null; targetLabel?: string; alt: string }

type Shown = { label: string; index: number; rate: number; low: number; high: number }

/** The plot inside the picture: horizontally in percent of the width, vertically in pixels. */
const plot = { left: 10, width: 78, top: 18, height: 178 }

/**
 * Rates over time: line with points, pale band for the interval, dashed target. As wide as its container with letters of
 * constant size, so that it reads on a phone. `alt` is the sentence that stands for it.
 */
export function Trend({ points, target, targetLabel, alt }: TrendProps) {
  const axis = trendAxis([...points.flatMap((point) => [point.rate, point.low]), target ?? null])
  const up = placeOn(axis)
  const x = (index: number) => (points.length < 2 ? 50 : (index / (points.length - 1)) * 100)
  const at = { x: (i: number) => `${round(plot.left + (x(i) * plot.width) / 100)}%`, y: (v: number) => yOf(up(v)) }
  return (
    <svg class="ch fluid" width="100%" height="230" role="img" aria-label={alt}>
      <Grid axis={axis} y={at.y} />
      <Band points={points} x={x} up={up} />
      {target != null && <TargetLine y={at.y(target)} label={targetLabel} atEnd={isClearerAtEnd(points, target)} />}
      <Line points={points} x={x} up={up} />
      {shownOf(points).map((point) => (
        <circle class="pt" cx={at.x(point.index)} cy={at.y(point.rate)} r="4" />
      ))}
      <Values points={points} at={at} />
      <Labels points={points} x={at.x} />
    </svg>
  )
}

const round = (value: number) => Math.round(value * 100) / 100
const yOf = (fromBottom: number) => round(plot.top + (plot.height * (100 - fromBottom)) / 100)

function shownOf(points: readonly TrendPoint[]): Shown[] {
  return points.flatMap(({ label, rate, low, high }, index) =>
    rate === null ? [] : [{ label, index, rate, low: low ?? rate, high: high ?? rate }],
  )
}

function Grid({ axis, y }: { axis: Axis; y: (value: number) => number }) {
  return (
    <>
      {axis.ticks.map((tick) => (
        <>
          <line class="ax" x1={`${plot.left}%`} x2={`${plot.left + plot.width}%`} y1={y(tick)} y2={y(tick)} />
          <text x={`${plot.left - 1.5}%`} y={y(tick) + 4} text-anchor="end">
            {tick}
          </text>
        </>
      ))}
    </>
  )
}

type Curve = { points: readonly TrendPoint[]; x: (index: number) => number; up: (value: number) => number }

/** The interval of every step as a pale band; interrupted where a value is missing. */
function Band({ points, x, up }: Curve) {
  const band = area<TrendPoint>((_, i) => x(i))
    .defined((point) => point.rate !== null)
    .y0((point) => 100 - up(point.low ?? point.rate ?? 0))
    .y1((point) => 100 - up(point.high ?? point.rate ?? 0))
  return (
    <Stretched>
      <path class="bd" d={band.digits(2)([...points]) ?? ''} />
    </Stretched>
  )
}

function Line({ points, x, up }: Curve) {
  const curve = line<TrendPoint>(
    (_, i) => x(i),
    (point) => 100 - up(point.rate ?? 0),
  ).defined((point) => point.rate !== null)
  return (
    <Stretched>
      <path class="ln" vector-effect="non-scaling-stroke" d={curve.digits(2)([...points]) ?? ''} />
    </Stretched>
  )
}

/** A square of 100 × 100 stretched over the plot, for shapes that cannot be given in percent. */
function Stretched({ children }: { children: ComponentChildren }) {
  const { left, top, width, height } = plot
  const box = { x: `${left}%`, y: top, width: `${width}%`, height, viewBox: '0 0 100 100' }
  return (
    <svg class="plot" {...box} preserveAspectRatio="none" aria-hidden="true">
      {children}
    </svg>
  )
}

/** Whether the name of the target, which stands over its line, meets fewer values at the end than at the beginning. */
function isClearerAtEnd(points: readonly TrendPoint[], target: number): boolean {
  const named = Math.ceil(points.length * 0.4)
  const above = (some: readonly TrendPoint[]) => some.filter(({ high }) => high !== null && high > target).length
  return above(points.slice(-named)) < above(points.slice(0, named))
}

function TargetLine({ y, label, atEnd }: { y: number; label?: string; atEnd: boolean }) {
  const ends = { x1: `${plot.left}%`, x2: `${plot.left + plot.width}%`, y1: y, y2: y }
  return (
    <>
      <line class="ha" {...ends} />
      <line class="tg da" {...ends} />
      <text
        class="tgt halo"
        x={`${atEnd ? plot.left + plot.width : plot.left + 1}%`}
        y={y - 6}
        text-anchor={atEnd ? 'end' : undefined}
      >
        {label}
      </text>
    </>
  )
}

/** The last value stands beside the line, the lowest one under it. */
function Values(props: { points: readonly TrendPoint[]; at: { x(i: number): string; y(v: number): number } }) {
  const shown = shownOf(props.points)
  const last = shown.at(-1)
  if (!last) return null
  const lowest = shown.reduce((low, point) => (point.rate < low.rate ? point : low), last)
  return (
    <>
      <text class="v halo" x={props.at.x(last.index)} dx="10" y={props.at.y(last.rate) + 4}>
        {formatPercent(last.rate, 1)}
      </text>
      {lowest !== last && (
        <text class="v halo" x={props.at.x(lowest.index)} y={props.at.y(lowest.low) + 16} text-anchor="middle">
          {formatNumber(lowest.rate, 1)}
        </text>
      )}
    </>
  )
}

/** At most six labels, counted back from the last so that the newest is always named. */
function Labels({ points, x }: { points: readonly TrendPoint[]; x: (index: number) => string }) {
  const every = Math.ceil(points.length / 6)
  return (
    <>
      {points.map((point, i) => {
        const named = (points.length - 1 - i) % every === 0
        return (
          named && (
            <text x={x(i)} y="218" text-anchor="middle">
              {point.label}
            </text>
          )
        )
      })}
    </>
  )
}
