import { isAnswered } from '../../server/domain/case-words'
import type { PublicDue, PublicView } from '../../server/domain/public-view'
import { CaseTimeline } from '../components/case-timeline'
import { DueCalendar } from '../components/due-calendar'
import { FollowAnswers, type FollowFile, FollowFiles } from '../components/follow-answers'
import { type FollowSender, OwnContent, SenderData } from '../components/follow-own'
import { CitizenFoot, Frame } from '../components/frame'
import { LettersSwitch } from '../components/letters-switch'
import { paths } from '../paths'
import { dayInSentence, dueLabel } from '../vi/case-timeline'
import { caseStateForSender } from '../vi/cases'
import { keepWords } from '../vi/compounds'
import { endsWithout, follow as words } from '../vi/follow'

export type FollowContacts = Record<'phone' | 'zalo' | 'email' | 'reception' | 'address' | 'dataContact', string>

export type FollowCaseProps = {
  view: PublicView
  token: string
  /** Of the cases it was split into, by their codes. */
  partTokens: ReadonlyMap<string, string>
  /** YYYY-MM-DD in UTC+7. */
  today: string
  /** What was done just now. */
  notice: string | null
  ownFiles: FollowFile[]
  answerFiles: FollowFile[]
  own: FollowSender
  contacts: FollowContacts
  /** What the deadline rests on. */
  basis: string
  /** The published answer; null when there is none. */
  published: string | null
  rating: { rating: string; text: string; problem: string | null }
}

/** What the sender sees of a case: where it stands, by when and why, the answer, and what can be done. */
export function FollowCasePage(props: FollowCaseProps) {
  const { view, token, today, notice, contacts } = props
  const answered = view.answers.length > 0
  return (
    <Frame office={view.office} place={words.place} foot={<CitizenFoot />}>
      <div class="case">
        {notice && (
          <p class="note" role="status">
            {notice}
          </p>
        )}
        <LettersSwitch />
        <p class="sm">{view.code}</p>
        <h1>{keepWords(view.title)}</h1>
        <p>
          <span class={`chip ${chipOf(view)}`}>{caseStateForSender[view.state]}</span>
        </p>
        {view.mergedState && (
          <p>
            {endsWithout(view.mergedState) ? words.mergedStopped : words.merged(caseStateForSender[view.mergedState])}
          </p>
        )}
        {view.asked && <Asked asked={view.asked} token={token} />}
        {answered && <FollowAnswers {...props} />}
        {view.due && <Due due={view.due} view={view} token={token} today={today} phone={contacts.phone} />}
        <section>
          <h2>{words.steps}</h2>
          <CaseTimeline {...view} today={today} />
        </section>
        {view.parts.length > 0 && <Parts parts={view.parts} tokens={props.partTokens} />}
        {view.due && (
          <details class="card more" open={!answered}>
            <summary id="vi-sao">{words.why}</summary>
            <DueCalendar
              explanation={view.due.explanation}
              start={view.due.start}
              today={today}
              // Of the other case: who is waited for there is not the reader.
              reader={view.mergedState ? 'staff' : 'sender'}
              basis={props.basis}
              heading={false}
            />
          </details>
        )}
        <OwnContent view={view} files={<FollowFiles files={props.ownFiles} token={token} />} />
        <SenderData own={props.own} token={token} dataContact={contacts.dataContact} />
        <Help contacts={contacts} />
        {view.mayWithdraw && (
          <p class="no">
            <a class="lnk" href={paths.followed(token, 'rut')}>
              {words.withdraw}
            </a>
          </p>
        )}
      </div>
    </Frame>
  )
}

function chipOf({ state, due }: PublicView): string {
  if (state === 'awaiting-sender') return 'c-near'
  if (due) return 'c-run'
  return isAnswered(state) ? 'c-ok' : 'c-idle'
}

function Asked({ asked, token }: { asked: NonNullable<PublicView['asked']>; token: string }) {
  return (
    <section class="note wa">
      <h2>{words.asked}</h2>
      <p class="letter">{asked.text}</p>
      <p>
        <b>{words.askedUntil(asked.untilOn)}</b>
      </p>
      <p>
        <a class="btn" href={paths.followed(token, 'bo-sung')}>
          {words.supplement}
        </a>
      </p>
    </section>
  )
}

type DueProps = { due: PublicDue; view: PublicView; token: string; today: string; phone: string }

function Due({ due: { on, state }, view, token, today, phone }: DueProps) {
  return (
    <section class="card">
      <h2>{words.due}</h2>
      {on && (
        <p class="due">
          <time datetime={on}>{words.dueDay(on)}</time>
        </p>
      )}
      <p>
        <DueChip state={state} />
      </p>
      {on && <p class="sm">{words.today(today)}</p>}
      {on === null && <p>{view.mergedState ? words.pausedOther : words.paused}</p>}
      {state.kind === 'overdue' && <p>{words.late(phone)}</p>}
      {on && on >= today && view.parts.length === 0 && (
        <p class="no">
          <a class="lnk" href={paths.followed(token, 'han.ics')}>
            {words.ics}
          </a>
        </p>
      )}
    </section>
  )
}

function DueChip({ state }: { state: PublicDue['state'] }) {
  const near = state.kind === 'today' || (state.kind === 'left' && state.days <= 3)
  const kind = state.kind === 'overdue' ? 'c-late' : near ? 'c-near' : 'c-idle'
  return (
    <span class={`chip ${kind}`}>
      {state.kind === 'overdue' ? <Warn /> : <Clock />}
      {dueLabel(state)}
    </span>
  )
}

const Clock = () => (
  <svg viewBox="0 0 16 16" aria-hidden="true">
    <path d="M8 0a8 8 0 1 0 0 16A8 8 0 0 0 8 0m0 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2M7 4v5l3.500 2 .9-1.700L9 8V4z" />
  </svg>
)
const Warn = () => (
  <svg viewBox="0 0 16 16" aria-hidden="true">
    <path d="M8 0 0 15h16zM7 5h2v5H7zm0 6h2v2H7z" fill-rule="evenodd" />
  </svg>
)

function Parts({ parts, tokens }: Pick<PublicView, 'parts'> & { tokens: ReadonlyMap<string, string> }) {
  return (
    <section>
      <h2>{words.parts}</h2>
      <p class="sm">{words.partsAbout}</p>
      {parts.map(({ code, title, state, due, answers }) => (
        <article key={code} class="card">
          <p class="sm">{code}</p>
          <h3>{title}</h3>
          <p>
            <span class={`chip ${due ? 'c-run' : 'c-ok'}`}>{caseStateForSender[state]}</span>
          </p>
          {due?.on && (
            <p>
              {words.due}: <b>{dayInSentence(due.on)}</b>. {dueLabel(due.state)}.
            </p>
          )}
          {answers.map(({ no, sentAt, text }) => (
            <div key={no}>
              <p class="sm">{words.answeredOn(sentAt)}</p>
              <p class="letter">{text.map((part) => ('text' in part ? part.text : words.hidden))}</p>
            </div>
          ))}
          {tokens.has(code) && (
            <p class="no">
              <a class="lnk" href={paths.followed(tokens.get(code) ?? '')}>
                {words.openPart(code)}
              </a>
            </p>
          )}
        </article>
      ))}
    </section>
  )
}

function Help({ contacts }: { contacts: FollowContacts }) {
  const shown = (['phone', 'zalo', 'email', 'reception', 'address'] as const).filter((name) => contacts[name] !== '')
  if (shown.length === 0) return null
  return (
    <section>
      <h2>{words.help}</h2>
      <dl class="kv">
        {shown.map((name) => (
          <>
            <dt>{words.contacts[name]}</dt>
            <dd>
              {name === 'phone'
                ? contacts.phone.split(/\s*[;,]\s*/).map((phone) => (
                    <>
                      <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>{' '}
                    </>
                  ))
                : contacts[name]}
            </dd>
          </>
        ))}
      </dl>
    </section>
  )
}
