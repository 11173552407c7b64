import type { Timeline } from '../../server/domain/case-timeline'
import { comingWords, doneWords, nowWords, type StepWords } from '../vi/case-timeline'
import { follow as words } from '../vi/follow'

type TimelineProps = Timeline & {
  /** Name of the office that has the case now. */
  office: string
  /** YYYY-MM-DD in UTC+7. */
  today: string
}

/** What happened to a case, what goes on and what comes, in plain words. The sheet is web/styles/follow.css. */
export function CaseTimeline({ done, now, coming, office, today }: TimelineProps) {
  return (
    <ol class="tl">
      {done.map((step, i) => (
        <Step key={i} state="done" words={doneWords(step)} />
      ))}
      {now && <Step state="now" words={nowWords(now, office, today)} />}
      {coming.map((step) => (
        <Step key={step.kind} state="coming" words={comingWords(step, step.by !== null && step.by < today)} />
      ))}
    </ol>
  )
}

const classes = { done: undefined, now: 'now', coming: 'to' }

function Step({ state, words: { title, when, more } }: { state: keyof typeof classes; words: StepWords }) {
  return (
    <li class={classes[state]} aria-current={state === 'now' ? 'step' : undefined}>
      <b>
        <span class="hid">{words.stepState[state]}</span>
        {title}
      </b>
      <span class="sm">{when}</span>
      {more.map((text) => (
        <p key={text} class="said">
          {text}
        </p>
      ))}
    </li>
  )
}
