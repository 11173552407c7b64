import type { CaseCounts } from '../../../server/domain/case-identity'
import type { CaseView } from '../../../server/domain/case-view'
import { contentGroups } from '../../../server/domain/case-words'
import { CountBar } from '../../charts/month-bars'
import { caseFigureWords as words } from '../../vi/case-figures'
import { caseColumnWords as names } from '../../vi/case-reports'
import { contentGroupNames } from '../../vi/cases'
import { formatCount } from '../../vi/format'

const came = ['carried', 'new', 'again'] as const
const left = [
  ...(['handled', 'inProgress', 'refused', 'forwarded'] as const),
  ...(['returned', 'withdrawn', 'merged', 'split'] as const),
]

/** What came in and what became of it: two halves with the same sum. */
export function Identity({ view: { counts, balanced } }: { view: CaseView }) {
  const shown = left.filter((key) => counts[key] > 0 || key === 'handled' || key === 'inProgress')
  return (
    <>
      <h2>{words.identity}</h2>
      {!balanced && (
        <p class="note er" role="alert">
          {words.unbalanced}
        </p>
      )}
      <table class="tab five counts">
        <thead>
          <tr>
            <th scope="col">{words.line}</th>
            <th scope="col">{words.share}</th>
            <th scope="col" class="r">
              {words.count}
            </th>
          </tr>
        </thead>
        <Half title={words.came} keys={came} counts={counts} />
        <Half title={words.left} keys={shown} counts={counts} />
      </table>
      <p class="sm">
        {words.casesAndSenders(counts.cases, counts.senders)} {words.againNote}
      </p>
    </>
  )
}

function Half({ title, keys, counts }: { title: string; keys: readonly (keyof CaseCounts)[]; counts: CaseCounts }) {
  return (
    <tbody>
      <tr class="dimr">
        <th colSpan={2} scope="rowgroup">
          {title}
        </th>
        <td class="r">
          <b>{formatCount(counts.total)}</b>
        </td>
      </tr>
      {keys.map((key) => (
        <tr key={key}>
          <th scope="row">
            {names[key]}
            {key === 'inProgress' && counts.overdue > 0 && <div class="sm">{words.ofThem(counts.overdue)}</div>}
            {key === 'handled' && counts.handledLate > 0 && <div class="sm">{words.ofThem(counts.handledLate)}</div>}
          </th>
          <td class="whole">
            <CountBar count={counts[key]} of={counts.total} />
          </td>
          <td class="r">{formatCount(counts[key])}</td>
        </tr>
      ))}
    </tbody>
  )
}

/** The three groups of content, and what nobody has classified. */
export function Groups({ view: { counts } }: { view: CaseView }) {
  return (
    <>
      <h2>{words.groups}</h2>
      <table class="tab five counts">
        <thead>
          <tr>
            <th scope="col">{words.group}</th>
            <th scope="col">{words.share}</th>
            <th scope="col" class="r">
              {words.count}
            </th>
          </tr>
        </thead>
        <tbody>
          {contentGroups.map((group) => (
            <tr key={group}>
              <th scope="row">{contentGroupNames[group]}</th>
              <td class="whole">
                <CountBar count={counts[group]} of={counts.total} />
              </td>
              <td class="r">{formatCount(counts[group])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
