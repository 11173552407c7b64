import type { AuditLine } from '../pages/audit'
import { auditWords } from '../vi/audit'
import { capitalise } from '../vi/format'
import { officeWords as words } from '../vi/offices'

/** Newest first. */
export type OfficeHistoryProps = { entries: readonly AuditLine[] }

/** What stood there before, struck through; nothing for a thing that was new. */
function Before({ text }: { text: string | null }) {
  if (text === null) return null
  return <>{text === auditWords.blank ? text : <s>{text}</s>} →</>
}

/** Who changed what of an office, with what stood there before. */
export function OfficeHistory({ entries }: OfficeHistoryProps) {
  return (
    <section class="box">
      <h2>{words.history}</h2>
      {entries.length === 0 && <p>{words.noHistory}</p>}
      <ol class="plain history">
        {entries.map(({ id, at, who, what, changes }) => (
          <li key={id}>
            <b>{capitalise(what)}</b>{' '}
            <span class="sm">
              {at}, {who}
            </span>
            {changes.map(({ label, before, after }) => (
              <p key={label} class="sm">
                {label}: <Before text={before} /> {after}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </section>
  )
}
