import type { DayExplanation } from '../../server/domain/calendar'
import { addDays } from '../../server/domain/period'
import { entryName, weekdays } from '../vi/calendar'
import { calendarWords as words } from '../vi/calendar-pages'

export type YearDay = DayExplanation & { day: string }
export type YearCalendarProps = {
  /** Every day of the year, 1 January first. */
  days: readonly YearDay[]
  today: string
}

/** Twelve months from Monday to Sunday; a day that is not what its weekday says carries its name. */
export function YearCalendar({ days, today }: YearCalendarProps) {
  const months = new Map<string, YearDay[]>()
  for (const day of days) months.set(day.day.slice(0, 7), [...(months.get(day.day.slice(0, 7)) ?? []), day])
  return (
    <>
      <div class="year">
        {[...months].map(([month, days]) => (
          <Month key={month} month={month} days={days} today={today} />
        ))}
      </div>
      <ul class="cal-legend row">
        <li>
          <i class="fest" />
          {words.legend.off}
        </li>
        <li>
          <i class="swap" />
          {words.legend.work}
        </li>
        <li>
          <i class="fest maybe" />
          {words.legend.expected}
        </li>
        <li>
          <i class="today" />
          {words.legend.today}
        </li>
      </ul>
    </>
  )
}

function Month({ month, days, today }: { month: string; days: readonly YearDay[]; today: string }) {
  return (
    <table class="cal month">
      <caption>{words.month(Number(month.slice(5)))}</caption>
      <thead>
        <tr>
          {weekdays.heading.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(days).map((week) => (
          <tr key={week.monday}>
            {week.days.map((day, at) =>
              day ? <Day key={day.day} {...day} today={today} /> : <td key={`${week.monday}-${at}`} class="none" />,
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function weeksOf(days: readonly YearDay[]): { monday: string; days: (YearDay | undefined)[] }[] {
  const first = days[0]?.day ?? ''
  const byDay = new Map(days.map((day) => [day.day, day]))
  const weekday = new Date(`${first}T00:00:00Z`).getUTCDay() || 7
  const weeks: { monday: string; days: (YearDay | undefined)[] }[] = []
  for (let monday = addDays(first, 1 - weekday); monday <= (days.at(-1)?.day ?? ''); monday = addDays(monday, 7))
    weeks.push({ monday, days: Array.from({ length: 7 }, (_, i) => byDay.get(addDays(monday, i))) })
  return weeks
}

function Day({ day, reason, entry, today }: YearDay & { today: string }) {
  const state = entry ? (reason === 'swap_work' ? 'swap' : 'fest') : reason === 'weekend' ? 'rest' : ''
  const classes = [state, entry?.confidence === 'expected' ? 'maybe' : '', day === today ? 'today' : '']
  return (
    <td class={classes.filter(Boolean).join(' ') || undefined} title={entry ? entryName(entry) : undefined}>
      {Number(day.slice(8))}
      {entry && <span class="hid"> {entryName(entry)}</span>}
    </td>
  )
}
