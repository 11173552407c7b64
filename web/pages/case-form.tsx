import type { ComponentChildren } from 'preact'
import { type DeedField, deedFields, deedSlugs, type FormDeed } from '../../server/domain/case-deed-fields'
import type { FormFault } from '../../server/domain/case-deed-forms'
import type { CaseState } from '../../server/domain/case-words'
import type { CaseEvent } from '../../server/domain/feedback-case'
import { StateChip } from '../components/case-heading'
import { EventLine } from '../components/case-history'
import { Paragraphs } from '../components/case-text'
import { Field, ProblemSummary } from '../components/field'
import { OfficeChoice, type OfficeOption } from '../components/office-choice'
import { type Option, Select } from '../components/select'
import { paths } from '../paths'
import { attachments } from '../vi/attachments'
import { caseForm, deedWords, formFaultWords } from '../vi/case-forms'
import type { EventNames } from '../vi/case-history'
import { casePage, conflictWords } from '../vi/case-page'

export type CaseTitle = { code: string; title: string; content: string; state: CaseState }
/** What others did while a form was open. */
export type Meanwhile = { events: readonly CaseEvent[]; names: EventNames }

export type CaseFormProps = {
  case: CaseTitle
  deed: FormDeed
  values: Readonly<Record<string, string>>
  /** Lists for fields of type `choice`, by field; `suggested`: for a line that may be anything. */
  options: Readonly<Record<string, readonly Option[]>>
  offices: OfficeOption[] | null
  faults: readonly FormFault[]
  /** A sentence about the whole that no field is to blame for. */
  refusal: string | null
  meanwhile: Meanwhile | null
  /** Sentences above the fields. */
  notes: readonly string[]
  templates: readonly { id: string; title: string }[]
  version: number
  seen: number
}

/** One deed: its fields, what the case says beside them, and what is wrong. */
export function CaseFormPage(props: CaseFormProps) {
  const { case: head, deed, faults, refusal, meanwhile, notes, templates, version, seen } = props
  const words = deedWords[deed]
  return (
    <CaseFrame case={head} title={words.title}>
      {meanwhile && <MeanwhileNote {...meanwhile} about={conflictWords.kept} />}
      <ProblemSummary
        title={caseForm.refused}
        kept={attachments.rest}
        problems={faults.map((fault) => ({ field: fault.field, text: formFaultWords(fault) }))}
      />
      {refusal && (
        <div class="note er" role="alert">
          <h2>{caseForm.refused}</h2>
          <p>{refusal}</p>
          <p>{caseForm.kept}</p>
        </div>
      )}
      {words.about && <p>{words.about}</p>}
      {notes.map((note) => (
        <p class="note" key={note}>
          {note}
        </p>
      ))}
      <Templates code={head.code} deed={deed} templates={templates} />
      <form method="post" action={paths.staff.case(head.code, deedSlugs[deed])} class="box" data-unsaved="">
        <input type="hidden" name="version" value={String(version)} />
        <input type="hidden" name="seen" value={String(seen)} />
        {deedFields[deed].map((field) => (
          <DeedFieldRow key={field.name} field={field} {...props} />
        ))}
        <p class="row">
          <button type="submit" class="btn">
            {words.submit}
          </button>
          <a href={paths.staff.case(head.code)}>{caseForm.cancel}</a>
        </p>
      </form>
    </CaseFrame>
  )
}

/** A page about one case: what it is and the way back, the text beside what is done. */
export function CaseFrame({
  case: { code, title, content, state },
  title: heading,
  bare = false,
  children,
}: {
  case: CaseTitle
  title: string
  /** The page shows the text itself. */
  bare?: boolean
  children: ComponentChildren
}) {
  return (
    <div class="stack case-form">
      <p>
        <a href={paths.staff.case(code)}>← {casePage.back(code)}</a>
      </p>
      <h1>{heading}</h1>
      {!bare && (
        <details class="box" open data-details>
          <summary>
            {title} <StateChip state={state} />
          </summary>
          <Paragraphs text={content} />
        </details>
      )}
      {children}
    </div>
  )
}

/** 409: what happened in between. */
export function MeanwhileNote({ events, names, about }: Meanwhile & { about: string }) {
  return (
    <div class="note er" role="alert">
      <h2>{conflictWords.title}</h2>
      <p>{conflictWords.about}</p>
      <ol class="tl">
        {events.map((event) => (
          <li key={event.no}>
            <EventLine event={event} names={names} />
          </li>
        ))}
      </ol>
      <p>{about}</p>
    </div>
  )
}

function Templates({ code, deed, templates }: Pick<CaseFormProps, 'deed' | 'templates'> & { code: string }) {
  if (templates.length === 0) return null
  return (
    <details>
      <summary>{caseForm.templates}</summary>
      <ul class="plain">
        {templates.map(({ id, title }) => (
          <li key={id}>
            <a href={`${paths.staff.case(code, deedSlugs[deed])}?${new URLSearchParams({ mau: id })}`}>
              {caseForm.useTemplate(title)}
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}

type RowProps = Pick<CaseFormProps, 'deed' | 'values' | 'options' | 'offices' | 'faults'> & { field: DeedField }

function DeedFieldRow({ field, deed, values, options, offices, faults }: RowProps) {
  const { name, type } = field
  const { label = name, hint } = deedWords[deed].fields[name] ?? {}
  const fault = faults.find((one) => one.field === name)
  const common = { name, label, hint, error: fault && formFaultWords(fault) }
  const value = values[name] ?? ''
  if (type === 'choice') return <Select {...common} options={options[name] ?? []} chosen={value} />
  if (type === 'office') return <OfficeChoice {...common} options={offices} value={value} />
  if (type === 'flag') return <Flag name={name} label={label} on={value !== ''} />
  if (type === 'text') return <TextArea {...common} value={value} />
  const suggested = options[name]
  return (
    <>
      <Field
        {...common}
        type={type === 'day' ? 'date' : 'text'}
        inputmode={type === 'number' ? 'numeric' : undefined}
        value={value}
        list={suggested && `${name}-list`}
      />
      {suggested && (
        <datalist id={`${name}-list`}>
          {suggested.map(({ value: known }) => (
            <option key={known} value={known} />
          ))}
        </datalist>
      )}
    </>
  )
}

function Flag({ name, label, on }: { name: string; label: string; on: boolean }) {
  return (
    <div class="field pick">
      <label>
        <input type="checkbox" name={name} id={name} value="1" checked={on} /> {label}
      </label>
    </div>
  )
}

type TextAreaProps = { name: string; label: string; hint?: string; error?: string; value: string; rows?: number }

/** Several lines with their label, hint and what is wrong. */
export function TextArea({ name, label, hint, error, value, rows = 4 }: TextAreaProps) {
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ') || undefined
  return (
    <div class={error ? 'field bad' : 'field'}>
      <label for={name}>{label}</label>
      {hint && (
        <p class="sm" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="msg" id={`${name}-error`}>
          {error}
        </p>
      )}
      <textarea
        class="t"
        id={name}
        name={name}
        rows={rows}
        aria-describedby={described}
        aria-invalid={error ? true : undefined}
      >
        {value}
      </textarea>
    </div>
  )
}
