import type { CaseView } from '../../../server/domain/case-view'
import { caseFigureWords as words } from '../../vi/case-figures'
import { caseKindNames } from '../../vi/cases'
import { formatCount, formatPercent } from '../../vi/format'

/** What is no petition, counted apart; restricted cases only as exactly as this person may know. */
export function Others({ view: { others, restricted } }: { view: CaseView }) {
  return (
    <>
      <h2>{words.others}</h2>
      {others.length === 0 ? (
        <p>{words.noOthers}</p>
      ) : (
        <table class="tab counts">
          <thead>
            <tr>
              <th scope="col">{words.kind}</th>
              <th scope="col" class="r">
                {words.received}
              </th>
              <th scope="col" class="r">
                {words.handled}
              </th>
              <th scope="col" class="r">
                {words.inProgress}
              </th>
            </tr>
          </thead>
          <tbody>
            {others.map(({ kind, new: fresh, handled, inProgress }) => (
              <tr key={kind}>
                <th scope="row">{caseKindNames[kind]}</th>
                <td class="r">{formatCount(fresh)}</td>
                <td class="r">{formatCount(handled)}</td>
                <td class="r">{formatCount(inProgress)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {restricted.kind !== 'none' && <p class="sm">{words.restricted(restricted)}</p>}
    </>
  )
}

/** The items of 766/QĐ-TTg and indicator 8, for reference. */
export function Indicators({ view: { found, dossiers } }: { view: CaseView }) {
  const { rows } = words
  const rate = (value: number | null) => (value === null ? words.none : formatPercent(value))
  const lines: [string, string][] = [
    [rows.handled, rate(found.handled.rate)],
    [rows.onTime, rate(found.onTimeNationally.rate)],
    [rows.satisfied, rate(found.satisfied.rate)],
    [rows.dossiers, dossiers ? rate(dossiers.rate) : words.noDossiers],
    [rows.indicator8, words.points(found.indicator8)],
    [rows.publishedOnTime, rate(found.publishedOnTime.rate)],
  ]
  return (
    <>
      <h2>{words.indicators}</h2>
      <table class="tab counts">
        <thead>
          <tr>
            <th scope="col">{words.indicator}</th>
            <th scope="col" class="r">
              {words.value}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(([label, value]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td class="r wrap">{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="sm">{words.indicatorsNote}</p>
    </>
  )
}
