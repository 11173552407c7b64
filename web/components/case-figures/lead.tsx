import type { ComponentChildren } from 'preact'
import type { CaseView } from '../../../server/domain/case-view'
import { judge } from '../../../server/domain/comparison'
import { meets } from '../../../server/domain/sampling'
import { RateBar } from '../../charts/interval'
import { caseFigureWords as words } from '../../vi/case-figures'
import { formatNumber, formatShortPercent } from '../../vi/format'

type Target = CaseView['targets']['onTime']

/** A target as people write it. */
export function targetText({ operator, hundredths }: NonNullable<Target>): string {
  const percent = formatShortPercent(hundredths / 100)
  return operator === '>' ? words.targetOver(percent) : percent
}

/** The sign of a missed target, with its word for who does not see it. */
export function Missed({ rate, target }: { rate: number | null; target: Target }) {
  if (rate === null || !target || meets(rate, target)) return null
  return (
    <>
      <span aria-hidden="true">▼&nbsp;</span>
      <span class="hid">{words.belowTarget} </span>
    </>
  )
}

/** What a leader wants first: the rate in words and against its target, and what it is made of. */
export function Lead({ view }: { view: CaseView }) {
  const { counts, found, targets } = view
  const { rate } = found.onTime
  return (
    <>
      <h2>{words.onTime}</h2>
      <div class="row">
        {rate === null ? (
          <p class="big wordy">{words.noRate}</p>
        ) : (
          <p class="big num">
            {formatNumber(rate)}
            <small>&nbsp;%</small>
          </p>
        )}
        <div>
          <p>
            <b>{words.headline(counts)}.</b>
          </p>
          <p>{verdict(rate, targets.onTime)}</p>
          {rate !== null && <RateBar rate={rate} target={targets.onTime && targets.onTime.hundredths / 100} />}
          {rate !== null && targets.onTime && <p class="sm">{words.targetLine(targetText(targets.onTime))}</p>}
          {found.onTimeNationally.part !== found.onTime.part && (
            <p class="sm">{words.nationally(found.onTimeNationally)}</p>
          )}
        </div>
      </div>
      <Facts view={view} />
    </>
  )
}

function verdict(rate: number | null, target: Target): string {
  if (!target) return words.noTarget
  if (rate === null) return ''
  const judged = judge(rate, target)
  return words.target(judged.verdict, targetText(target), judged.points)
}

function Facts({ view: { found, targets } }: { view: CaseView }) {
  const { facts } = words
  const { ratings, handlingDays, responseDays } = found
  return (
    <dl class="fig">
      <Fact term={facts.median}>{facts.spread(handlingDays.median, handlingDays.p90)}</Fact>
      <Fact term={facts.response}>{facts.workingDays(responseDays.median)}</Fact>
      <Fact term={facts.answered}>
        <Missed rate={found.answered.rate} target={targets.answered} />
        {facts.share(found.answered)}
      </Fact>
      <Fact term={facts.published}>
        <Missed rate={found.published.rate} target={targets.published} />
        {facts.share(found.published)}
      </Fact>
      <Fact term={facts.rated}>{facts.ratings(ratings.satisfied, ratings.acceptable, ratings.notSatisfied)}</Fact>
    </dl>
  )
}

function Fact({ term, children }: { term: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd class="num">{children}</dd>
    </div>
  )
}
