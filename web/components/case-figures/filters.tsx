import { paths } from '../../paths'
import { caseFigureWords } from '../../vi/case-figures'
import { keepWords } from '../../vi/compounds'
import { capitalise, formatPeriod } from '../../vi/format'
import { type Option, Options } from '../select'

const words = caseFigureWords.filters

export type CaseFilterProps = {
  /** What the address asks for; `period` empty: days of one's own choice. */
  chosen: { period: string; from: string; to: string; office: string }
  periods: { cutoff14: readonly string[]; calendar: readonly string[] }
  offices: readonly Option[]
}

/** Period and office in plain forms; on a phone they open over the page. */
export function CaseFilters({ chosen, periods, offices }: CaseFilterProps) {
  const { period, from, to, office } = chosen
  const place = offices.find(({ value }) => value === office)
  return (
    <>
      <p class="chosen">
        <span>{keepWords(place?.label ?? '')}</span>
        <button type="button" class="btn alt" popovertarget="filters">
          {words.open}
        </button>
      </p>
      <div id="filters" class="sheet" popover="auto">
        <form
          class="row filters"
          method="get"
          action={paths.staff.caseFigures()}
          aria-label={words.label}
          data-auto-submit
        >
          <label>
            {words.period}{' '}
            <select name="period">
              {period === '' && <option value="">{words.chosenDays}</option>}
              <Periods label={words.calendar} periods={periods.calendar} chosen={period} />
              <Periods label={words.cutoff} periods={periods.cutoff14} chosen={period} />
            </select>
          </label>
          {period === '' && <input type="hidden" name="from" value={from} />}
          {period === '' && <input type="hidden" name="to" value={to} />}
          <label>
            {words.place}{' '}
            <select name="office">
              <Options options={offices} chosen={office} />
            </select>
          </label>
          <button type="submit" class="btn alt">
            {words.show}
          </button>
        </form>
        <details class="mt" open={period === ''}>
          <summary>{words.otherDays}</summary>
          <form class="row filters" method="get" action={paths.staff.caseFigures()}>
            <input type="hidden" name="office" value={office} />
            <label>
              {words.from} <input class="t" type="date" name="from" value={from} required />
            </label>
            <label>
              {words.to} <input class="t" type="date" name="to" value={to} required />
            </label>
            <button type="submit" class="btn alt">
              {words.show}
            </button>
          </form>
        </details>
      </div>
    </>
  )
}

function Periods({ label, periods, chosen }: { label: string; periods: readonly string[]; chosen: string }) {
  const options = periods.map((value) => ({ value, label: capitalise(formatPeriod(value)) }))
  return (
    <optgroup label={label}>
      <Options options={options} chosen={chosen} />
    </optgroup>
  )
}
