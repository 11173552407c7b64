import type { CaseEvent } from '../../server/domain/feedback-case'
import type { CasePageProps } from '../pages/case'
import { paths } from '../paths'
import { type EventNames, eventWords, senderName, toldWords } from '../vi/case-history'
import { casePage as words } from '../vi/case-page'
import { formatMoment } from '../vi/format'
import { CaseFiles } from './case-text'

type HistoryProps = Pick<CasePageProps, 'head' | 'events' | 'names' | 'files' | 'due'>

/** What happened, by whom, when and why, and what the sender was told. */
export function CaseHistory({ head, events, names, files, due }: HistoryProps) {
  const shown = events.filter(({ kind }) => kind !== 'note')
  return (
    <section class="box" id="dien-bien">
      <h2>{words.history}</h2>
      <ol class="tl">
        {shown.map((event, i) => (
          <li key={event.no} class={i === shown.length - 1 ? 'now' : undefined}>
            <EventLine event={event} names={names} />
            {event.kind === 'open' && head.enteredBy && !event.data.splitFrom && (
              <p class="sm">{words.enteredLater(head.receivedAt)}</p>
            )}
            <CaseFiles code={head.code} files={files.filter(({ eventNo }) => eventNo === event.no)} />
          </li>
        ))}
        {due?.kind === 'owed' && due.explanation.dueOn && (
          <li class="to">
            <b>{words.answer}</b> <span class="sm">{words.toCome(due.explanation.dueOn)}</span>
          </li>
        )}
      </ol>
    </section>
  )
}

/** One event: its title, who and when, what was said. */
export function EventLine({ event, names }: { event: CaseEvent; names: EventNames }) {
  const { title, text } = eventWords(event, names)
  const who = event.by === null ? senderName : (names.staff.get(event.by) ?? event.by)
  return (
    <>
      <b>{title}</b>{' '}
      <span class="sm">
        {formatMoment(event.at)} · {who}
      </span>
      {text.map((line) => (
        <p class="asis sm" key={line}>
          {line}
        </p>
      ))}
      {event.told && <p class="asis sm">{toldWords(event.told)}</p>}
    </>
  )
}

type NotesProps = Pick<CasePageProps, 'head' | 'events' | 'names' | 'deeds'>

/** What the staff tell each other; the sender never reads it. */
export function CaseNotes({ head, events, names, deeds }: NotesProps) {
  const notes = events.filter((event) => event.kind === 'note')
  return (
    <section class="box" id="ghi-chu">
      <h2>{words.notes}</h2>
      <p class="sm">{words.notesAbout}</p>
      {notes.length === 0 && <p class="sm">{words.noNotes}</p>}
      {notes.map((event) => (
        <div key={event.no}>
          {event.kind === 'note' && <p class="asis">{event.data.text}</p>}
          <p class="sm">
            {names.staff.get(event.by ?? '') ?? senderName}, {formatMoment(event.at)}
          </p>
        </div>
      ))}
      {deeds.includes('note') && (
        <form method="post" action={paths.staff.case(head.code, 'ghi-chu')}>
          <input type="hidden" name="version" value={String(head.version)} />
          <input type="hidden" name="seen" value={String(events.length)} />
          <div class="field">
            <label for="note-text">{words.noteLabel}</label>
            <textarea class="t" id="note-text" name="text" rows={2} />
          </div>
          <button type="submit" class="btn alt">
            {words.addNote}
          </button>
        </form>
      )}
    </section>
  )
}
