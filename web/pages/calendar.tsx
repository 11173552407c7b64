import type { StoredEntry } from '../../db/calendar'
import type { CalendarEntry } from '../../server/domain/calendar'
import { YearCalendar, type YearCalendarProps } from '../components/year-calendar'
import { paths } from '../paths'
import { daysRange, entryKindNames, entryName, entrySource } from '../vi/calendar'
import { calendarWords as words } from '../vi/calendar-pages'

export type CalendarLine = CalendarEntry &
  Partial<Pick<StoredEntry, 'id'>> & { office: string | null; mayRemove: boolean }
export type CalendarPageProps = YearCalendarProps & {
  year: number
  version: number
  working: number
  lines: readonly CalendarLine[]
  /** May add and remove something; `all`: days of everybody as well. */
  may: { change: boolean; all: boolean }
  notice: string | null
}

/** A year: twelve months, and every day that is not what its weekday says, in words. */
export function CalendarPage({ year, version, working, lines, may, notice, ...grid }: CalendarPageProps) {
  return (
    <div class="stack">
      <div class="row">
        <h1>{words.of(year)}</h1>
        <span class="chip c-idle">{words.version(version)}</span>
        <span class="sm">{words.workingDays(working)}</span>
        {may.change && (
          <a class="btn push unprinted" href={paths.staff.calendar('them')}>
            {words.add}
          </a>
        )}
      </div>
      {notice && (
        <p class="note unprinted" role="status">
          {notice}
        </p>
      )}
      <nav class="row tabs unprinted" aria-label={words.years}>
        {[-2, -1, 0, 1, 2].map((step) => (
          <a key={step} href={yearAddress(year + step)} aria-current={step === 0 ? 'page' : undefined}>
            {year + step}
          </a>
        ))}
      </nav>
      <section class="box">
        <YearCalendar {...grid} />
      </section>
      <section class="box wide">
        <h2>{words.list}</h2>
        <Lines lines={lines} />
        {lines.some(({ confidence }) => confidence === 'expected') && <p class="sm">{words.expectedAbout}</p>}
      </section>
      <p class="sm">{words.about}</p>
      <p class="row unprinted">
        <a href={paths.staff.calendar('phien-ban')}>{words.history}</a>
        <span>
          {words.exportTitle}: <a href={paths.staff.calendar('lich.json')}>JSON</a>{' '}
          <a href={paths.staff.calendar('lich.csv')}>CSV</a>
        </span>
        {may.all && <a href={paths.staff.calendar('nhap')}>{words.importTitle}</a>}
      </p>
    </div>
  )
}

const yearAddress = (year: number) => paths.staff.calendar(undefined, { nam: String(year) })

function Lines({ lines }: { lines: readonly CalendarLine[] }) {
  const { columns } = words
  if (lines.length === 0) return <p>{words.nothing}</p>
  return (
    <table class="tab fold days-list">
      <thead>
        <tr>
          <th scope="col">{columns.days}</th>
          <th scope="col">{columns.name}</th>
          <th scope="col">{columns.kind}</th>
          <th scope="col">{columns.source}</th>
          <th scope="col" class="unprinted">
            <span class="hid">{words.remove}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={`${line.from} ${line.id ?? line.name}`}>
            <td data-label={columns.days}>{daysRange(line.from, line.to)}</td>
            <td data-label={columns.name}>
              {entryName(line)} {line.confidence === 'expected' && <span class="chip c-idle">{words.expected}</span>}
              {line.office !== null && <span class="sm"> · {line.office}</span>}
            </td>
            <td data-label={columns.kind}>{entryKindNames[line.kind]}</td>
            <td data-label={columns.source} class="sm">
              {entrySource(line)}
            </td>
            <td class="unprinted">
              {line.mayRemove && line.id !== undefined && <Remove id={line.id} name={entryName(line)} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Remove({ id, name }: { id: number; name: string }) {
  return (
    <form method="post" action={paths.staff.calendar('bo')}>
      <input type="hidden" name="id" value={id} />
      <button type="submit" class="lnk" aria-label={words.removeOf(name)}>
        {words.remove}
      </button>
    </form>
  )
}
