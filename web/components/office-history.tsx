import { formatDay } from '../vi/format'
import { officeWords as words } from '../vi/offices'

export type OfficeHistoryProps = {
  /** Newest first. `day` in UTC+7, `time` as HH:MM; values are ready to be read, null: nothing stood there. */
  entries: {
    day: string
    time: string
    who: string
    action: string
    changes: { label: string; before: string | null; after: string | null }[]
  }[]
}

/** What stood there before, struck through; nothing for a thing that was new. */
function Before({ text }: { text: string | null }) {
  if (text === null) return null
  return <>{text === words.blank ? text : <s>{text}</s>} →</>
}

/** Who changed what of an office, with what stood there before. */
export function OfficeHistory({ entries }: OfficeHistoryProps) {
  return (
    <section class="box">
      <h2>{words.history}</h2>
      {entries.length === 0 && <p>{words.noHistory}</p>}
      <ol class="plain history">
        {entries.map(({ day, time, who, action, changes }, i) => (
          <li key={i}>
            <b>{action}</b>{' '}
            <span class="sm">
              {formatDay(day)} {time}, {who}
            </span>
            {changes.map(({ label, before, after }) => (
              <p key={label} class="sm">
                {label}: <Before text={before} /> {after ?? words.blank}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </section>
  )
}
