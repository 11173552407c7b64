import { isShown, judge } from '../../../server/domain/comparison'
import type { Figure } from '../../../server/domain/figure'
import type { Target } from '../../../server/domain/sampling'
import { formatNumber, formatPercent, formatShortPercent } from '../../vi/format'
import { stateWords } from '../../vi/numbers'
import { resultsWords as words } from '../../vi/results'

/** A target as people write it: `90 %`, or `trên 87 %` when it must be exceeded. */
export function targetText({ operator, hundredths }: Target): string {
  const percent = formatShortPercent(hundredths / 100)
  return operator === '>' ? words.targetOver(percent) : percent
}

/** The target as a number for a chart, in percent. */
export function targetPercent(target: Target | null): number | null {
  return target && target.hundredths / 100
}

/** Whether a rate misses its target; a figure without a rate misses nothing. */
export function isBelow(figure: Figure, target: Target | null): boolean {
  return target !== null && figure.rate !== null && isShown(figure) && !judge(figure.rate, target).met
}

/** The sign of a missed target, with its word for who does not see it. */
export function Below() {
  return (
    <>
      <span aria-hidden="true">▼&nbsp;</span>
      <span class="hid">{words.belowTarget} </span>
    </>
  )
}

/** A rate with its sign, or the words for why there is none. */
export function Rate({ figure, target }: { figure: Figure; target: Target | null }) {
  if (!isShown(figure) || figure.rate === null) return <span class="sm">{stateWords[figure.state]}</span>
  return (
    <>
      {isBelow(figure, target) && <Below />}
      {formatPercent(figure.rate)}
    </>
  )
}

/** The ends of an interval without the sign of percent, for a column whose heading has it; empty without a rate. */
export function Ends({ figure }: { figure: Figure }) {
  if (!isShown(figure) || figure.low === null || figure.high === null) return null
  return (
    <>
      {formatNumber(figure.low, 1)}&nbsp;–&nbsp;{formatNumber(figure.high, 1)}
    </>
  )
}
