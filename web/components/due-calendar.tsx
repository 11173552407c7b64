import type { DayLine } from '../../server/domain/calendar'
import type { ClockStart } from '../../server/domain/case-history'
import type { DueExplanation } from '../../server/domain/deadlines'
import { addDays } from '../../server/domain/period'
import { entryWord, weekdayAndDay, weekdays } from '../vi/calendar'
import { type DueReader, dayLineWords, dueBasis, dueSentences, dueWords as words } from '../vi/due'

export type DueCalendarProps = {
  explanation: DueExplanation
  /** What began the clock. */
  start?: ClockStart
  /** YYYY-MM-DD in UTC+7. */
  today: string
  /** Whom the words speak to. */
  reader?: DueReader
  /** What the deadline rests on: the source of its policy. */
  basis?: string | null
  /** A heading of its own; without it the page has one. */
  heading?: boolean
}

/**
 * "Vì sao hạn là ngày này?": sentences, a calendar from Monday to Sunday with each day counted or skipped, every day in
 * words, and the version and documents behind it. The sheet is web/styles/calendar.css.
 */
export function DueCalendar({
  explanation,
  start = 'sent',
  today,
  reader = 'sender',
  basis = null,
  heading = true,
}: DueCalendarProps) {
  const { days } = explanation
  return (
    <div class="why-due">
      {heading && <h2>{words.title}</h2>}
      <p>{dueSentences(explanation, reader, start).join(' ')}</p>
      <Weeks explanation={explanation} start={start} today={today} />
      <Legend days={days} today={today} />
      <details>
        <summary>{words.inWords}</summary>
        <ul class="day-list">
          <li>
            <b>{weekdayAndDay(explanation.from)}</b>: {words.starts[start].line}
          </li>
          {days.map((line) => (
            <li key={line.day}>
              <b>{weekdayAndDay(line.day)}</b>: {dayLineWords(line, reader)}
            </li>
          ))}
        </ul>
      </details>
      <p class="sm">{dueBasis(explanation, basis)}</p>
    </div>
  )
}

type WeeksProps = Pick<DueCalendarProps, 'explanation' | 'today'> & { start: ClockStart }

function Weeks({ explanation, start, today }: WeeksProps) {
  const { from, days } = explanation
  const last = days.at(-1)?.day ?? from
  const lines = new Map(days.map((line) => [line.day, line]))
  return (
    <table class="cal">
      <caption class="hid">{words.caption(from, last)}</caption>
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
        {weeksOf(from, last).map((week) => (
          <tr key={week[0]}>
            {week.map((day) => (
              <Day key={day} {...{ day, explanation, start, today }} line={lines.get(day)} first={week} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Whole weeks from Monday to Sunday that hold both days. */
function weeksOf(from: string, to: string): string[][] {
  const weekday = new Date(`${from}T00:00:00Z`).getUTCDay() || 7
  const weeks: string[][] = []
  for (let monday = addDays(from, 1 - weekday); monday <= to; monday = addDays(monday, 7))
    weeks.push(Array.from({ length: 7 }, (_, i) => addDays(monday, i)))
  return weeks
}

type DayProps = WeeksProps & { day: string; line: DayLine | undefined; first: string[] }

function Day({ day, line, explanation, start, today, first }: DayProps) {
  const { from, dueOn } = explanation
  const isToday = day === today
  const number = <b>{numberOf(day, from, first)}</b>
  if (day === from)
    return (
      <td class={isToday ? 'begin today' : 'begin'}>
        {number}
        {words.starts[start].cell}
        {isToday && <span class="hid">{words.today}</span>}
      </td>
    )
  if (!line)
    return (
      <td class={isToday ? 'beyond today' : 'beyond'}>
        {number}
        {isToday && <span class="hid">{words.today}</span>}
      </td>
    )
  return (
    <td class={classOf(line, dueOn, isToday)}>
      {number}
      {day === dueOn ? words.due(line.ordinal) : <What line={line} />}
      {isToday && <span class="hid">{words.today}</span>}
    </td>
  )
}

function What({ line: { ordinal, reason, entry } }: { line: DayLine }) {
  if (reason === 'swap_work') return <>{`${words.inLieu} ${ordinal}`}</>
  if (ordinal === null) return <>{reason === 'paused' ? words.paused : entryWord(entry)}</>
  return (
    <>
      <span class="hid">{words.ordinal}</span>
      {ordinal}
    </>
  )
}

function classOf({ day, ordinal, reason }: DayLine, dueOn: string | null, isToday: boolean): string {
  const state = day === dueOn ? 'end' : ordinal === null ? 'off' : reason === 'swap_work' ? 'on swap' : 'on'
  return isToday ? `${state} today` : state
}

/** The month stands beside the first day of the table and of each month. */
function numberOf(day: string, from: string, week: string[]): string {
  const names = day.endsWith('-01') || (day === week[0] && week.includes(from))
  return names ? `${Number(day.slice(8))}/${Number(day.slice(5, 7))}` : String(Number(day.slice(8)))
}

function Legend({ days, today }: { days: readonly DayLine[]; today: string }) {
  return (
    <ul class="cal-legend">
      <li>
        <i class="on" />
        {words.legendCounted}
      </li>
      <li>
        <i class="off" />
        {words.legendOff}
      </li>
      {days.some(({ reason, ordinal }) => reason === 'swap_work' && ordinal !== null) && (
        <li>
          <i class="on swap" />
          {words.legendSwapped}
        </li>
      )}
      {days.some(({ day }) => day === today) && (
        <li>
          <i class="today" />
          {words.legendToday}
        </li>
      )}
    </ul>
  )
}
