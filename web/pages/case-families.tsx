import type { CaseKind, CaseState } from '../../server/domain/case-words'
import { caseKinds, isRestrictedKind } from '../../server/domain/case-words'
import { StateChip } from '../components/case-heading'
import { Paragraphs } from '../components/case-text'
import { Field } from '../components/field'
import { Select } from '../components/select'
import { paths } from '../paths'
import { mergeWords, splitWords } from '../vi/case-families'
import { caseForm } from '../vi/case-forms'
import { conflictWords } from '../vi/case-page'
import { caseKindNames } from '../vi/cases'
import { CaseFrame, type CaseTitle, type Meanwhile, MeanwhileNote, TextArea } from './case-form'

export type TypedPart = { title: string; content: string; kind: CaseKind; restricted: boolean }
type SplitProps = {
  case: CaseTitle
  parts: readonly TypedPart[]
  problems: readonly string[]
  meanwhile: Meanwhile | null
  version: number
  seen: number
}

/** Up to six parts; each becomes a case of its own. */
export function SplitPage({ case: head, parts, problems, meanwhile, version, seen }: SplitProps) {
  return (
    <CaseFrame case={head} title={splitWords.title}>
      {meanwhile && <MeanwhileNote {...meanwhile} about={conflictWords.kept} />}
      {problems.length > 0 && (
        <div class="note er" role="alert">
          <h2>{caseForm.refused}</h2>
          {problems.map((text) => (
            <p key={text}>{text}</p>
          ))}
          <p>{caseForm.kept}</p>
        </div>
      )}
      <p>{splitWords.about}</p>
      <form method="post" action={paths.staff.case(head.code, 'tach')} class="stack" data-unsaved="">
        <input type="hidden" name="version" value={String(version)} />
        <input type="hidden" name="seen" value={String(seen)} />
        {parts.slice(0, 2).map((part, i) => (
          <Part key={i} part={part} i={i} />
        ))}
        <details open={parts.slice(2).some(({ title, content }) => title !== '' || content !== '')}>
          <summary>{splitWords.more}</summary>
          {parts.slice(2).map((part, i) => (
            <Part key={i} part={part} i={i + 2} />
          ))}
        </details>
        <p class="note wa">{splitWords.confirm}</p>
        <p class="row">
          <button type="submit" class="btn">
            {splitWords.submit}
          </button>
          <a href={paths.staff.case(head.code)}>{caseForm.cancel}</a>
        </p>
      </form>
    </CaseFrame>
  )
}

const kinds = caseKinds.filter((kind) => kind !== 'mixed').map((value) => ({ value, label: caseKindNames[value] }))

function Part({ part, i }: { part: TypedPart; i: number }) {
  return (
    <fieldset class="box split-part">
      <legend>{i < 2 ? splitWords.part(i + 1) : splitWords.partOptional(i + 1)}</legend>
      <Field name={`parts.${i}.title`} label={splitWords.name} value={part.title} />
      <TextArea name={`parts.${i}.content`} label={splitWords.content} value={part.content} />
      <Select name={`parts.${i}.kind`} label={splitWords.kind} options={kinds} chosen={part.kind} />
      <p class="pick">
        <label>
          <input
            type="checkbox"
            name={`parts.${i}.restricted`}
            value="1"
            checked={part.restricted || isRestrictedKind(part.kind)}
          />{' '}
          {splitWords.restricted}
        </label>
      </p>
    </fieldset>
  )
}

/** A case beside the one it may be merged into. */
export type MergeSide = {
  code: string
  title: string
  content: string
  state: CaseState
  senders: number
  version: number
}
type MergeProps = {
  case: CaseTitle
  typed: string
  told: string
  problem: string | null
  meanwhile: Meanwhile | null
  sides: { own: MergeSide; other: MergeSide } | null
  seen: number
}

/** First the code of the other case, then both side by side, then the merger. */
export function MergePage({ case: head, typed, told, problem, meanwhile, sides, seen }: MergeProps) {
  const address = paths.staff.case(head.code, 'gop')
  return (
    <CaseFrame case={head} title={mergeWords.title} bare={sides !== null}>
      {meanwhile && <MeanwhileNote {...meanwhile} about={conflictWords.kept} />}
      {problem && (
        <p class="note er" role="alert">
          {problem}
        </p>
      )}
      <p>{mergeWords.about}</p>
      <form method="get" action={address} class="box">
        <Field name="ma" label={mergeWords.code} hint={mergeWords.codeHint} value={typed} verbatim />
        <button type="submit" class={sides ? 'btn alt' : 'btn'}>
          {mergeWords.look}
        </button>
      </form>
      {sides && (
        <>
          <div class="pair">
            <Side title={mergeWords.this} side={sides.own} />
            <Side title={mergeWords.other} side={sides.other} />
          </div>
          <form method="post" action={address} class="box" data-unsaved="">
            <input type="hidden" name="version" value={String(sides.own.version)} />
            <input type="hidden" name="seen" value={String(seen)} />
            <input type="hidden" name="ma" value={sides.other.code} />
            <input type="hidden" name="other" value={String(sides.other.version)} />
            <TextArea name="told" label={mergeWords.told} hint={mergeWords.toldHint} value={told} />
            <p class="row">
              <button type="submit" class="btn">
                {mergeWords.submit}
              </button>
              <span class="sm">{mergeWords.confirm}</span>
            </p>
          </form>
        </>
      )}
    </CaseFrame>
  )
}

function Side({ title, side }: { title: string; side: MergeSide }) {
  return (
    <section class="box">
      <h2>{title}</h2>
      <p class="row">
        <a class="num" href={paths.staff.case(side.code)}>
          {side.code}
        </a>
        <StateChip state={side.state} />
        <span class="sm">{mergeWords.senders(side.senders)}</span>
      </p>
      <p>
        <b>{side.title}</b>
      </p>
      <Paragraphs text={side.content} />
    </section>
  )
}
