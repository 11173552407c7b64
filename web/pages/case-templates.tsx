import type { CaseTemplate } from '../../db/case-templates'
import type { TemplateFault } from '../../server/actions/case-templates'
import type { FormValues } from '../../server/domain/form-values'
import {
  fillTemplate,
  gapsIn,
  type TemplatePurpose,
  templatePurposes,
  templateVariables,
} from '../../server/domain/template-text'
import { Field, ProblemSummary } from '../components/field'
import { OfficeChoice, type OfficeOption } from '../components/office-choice'
import { Select } from '../components/select'
import { paths } from '../paths'
import {
  templateExample,
  templatePurposeNames,
  templateVariableNames,
  templateWords as words,
} from '../vi/case-templates'

export type TemplateLine = Pick<CaseTemplate, 'id' | 'purpose' | 'title' | 'body'> & {
  /** Null: every office. */
  office: string | null
  isShipped: boolean
  /** Who changed it last and when, in words; empty for what was shipped. */
  changed: string
  mayEdit: boolean
}

export type TemplatesPageProps = {
  lines: readonly TemplateLine[]
  /** What was just done. */
  said: string
  /** A template that was just removed and can be taken back. */
  removed: { id: string; title: string } | null
}

/** Every template by what it is for. */
export function TemplatesPage({ lines, said, removed }: TemplatesPageProps) {
  return (
    <div class="stack">
      <div class="row">
        <h1>{words.title}</h1>
        <a class="btn push" href={paths.staff.caseTemplate('moi')}>
          {words.add}
        </a>
      </div>
      {said && (
        <p class="note ok" role="status">
          {said}
        </p>
      )}
      {removed && (
        <form class="note row" method="post" action={paths.staff.caseTemplate('khoi-phuc', removed.id)}>
          <span role="status">{words.removed(removed.title)}</span>
          <button type="submit" class="btn alt">
            {words.undo}
          </button>
        </form>
      )}
      <p>{words.about}</p>
      {templatePurposes.map((purpose) => (
        <Purpose key={purpose} purpose={purpose} lines={lines.filter((line) => line.purpose === purpose)} />
      ))}
    </div>
  )
}

function Purpose({ purpose, lines }: { purpose: TemplatePurpose; lines: readonly TemplateLine[] }) {
  return (
    <section class="box">
      <div class="row">
        <h2>{templatePurposeNames[purpose]}</h2>
        <span class="sm">{words.count(lines.length)}</span>
      </div>
      {lines.length === 0 ? (
        <p>{words.nothing}</p>
      ) : (
        <ul class="templates plain">
          {lines.map((line) => (
            <Line key={line.id} {...line} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Line({ id, title, body, office, isShipped, changed, mayEdit }: TemplateLine) {
  return (
    <li>
      <div class="row">
        <h3>{mayEdit ? <a href={paths.staff.caseTemplate('sua', id)}>{title}</a> : title}</h3>
        {isShipped && <span class="chip c-idle">{words.shipped}</span>}
        <span class="sm">{[office ?? words.everyOffice, changed].filter(Boolean).join(' · ')}</span>
        <span class="push row unprinted">
          <a href={`${paths.staff.caseTemplate('moi')}?tu=${encodeURIComponent(id)}`}>{words.copy}</a>
          {mayEdit && (
            <form method="post" action={paths.staff.caseTemplate('bo', id)}>
              <button type="submit" class="out lnk" aria-label={`${words.remove}: ${title}`}>
                {words.remove}
              </button>
            </form>
          )}
        </span>
      </div>
      <p class="pre sm">{body}</p>
    </li>
  )
}

export type TemplateFormProps = {
  /** Null: a new one. */
  id: string | null
  values: FormValues
  faults: readonly TemplateFault[]
  offices: OfficeOption[] | null
  /** May be for every office. */
  mayBeForAll: boolean
  /** The page was asked for a preview, so it shows one and what was typed is not saved. */
  preview: boolean
  /** What somebody else saved while this form was open. */
  saved?: Pick<CaseTemplate, 'title' | 'body'>
}

/** A template as a form, with the variables beside it and a preview on demand. */
export function TemplateFormPage(props: TemplateFormProps) {
  const { id, values, faults, offices, mayBeForAll, preview, saved } = props
  const text = (name: string) => values[name]?.at(-1) ?? ''
  const said = faults.map(({ code, field, names }) => ({ field, text: words.faults[code](names) }))
  const error = (field: string) => said.find((one) => one.field === field)?.text
  const purposes = templatePurposes.map((value) => ({ value, label: templatePurposeNames[value] }))
  const bodyError = error('body')
  return (
    <div class="stack">
      <h1>{id === null ? words.add : words.edit}</h1>
      <form
        method="post"
        action={id === null ? paths.staff.caseTemplate('moi') : paths.staff.caseTemplate('sua', id)}
        class="stack"
        data-unsaved={preview || saved || faults.length > 0 ? 'changed' : ''}
        data-keys
      >
        <ProblemSummary title={words.problem} kept={words.kept} problems={said} />
        {saved && (
          <div class="note wa" role="alert">
            <p>{words.conflict(saved.title)}</p>
            <details>
              <summary>{words.savedMeanwhile}</summary>
              <p class="pre">{saved.body}</p>
            </details>
          </div>
        )}
        <input type="hidden" name="based" value={text('based')} />
        <section class="box">
          <Select
            name="purpose"
            label={words.fields.purpose}
            options={purposes}
            chosen={text('purpose')}
            error={error('purpose')}
          />
          <OfficeChoice
            name="office"
            label={words.fields.office}
            hint={words.officeHint}
            error={error('office')}
            none={mayBeForAll ? words.everyOffice : undefined}
            options={offices}
            value={text('office')}
          />
          <Field
            name="title"
            label={words.fields.title}
            hint={words.titleHint}
            value={text('title')}
            error={error('title')}
          />
          <div class={bodyError ? 'field bad' : 'field'}>
            <label for="body">{words.fields.body}</label>
            <p class="sm" id="body-hint">
              {words.bodyHint}
            </p>
            {bodyError && (
              <p class="msg" id="body-error">
                {bodyError}
              </p>
            )}
            <textarea
              id="body"
              name="body"
              class="t"
              rows={9}
              aria-describedby={bodyError ? 'body-hint body-error' : 'body-hint'}
              aria-invalid={bodyError ? true : undefined}
            >
              {text('body')}
            </textarea>
          </div>
          <p class="row">
            <button type="submit" class="btn" name="lam" value="luu" data-key="s">
              {words.save}
            </button>
            <button type="submit" class="btn alt" name="lam" value="xem">
              {words.preview}
            </button>
            <a class="lnk" href={paths.staff.caseTemplates()}>
              {words.cancel}
            </a>
          </p>
        </section>
      </form>
      {preview && <Preview body={text('body')} />}
      <Variables />
    </div>
  )
}

function Preview({ body }: { body: string }) {
  const filled = fillTemplate(body, templateExample, (name) => templateVariableNames[name])
  return (
    <section class="box" role="status">
      <h2>{words.preview}</h2>
      <p class="sm">{words.previewAbout}</p>
      <p class="pre">{filled}</p>
      {gapsIn(filled).length > 0 && <p class="note">{words.gaps(gapsIn(filled))}</p>}
    </section>
  )
}

function Variables() {
  return (
    <details class="box">
      <summary>{words.variables}</summary>
      <div class="wide">
        <table class="tab names">
          <thead>
            <tr>
              <th scope="col">{words.variable}</th>
              <th scope="col">{words.meaning}</th>
              <th scope="col">{words.example}</th>
            </tr>
          </thead>
          <tbody>
            {templateVariables.map((name) => (
              <tr key={name}>
                <th scope="row" class="nw">{`{{${name}}}`}</th>
                <td>{templateVariableNames[name]}</td>
                <td>{templateExample[name]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
