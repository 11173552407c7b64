import type { CaseAnswer } from '../../db/case-answers'
import type { Kinship } from '../../db/case-families'
import type { FeedbackCase } from '../../db/cases'
import type { CaseDeed } from '../../server/domain/case-deeds'
import type { Hint } from '../../server/domain/case-hints'
import type { ClockStart } from '../../server/domain/case-history'
import type { CaseState } from '../../server/domain/case-words'
import type { ClockName, DueExplanation, DueState } from '../../server/domain/deadlines'
import type { CaseEvent } from '../../server/domain/feedback-case'
import { AnswerBox, type Composer } from '../components/case-answer'
import { CaseDeeds } from '../components/case-deeds'
import { CaseDueBox, ClocksBox } from '../components/case-due'
import { CaseHeading } from '../components/case-heading'
import { CaseHistory, CaseNotes } from '../components/case-history'
import { RelatedBox } from '../components/case-related'
import { CaseText, HintsNote } from '../components/case-text'
import type { EventNames } from '../vi/case-history'
import { casePage as words } from '../vi/case-page'

/** A case with names for what it holds as codes. */
export type CaseHead = FeedbackCase & {
  office: string
  point: string | null
  procedure: string | null
  assignee: string | null
  enteredByName: string | null
}

export type CaseDue =
  | { kind: 'answered'; at: string; dueOn: string | null; late: boolean }
  | {
      kind: 'owed'
      explanation: DueExplanation
      start: ClockStart
      state: DueState
      basis: string
      superiorDueOn: string | null
    }

export type CaseFileLine = {
  id: string
  name: string
  type: string
  size: number
  eventNo: number | null
  internal: boolean
}
export type CaseRelative = { kinship: Kinship; code: string; title: string; state: CaseState }

export type CasePageProps = {
  head: CaseHead
  files: CaseFileLine[]
  hints: Hint[]
  due: CaseDue | null
  clocks: { name: ClockName; dueOn: string; state: DueState }[]
  events: readonly CaseEvent[]
  names: EventNames
  related: CaseRelative[]
  hidesRelated: boolean
  /** People who sent the same. */
  senders: number
  /** What this person may do to it now. */
  deeds: readonly CaseDeed[]
  extension: { allowed: boolean; askedDays: number; askedBy: string | null }
  /** Answers that were sent, oldest first. */
  answers: readonly CaseAnswer[]
  draft: CaseAnswer | null
  /** Null: this person does not write the answer, or not now. */
  composer: Composer | null
  maySeeSender: boolean
  hasSender: boolean
  /** The answer that waits for approval was given by this person. */
  isOwnAnswer: boolean
  today: string
  /** What was just done: a word of the address. */
  done: string | null
}

/** Everything about one case, and everything that can be done to it: two columns on a desk, one on a phone. */
export function CasePage(props: CasePageProps) {
  const { head, due, done, today } = props
  return (
    <div class="stack case">
      <CaseHeading {...props} />
      {done !== null && (
        <p class="note ok" role="status">
          {Object.hasOwn(words.doneMore, done) ? words.doneMore[done as keyof typeof words.doneMore] : words.done}
        </p>
      )}
      {head.restricted && <p class="note wa">{words.restrictedAbout}</p>}
      <HintsNote hints={props.hints} />
      <div class="cols">
        <div class="stack">
          <CaseText {...props} />
          <AnswerBox {...props} />
          <CaseHistory {...props} />
        </div>
        <aside class="stack" aria-label={words.aside}>
          {due && <CaseDueBox due={due} today={today} />}
          {head.kind === 'suggestion' && <p class="note">{words.dueNone}</p>}
          <CaseDeeds {...props} />
          <ClocksBox {...props} />
          <RelatedBox {...props} />
          <CaseNotes {...props} />
        </aside>
      </div>
    </div>
  )
}
