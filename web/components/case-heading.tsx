import type { CaseState } from '../../server/domain/case-words'
import type { CasePageProps } from '../pages/case'
import { casePage as words } from '../vi/case-page'
import { dueLabel } from '../vi/case-timeline'
import { caseChannelNames, caseKindNames, caseStateNames, contentGroupNames, contentTypeNames } from '../vi/cases'
import { keepWords } from '../vi/compounds'
import { NextDeeds } from './case-deeds'

const chips: Partial<Record<CaseState, string>> = {
  new: 'c-idle',
  'awaiting-sender': 'c-idle',
  'awaiting-approval': 'c-near',
  'awaiting-publication': 'c-near',
  answered: 'c-ok',
  'answered-privately': 'c-ok',
  published: 'c-ok',
  'in-progress': 'c-run',
  supplemented: 'c-run',
  reopened: 'c-run',
}

/** The word of a state on its chip. */
export function StateChip({ state }: { state: CaseState }) {
  return <span class={`chip ${chips[state] ?? 'c-idle'}`}>{caseStateNames[state]}</span>
}

type HeadingProps = Pick<CasePageProps, 'head' | 'due' | 'deeds' | 'isOwnAnswer'>

/** Title, code, state and what it is about. */
export function CaseHeading(props: HeadingProps) {
  const { head, due } = props
  const { kind, contentGroup, field, channel, point } = head
  const group = kind === 'pakn' && contentGroup !== 'unclassified' ? contentGroupNames[contentGroup] : null
  const about = [group ?? caseKindNames[kind], field || words.noField, point, caseChannelNames[channel]]
  const state = due?.kind === 'owed' ? due.state : null
  const isLate = state?.kind === 'overdue'
  const isNear = state?.kind === 'today' || (state?.kind === 'left' && state.days <= 3)
  return (
    <header class="case-head">
      <h1>{keepWords(head.title)}</h1>
      <p class="row">
        <span class="num">{head.code}</span>
        <StateChip state={head.state} />
        {state && (isLate || isNear) && <span class={isLate ? 'chip c-late' : 'chip c-near'}>{dueLabel(state)}</span>}
        {head.restricted && <span class="chip c-near">{words.restricted}</span>}
        {head.reopenedAt && head.state !== 'reopened' && <span class="chip c-idle">{words.reopened}</span>}
        <span>{about.filter(Boolean).join(' · ')}</span>
      </p>
      <p class="row case-quick">
        {due?.kind === 'owed' && (
          <a href="#han">
            {due.explanation.dueOn ? words.dueShort(due.explanation.dueOn, dueLabel(due.state)) : words.duePaused}
          </a>
        )}
        <a href="#viec">{words.deeds}</a>
      </p>
      <p class="row sm">
        <span>
          {words.office}: <b>{keepWords(head.office)}</b>
        </span>
        <span>
          {words.assignee}: <b>{head.assignee ?? words.nobody}</b>
          {head.department && `, ${head.department}`}
        </span>
        {head.contentType && (
          <span>
            {words.type}: {contentTypeNames[head.contentType]}
          </span>
        )}
        {head.procedure && (
          <span>
            {words.procedure}: {head.procedure}
          </span>
        )}
      </p>
      <NextDeeds {...props} />
    </header>
  )
}
