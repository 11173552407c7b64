import type { CaseView } from '../../../server/domain/case-view'
import { reliableFrom } from '../../../server/domain/suppression'
import { RateBar } from '../../charts/interval'
import { CountBar, MonthBars, MonthBarsLegend } from '../../charts/month-bars'
import { caseFigureWords as words } from '../../vi/case-figures'
import { formatCount, formatPercent, formatShortMonth, formatShortNumber } from '../../vi/format'
import { Part } from '../results/part'
import { Missed, targetText } from './lead'

/** What came in and what was answered, month by month: picture and table. */
export function Months({ view: { months } }: { view: CaseView }) {
  if (months.every((month) => month.new + month.handled === 0))
    return (
      <>
        <h2>{words.months}</h2>
        <p>{words.noMonths}</p>
      </>
    )
  const bars = months.map((month) => ({
    label: formatShortMonth(month.month),
    first: month.new,
    second: month.handled,
  }))
  return (
    <>
      <h2>{words.months}</h2>
      <MonthBars months={bars} alt={words.monthsAlt(months)} />
      <MonthBarsLegend first={words.received} second={words.handled} />
      <details>
        <summary>{words.showTable}</summary>
        <table class="tab counts">
          <thead>
            <tr>
              <th scope="col">{words.month}</th>
              <th scope="col" class="r">
                {words.received}
              </th>
              <th scope="col" class="r">
                {words.handled}
              </th>
            </tr>
          </thead>
          <tbody>
            {bars.map(({ label, first, second }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td class="r">{formatCount(first)}</td>
                <td class="r">{formatCount(second)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  )
}

/** How long answers took, in classes of working days. */
export function Handling({ view: { handling } }: { view: CaseView }) {
  const all = handling.reduce((sum, { count }) => sum + count, 0)
  if (all === 0) return null
  return (
    <>
      <h2>{words.handling}</h2>
      <table class="tab five counts">
        <thead>
          <tr>
            <th scope="col">{words.daysColumn}</th>
            <th scope="col">{words.share}</th>
            <th scope="col" class="r">
              {words.answers}
            </th>
          </tr>
        </thead>
        <tbody>
          {handling.map(({ upTo, count }, i) => (
            <tr key={upTo}>
              <th scope="row">{words.upTo(handling[i - 1]?.upTo ?? -1, upTo)}</th>
              <td class="whole">
                <CountBar count={count} of={all} />
              </td>
              <td class="r">{formatCount(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="sm">{words.handlingNote}</p>
    </>
  )
}

/** The rate of each office against the target of the scope. */
export function Offices({ view: { offices, targets } }: { view: CaseView }) {
  if (offices.length < 2) return null
  const target = targets.onTime
  return (
    <Part title={words.offices}>
      <table class="tab fold rated five">
        <thead>
          <tr>
            <th scope="col">{words.office}</th>
            <th scope="col">{target ? words.targetLine(targetText(target)) : words.onTime}</th>
            <th scope="col" class="r">
              {words.onTime}
            </th>
            <th scope="col" class="r">
              {words.total}
            </th>
            <th scope="col" class="r">
              {words.overdueShort}
            </th>
            <th scope="col" class="r">
              {words.median}
            </th>
          </tr>
        </thead>
        <tbody>
          {offices.map((office) => (
            <OfficeRow key={office.code} office={office} target={target} />
          ))}
        </tbody>
      </table>
      <p class="sm">{words.officesNote}</p>
    </Part>
  )
}

type OfficeRowProps = { office: CaseView['offices'][number]; target: CaseView['targets']['onTime'] }

function OfficeRow({ office: { name, total, onTime, overdue, median }, target }: OfficeRowProps) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td class="whole">
        {onTime.rate !== null && <RateBar rate={onTime.rate} target={target && target.hundredths / 100} />}
      </td>
      <td class="r rate">
        {onTime.rate === null ? (
          <span class="sm">{words.none}</span>
        ) : (
          <>
            <Missed rate={onTime.rate} target={target} />
            {formatPercent(onTime.rate)}
            {onTime.of < reliableFrom && <div class="sm">{words.few}</div>}
          </>
        )}
      </td>
      <td class="r" data-label={words.total}>
        {formatCount(total)}
      </td>
      <td class="r" data-label={words.overdueShort}>
        {formatCount(overdue)}
      </td>
      <td class="r" data-label={words.median}>
        {median === null ? '–' : formatShortNumber(median)}
      </td>
    </tr>
  )
}
