import fc from 'fast-check'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { intervalAxis, placeOn, trendAxis } from '../../web/charts/axis'
import { Interval, RateBar } from '../../web/charts/interval'
import { LikertBar, LikertLegend, LikertPatterns, orderLevels } from '../../web/charts/likert'
import { Trend, type TrendPoint } from '../../web/charts/trend'
import { trendSentence } from '../../web/vi/results'

const percent = fc.integer({ min: 0, max: 10_000 }).map((hundredths) => hundredths / 100)
const scaleOf = (satisfied: readonly boolean[]) =>
  satisfied.map((yes, i) => ({ label: `Mức ${i + 1}`, satisfied: yes }))
const scales = fc
  .integer({ min: 2, max: 9 })
  .chain((levels) =>
    fc.integer({ min: 1, max: levels - 1 }).map((low) => scaleOf(Array.from({ length: levels }, (_, i) => i >= low))),
  )
const five = scaleOf([false, false, false, true, true])
const attribute = (html: string, name: string) =>
  [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))].map((m) => m[1] ?? '')

describe('axes', () => {
  it('hold every value, end at 100 and have at most five grid lines', () => {
    for (const axisOf of [intervalAxis, trendAxis])
      fc.assert(
        fc.property(fc.array(fc.option(percent), { minLength: 1 }), (values) => {
          const axis = axisOf(values)
          const known = values.filter((value) => value !== null)
          expect(axis.low).toBeLessThanOrEqual(Math.min(100, ...known))
          expect(axis.low).toBeGreaterThanOrEqual(0)
          expect(axis.ticks.length).toBeLessThanOrEqual(5)
          expect(axis.ticks.at(-1)).toBe(100)
        }),
      )
  })

  it('of intervals is 70 to 100 unless a value lies lower', () => {
    expect(intervalAxis([90.35, 84.9, null])).toMatchObject({ low: 70, high: 100 })
    expect(intervalAxis([])).toMatchObject({ low: 70 })
    expect(intervalAxis([69.99])).toMatchObject({ low: 60 })
  })

  it('place values in order from the left', () => {
    fc.assert(
      fc.property(percent, percent, (a, b) => {
        const at = placeOn(trendAxis([a, b]))
        expect(Math.sign(at(a) - at(b)) * Math.sign(a - b)).toBeGreaterThanOrEqual(0)
      }),
    )
    expect(placeOn(intervalAxis([]))(85)).toBe(50)
  })
})

describe('Likert bars', () => {
  const counted = scales.chain((scale) =>
    fc.record({
      scale: fc.constant(scale),
      counts: fc.array(fc.nat(2000), { minLength: scale.length, maxLength: scale.length }),
    }),
  )

  it('end their satisfied part exactly at the rate, for scales of 2 to 9 levels', () => {
    fc.assert(
      fc.property(counted, ({ scale, counts }) => {
        const total = counts.reduce((a, b) => a + b, 0)
        fc.pre(total > 0)
        const satisfied = counts.filter((_, i) => scale[i]?.satisfied).reduce((a, b) => a + b, 0)
        const html = renderToString(<LikertBar scale={scale} counts={counts} />)
        const parts = orderLevels(scale).filter(({ index }) => (counts[index] ?? 0) > 0)
        const widths = attribute(html, 'width').slice(1).map(Number.parseFloat)
        const pleased = parts.filter(({ index }) => scale[index]?.satisfied).length
        const edge = widths.slice(0, pleased).reduce((a, b) => a + b, 0)
        expect(Math.abs(edge - (100 * satisfied) / total)).toBeLessThan(0.05)
      }),
    )
  })

  it('paint every level differently, with patterns that the page defines', () => {
    fc.assert(
      fc.property(scales, (scale) => {
        const fills = orderLevels(scale).map(({ fill }) => `${fill.colour}${fill.mark ?? ''}`)
        expect(new Set(fills).size).toBe(scale.length)
        const bar = renderToString(<LikertBar scale={scale} counts={scale.map(() => 1)} />)
        const defined = attribute(renderToString(<LikertPatterns scale={scale} />), 'id').map((id) => `url(#${id})`)
        for (const fill of attribute(bar, 'fill')) expect(defined).toContain(fill)
      }),
    )
  })

  it('put the best level at the left and mark only those that do not satisfy', () => {
    const levels = orderLevels(five)
    expect(levels.map(({ index }) => index)).toEqual([4, 3, 2, 1, 0])
    expect(levels.map(({ fill }) => fill.mark)).toEqual([undefined, undefined, 'dots', 'diagonal', 'cross'])
  })

  it('draw nothing without answers', () => {
    expect(renderToString(<LikertBar scale={five} counts={[0, 0, 0, 0, 0]} target={90} />)).toBe('')
  })
})

describe('trend', () => {
  const point = (label: string, rate: number | null): TrendPoint => ({
    label,
    rate,
    low: rate && rate - 2,
    high: rate && rate + 1,
  })
  const year = [87.9, 88.6, 86.4, null, 89.7, 90.6].map((rate, i) => point(`${i + 1}/26`, rate))

  it('is a picture with a sentence, and leaves a gap where a month is missing', () => {
    const html = renderToString(
      <Trend points={year} target={90} targetLabel="Chỉ tiêu 90 %" alt={trendSentence(year)} />,
    )
    expect(html).toContain('role="img"')
    expect(html).toContain(
      'aria-label="Mức độ hài lòng chung theo tháng: từ 87,90\u00a0% (tháng 1/26) đến 90,60\u00a0% (tháng 6/26)',
    )
    expect(html.match(/class="pt"/g)).toHaveLength(5)
    const line = html.match(/class="ln"[^>]* d="([^"]*)"/)?.[1] ?? ''
    expect(line.match(/M/g)).toHaveLength(2)
    expect(html).toContain('>86,4<')
    expect(html).toContain('>90,6\u00a0%<')
  })

  it('says so when no month may be shown', () => {
    expect(trendSentence([point('1/26', null)])).toBe('Chưa có tháng nào từ 5 phiếu trở lên.')
    expect(renderToString(<Trend points={[point('1/26', null)]} alt="" />)).not.toContain('NaN')
  })
})

describe('every chart', () => {
  const axis = intervalAxis([84])
  const charts: VNode[] = [
    <Interval key="i" axis={axis} rate={84.9} low={83.7} high={86.1} target={90} />,
    <RateBar key="r" rate={84.9} target={90} />,
    <LikertBar key="l" scale={five} counts={[1, 2, 3, 40, 50]} target={90} />,
    <LikertLegend key="g" scale={five} target="Chỉ tiêu 90 %" />,
    <LikertPatterns key="p" scale={five} />,
    <Trend key="t" points={[{ label: '1/26', rate: 0, low: 0, high: 12 }]} target={90} alt="Một tháng" />,
  ]

  it('needs no style attribute and has no broken number', () => {
    for (const chart of charts) {
      const html = renderToString(chart)
      expect(html).not.toMatch(/\sstyle=|NaN|Infinity|undefined/)
    }
  })

  it('is either described or hidden from screen readers', () => {
    for (const chart of charts)
      for (const [svg] of renderToString(chart).matchAll(/<svg[^>]*>/g))
        expect(svg).toMatch(/aria-hidden="true"|aria-label="[^"]+"/)
  })
})
