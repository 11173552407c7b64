import type { ComponentChildren } from 'preact'
import { isShown, judge } from '../../../server/domain/comparison'
import type { Results } from '../../../server/domain/results'
import { intervalAxis } from '../../charts/axis'
import { Interval } from '../../charts/interval'
import { formatCount, formatInterval, formatNumber, formatPercent, formatPeriod } from '../../vi/format'
import { sampleText, stateWords, targetFrom as targetFromText } from '../../vi/numbers'
import { resultsWords as words } from '../../vi/results'
import { CheckIcon } from './check-icon'
import { targetPercent, targetText } from './rate'

/** The rate in words: number, target, change, interval, answers, response rate, reliability. */
export function Overall({ results }: { results: Results }) {
  const { overall } = results.figures
  const shown = isShown(overall) && overall.rate !== null ? overall.rate : null
  return (
    <>
      <h2>{words.overall}</h2>
      <div class="row">
        {shown === null ? (
          <p class="big wordy">{stateWords[overall.state]}</p>
        ) : (
          <p class="big num">
            {formatNumber(shown)}
            <small>&nbsp;%</small>
          </p>
        )}
        <div>
          <Sentences results={results} />
        </div>
      </div>
      <Facts results={results} />
      <Remarks results={results} />
    </>
  )
}

function Sentences({ results: { figures, target, targetFrom, change } }: { results: Results }) {
  const { overall } = figures
  const { rate, low, high } = overall
  if (!isShown(overall) || rate === null || low === null || high === null) return null
  const verdict = target && judge(rate, target)
  const line = targetPercent(target)
  return (
    <>
      <p>
        <b>{verdict && target ? words.target(verdict.verdict, targetText(target), verdict.points) : words.noTarget}</b>
      </p>
      {target && targetFrom && <p class="sm">{targetFromText(targetFrom)}</p>}
      {change && <p>{words.change(nameBefore(change.period), change.difference.points, change.difference.distinct)}</p>}
      <Interval axis={intervalAxis([low, line])} rate={rate} low={low} high={high} target={line} />
    </>
  )
}

const nameBefore = (period: string | null) => (period ? formatPeriod(period) : words.before.days)

function Facts({ results: { figures, response } }: { results: Results }) {
  const { overall, n } = figures
  const known = isShown(overall) && overall.low !== null && overall.high !== null
  return (
    <dl class="fig">
      <Fact term={words.interval}>
        {known ? formatInterval(overall.low ?? 0, overall.high ?? 0) : stateWords[overall.state]}
      </Fact>
      <Fact term={words.valid}>{words.validOf(n, response?.dossiers ?? null)}</Fact>
      <Fact term={words.responseRate}>
        {response?.rate != null ? formatPercent(response.rate) : <span class="sm">{words.noDossiers}</span>}
      </Fact>
      <Fact term={words.reliability}>
        <Reliability results={{ figures, response }} />
      </Fact>
    </dl>
  )
}

function Reliability({ results: { figures, response } }: { results: Pick<Results, 'figures' | 'response'> }) {
  if (figures.overall.state !== 'ok') return <>{stateWords[figures.overall.state]}</>
  if (response && response.sample.missing > 0) return <>{words.missing(formatCount(response.sample.missing))}</>
  return (
    <>
      <CheckIcon /> {response ? words.enough : words.fromThirty}
    </>
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

/** What a careful reader must know beside the number: the sample, those who did not answer. */
function Remarks({ results: { response, figures } }: { results: Results }) {
  if (!response) return null
  const { sample, bounds, rate } = response
  return (
    <p class="sm">
      {sample.missing > 0 && `${sampleText(sample)} `}
      {bounds && isShown(figures.overall) && `${words.bounds(bounds.low, bounds.high)} `}
      {rate !== null && rate > 100 && words.overHundred}
    </p>
  )
}
