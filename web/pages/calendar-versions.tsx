import type { CalendarVersion } from '../../db/calendar'
import type { CalendarEntry } from '../../server/domain/calendar'
import { paths } from '../paths'
import { daysRange, entryName } from '../vi/calendar'
import { calendarWords as words } from '../vi/calendar-pages'
import { formatMoment } from '../vi/format'

export type VersionLine = CalendarVersion & {
  who: string | null
  added: readonly CalendarEntry[]
  removed: readonly CalendarEntry[]
}

/** Every version of the calendar, the newest first, with what it added and removed and the document behind it. */
export function CalendarVersionsPage({ versions }: { versions: readonly VersionLine[] }) {
  return (
    <div class="stack">
      <p>
        <a href={paths.staff.calendar()}>{words.back}</a>
      </p>
      <h1>{words.history}</h1>
      {versions.map((version) => (
        <section class="box" key={version.number}>
          <h2>
            {words.version(version.number)}: {version.summary}
          </h2>
          <p class="sm">
            {formatMoment(version.madeAt)} · {version.who ?? words.shipped}
            {version.document !== '' && ` · ${version.document}`}
          </p>
          <Changes title={words.added} entries={version.added} />
          <Changes title={words.removed} entries={version.removed} />
          <p class="sm">
            {words.exportTitle}: <a href={paths.staff.calendar('lich.json', { ban: String(version.number) })}>JSON</a>{' '}
            <a href={paths.staff.calendar('lich.csv', { ban: String(version.number) })}>CSV</a>
          </p>
        </section>
      ))}
    </div>
  )
}

const fewEntries = 6

function Changes({ title, entries }: { title: string; entries: readonly CalendarEntry[] }) {
  if (entries.length === 0) return null
  const list = (
    <ul>
      {entries.map((entry) => (
        <li key={JSON.stringify(entry)}>
          {daysRange(entry.from, entry.to)}: {entryName(entry)}
        </li>
      ))}
    </ul>
  )
  return (
    <details open={entries.length <= fewEntries}>
      <summary>
        {title}: {entries.length}
      </summary>
      {list}
    </details>
  )
}
