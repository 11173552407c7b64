import type { Period } from '../../server/domain/period'
import type { PeriodStanding } from '../../server/domain/period-close'
import { PeriodState } from '../components/period-state'
import { Scrollable } from '../components/results/scrollable'
import { paths } from '../paths'
import { formatCount, formatDay } from '../vi/format'
import { periodName, periods } from '../vi/periods'

export type PeriodLine = {
  period: Period
  standing: PeriodStanding
  ended: boolean
  /** At closing, over every survey of the snapshot; null without one. */
  valid: number | null
  late: number | null
  dossiers: number | null
}

export type PeriodsProps = {
  offices: { code: string; name: string }[]
  office: string
  years: number[]
  year: number
  rule: keyof typeof periods.rules
  lines: PeriodLine[]
}

/** The reporting periods of an office in a year and where each stands. */
export function PeriodsPage(props: PeriodsProps) {
  return (
    <>
      <h1>{periods.title}</h1>
      <Filters {...props} />
      <section class="box">
        <p class="sm">{periods.about}</p>
        {props.lines.length === 0 ? <p>{periods.nothing}</p> : <Table {...props} />}
      </section>
    </>
  )
}

function Filters({ offices, office, years, year, rule }: PeriodsProps) {
  const words = periods.filters
  return (
    <form class="row filters by" method="get" action={paths.staff.periods()} data-auto-submit>
      <label>
        {words.office}{' '}
        <select name="don-vi">
          {offices.map(({ code, name }) => (
            <option key={code} value={code} selected={code === office}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words.year}{' '}
        <select name="nam">
          {years.map((one) => (
            <option key={one} value={one} selected={one === year}>
              {one}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words.rule}{' '}
        <select name="cach">
          {Object.entries(periods.rules).map(([code, name]) => (
            <option key={code} value={code} selected={code === rule}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" class="btn alt">
        {words.show}
      </button>
    </form>
  )
}

function Table({ lines, office }: PeriodsProps) {
  const { columns } = periods
  return (
    <Scrollable label={periods.title}>
      <table class="tab fold rated">
        <thead>
          <tr>
            <th scope="col">{columns.period}</th>
            <th scope="col">{columns.state}</th>
            <th scope="col">{columns.days}</th>
            <th scope="col" class="r">
              {columns.valid}
            </th>
            <th scope="col" class="r">
              {columns.late}
            </th>
            <th scope="col" class="r">
              {columns.dossiers}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line key={line.period.text} line={line} office={office} />
          ))}
        </tbody>
      </table>
    </Scrollable>
  )
}

function Line({ line, office }: { line: PeriodLine; office: string }) {
  const { period, standing, ended, valid, late, dossiers } = line
  return (
    <tr>
      <th scope="row">
        <a href={paths.staff.period(office, period.text)}>{periodName(period.text)}</a>
      </th>
      <td class="rate">
        <PeriodState standing={standing} /> {!ended && <span class="sm">{periods.running}</span>}
      </td>
      <td class="nw">
        {formatDay(period.from)} – {formatDay(period.to)}
      </td>
      <Count count={valid} label={periods.columns.valid} />
      <Count count={late} label={periods.columns.late} />
      <Count count={dossiers} label={periods.columns.dossiers} />
    </tr>
  )
}

function Count({ count, label }: { count: number | null; label: string }) {
  if (count === null) return <td class="r nothing">{periods.none}</td>
  return (
    <td class="r" data-label={label}>
      {formatCount(count)}
    </td>
  )
}
