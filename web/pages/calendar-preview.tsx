import type { CalendarEntry } from '../../server/domain/calendar'
import type { CalendarChange } from '../../server/domain/calendar-change'
import type { DueMove } from '../../server/domain/calendar-impact'
import { paths } from '../paths'
import { daysRange, entryKindNames, entryName, entrySource } from '../vi/calendar'
import { calendarWords as words } from '../vi/calendar-pages'
import { formatDayLong } from '../vi/format'

export type CalendarPreviewProps = {
  change: CalendarChange
  add: readonly CalendarEntry[]
  remove: readonly CalendarEntry[]
  moves: readonly DueMove[]
  /** Names of offices by code. */
  offices: ReadonlyMap<string, string>
  note: string | null
}

const mostMoves = 200

/** Everything that a change of the calendar does, before it does: days, and the open cases whose due date moves. */
export function CalendarPreviewPage({ change, add, remove, moves, offices, note }: CalendarPreviewProps) {
  return (
    <div class="stack">
      <h1>{words.previewTitle}</h1>
      {note && (
        <p class="note wa" role="alert">
          {note}
        </p>
      )}
      {add.length > 0 && <Entries title={words.willAdd(add.length)} entries={add} offices={offices} />}
      {remove.length > 0 && <Entries title={words.willRemove(remove.length)} entries={remove} offices={offices} />}
      <Moves moves={moves} offices={offices} />
      <form class="row" method="post" action={paths.staff.calendar('xac-nhan')}>
        <input type="hidden" name="change" value={JSON.stringify(change)} />
        <button type="submit" class="btn">
          {words.confirm}
        </button>
        <a class="lnk" href={paths.staff.calendar()}>
          {words.cancel}
        </a>
      </form>
    </div>
  )
}

type EntriesProps = { title: string; entries: readonly CalendarEntry[]; offices: ReadonlyMap<string, string> }

function Entries({ title, entries, offices }: EntriesProps) {
  const { columns } = words
  return (
    <section class="box wide">
      <h2>{title}</h2>
      <table class="tab fold days-list">
        <thead>
          <tr>
            <th scope="col">{columns.days}</th>
            <th scope="col">{columns.name}</th>
            <th scope="col">{columns.kind}</th>
            <th scope="col">{columns.source}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={JSON.stringify(entry)}>
              <td data-label={columns.days}>{daysRange(entry.from, entry.to)}</td>
              <td data-label={columns.name}>
                {entryName(entry)}
                {entry.officeCode && <span class="sm"> · {offices.get(entry.officeCode) ?? entry.officeCode}</span>}
              </td>
              <td data-label={columns.kind}>{entryKindNames[entry.kind]}</td>
              <td data-label={columns.source} class="sm">
                {entrySource(entry)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Moves({ moves, offices }: Pick<CalendarPreviewProps, 'moves' | 'offices'>) {
  const { moveColumns } = words
  if (moves.length === 0) return <p>{words.noMoves}</p>
  return (
    <section class="box wide">
      <h2>{words.moves(moves.length)}</h2>
      <table class="tab fold">
        <thead>
          <tr>
            <th scope="col">{moveColumns.code}</th>
            <th scope="col">{moveColumns.office}</th>
            <th scope="col">{moveColumns.before}</th>
            <th scope="col">{moveColumns.after}</th>
          </tr>
        </thead>
        <tbody>
          {moves.slice(0, mostMoves).map(({ code, officeCode, before, after }) => (
            <tr key={code}>
              <th scope="row" class="nw">
                {code}
              </th>
              <td data-label={moveColumns.office}>{offices.get(officeCode) ?? officeCode}</td>
              <td data-label={moveColumns.before}>{formatDayLong(before)}</td>
              <td data-label={moveColumns.after}>
                <b>{formatDayLong(after)}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {moves.length > mostMoves && <p>{words.moreMoves(moves.length - mostMoves)}</p>}
      <p class="sm">{words.movesAbout}</p>
    </section>
  )
}
