import type { CaseDue, CasePageProps } from '../pages/case'
import { casePage as words } from '../vi/case-page'
import { dueLabel } from '../vi/case-timeline'
import { formatDay, formatDayLong } from '../vi/format'
import { DueCalendar } from './due-calendar'

/** The last day for the answer, how long it still is, and why it is that day; or how it was kept. */
export function CaseDueBox({ due, today }: { due: CaseDue; today: string }) {
  if (due.kind === 'answered') return <Answered {...due} />
  const { explanation, start, state, basis, superiorDueOn } = due
  const { dueOn } = explanation
  return (
    <section class="box" id="han">
      <h2>{words.due}</h2>
      {dueOn ? (
        <>
          <p class="due num">{formatDay(dueOn)}</p>
          <p class={state.kind === 'overdue' ? 'late' : undefined}>
            {formatDayLong(dueOn).split(',')[0]}. <b>{dueLabel(state)}</b>
          </p>
        </>
      ) : (
        <p>
          <b>{words.duePaused}</b>
        </p>
      )}
      {superiorDueOn && <p>{words.bySuperior(superiorDueOn)}</p>}
      <details open data-details>
        <summary>{words.why}</summary>
        <DueCalendar
          explanation={explanation}
          start={start}
          today={today}
          reader="staff"
          basis={basis}
          heading={false}
        />
      </details>
    </section>
  )
}

function Answered({ at, dueOn, late }: Extract<CaseDue, { kind: 'answered' }>) {
  return (
    <section class="box">
      <h2>{words.due}</h2>
      <p>{words.answeredOn(at)}</p>
      {dueOn && (
        <p class={late ? 'late' : undefined}>{late ? words.answeredLate(dueOn) : words.answeredInTime(dueOn)}</p>
      )}
    </section>
  )
}

/** The other clocks that run, as sentences. */
export function ClocksBox({ clocks }: Pick<CasePageProps, 'clocks'>) {
  if (clocks.length === 0) return null
  return (
    <section class="box">
      <h2>{words.clocks}</h2>
      {clocks.map(({ name, dueOn, state }) => (
        <p key={name} class={state.kind === 'overdue' ? 'sm late' : 'sm'}>
          {words.clock(name, dueOn, dueLabel(state))}
        </p>
      ))}
    </section>
  )
}
