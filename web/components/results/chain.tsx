import type { ComponentChildren } from 'preact'
import { isShown } from '../../../server/domain/comparison'
import type { Results } from '../../../server/domain/results'
import { invalidStandings } from '../../../server/domain/validity'
import { formatCount, formatInterval, formatPercent } from '../../vi/format'
import { invalidWords, meanRemark } from '../../vi/numbers'
import { resultsWords as words } from '../../vi/results'
import { validityChain } from '../../vi/terms'
import { Part } from './part'

/** Handed out → collected → valid → not valid, by reason. */
export function Chain({ results: { figures } }: { results: Results }) {
  const { issued, collected, valid, doubtful, invalid, reasons } = figures.validity
  const listed = invalidStandings.filter((standing) => reasons[standing] > 0)
  return (
    <Part title={words.chain}>
      <dl class="fig">
        <Count term={validityChain.issued}>
          {issued === null ? <span class="sm">{words.notCounted}</span> : formatCount(issued)}
        </Count>
        <Count term={validityChain.collected}>{formatCount(collected)}</Count>
        <Count term={validityChain.valid} note={doubtful > 0 ? words.ofDoubtful(doubtful) : undefined}>
          {formatCount(valid)}
        </Count>
        <Count
          term={validityChain.invalid}
          note={listed.map((standing) => words.reason(invalidWords[standing], reasons[standing])).join(', ')}
        >
          {formatCount(invalid)}
        </Count>
      </dl>
    </Part>
  )
}

/** Numbers of their own, never mixed with the rate: fully satisfied people, the converted mean. */
export function OtherNumbers({ results: { figures, definition } }: { results: Results }) {
  const { overall, fullySatisfied: full } = figures
  if (!isShown(overall)) return null
  return (
    <Part title={words.other}>
      <dl class="fig two">
        {full.rate !== null && (
          <Count term={words.fully} note={words.fullyNote(full.count, full.of)}>
            {formatPercent(full.rate)}{' '}
            {full.low !== null && full.high !== null && <span class="sm">({formatInterval(full.low, full.high)})</span>}
          </Count>
        )}
        {overall.mean !== null && overall.meanLevel !== null && (
          <Count term={words.mean} note={meanRemark}>
            {words.meanOf(overall.meanLevel, definition.scale.length, overall.mean)}
          </Count>
        )}
      </dl>
    </Part>
  )
}

function Count({ term, note, children }: { term: string; note?: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd class="num">
        {children}
        {note && <div class="sm">{note}</div>}
      </dd>
    </div>
  )
}
