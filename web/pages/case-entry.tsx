import { acceptedTypes } from '../../server/domain/attachments'
import { type EntryFault, entryChoices } from '../../server/domain/case-entry'
import { caseKinds, contentGroups, contentTypes } from '../../server/domain/case-words'
import type { FormValues } from '../../server/domain/form-values'
import { Arrival, Sender, Superior } from '../components/entry-arrival'
import { Area, type EntryTexts, Line, named, Section, Tick } from '../components/entry-field'
import { ProblemSummary } from '../components/field'
import type { OfficeOption } from '../components/office-choice'
import { Select } from '../components/select'
import { paths } from '../paths'
import { attachmentFault, attachments, fileSize } from '../vi/attachments'
import { entryChoiceNames, entryFault, entryWords as words } from '../vi/case-entry'
import { caseKindNames, contentGroupNames, contentTypeNames } from '../vi/cases'
import { problems as problemWords } from '../vi/staff'

type FileFault = Parameters<typeof attachmentFault>[0]

export type CaseEntryPageProps = {
  values: FormValues
  faults: readonly EntryFault[]
  fileFaults: readonly FileFault[]
  files: readonly { id: string; name: string; size: number }[]
  limits: { mostFiles: number; mostBytes: number }
  offices: OfficeOption[] | null
  fields: readonly string[]
  /** Names with their codes; empty where the catalogue is too long to list. */
  procedures: readonly string[]
  /** The case that has the code of origin already, when this person may see it. */
  known: string | null
  /** The case that this very form has become, with other content. */
  conflict: string | null
}

type FormProps = CaseEntryPageProps & EntryTexts

/** What came by paper, telephone or another way, typed in for its sender with the true times. */
export function CaseEntryPage(props: CaseEntryPageProps) {
  const { values, faults, fileFaults, known, conflict } = props
  const text = (name: string) => values[name]?.at(-1) ?? ''
  const error = (field: string) => {
    const fault = faults.find((one) => one.field === field)
    return fault && entryFault(fault)
  }
  const form: FormProps = { ...props, text, error }
  const isReturned = faults.length > 0 || fileFaults.length > 0 || conflict !== null
  return (
    <div class="stack">
      <h1>{words.title}</h1>
      <p>{words.about}</p>
      <form
        method="post"
        action={paths.staff.caseEntry()}
        enctype="multipart/form-data"
        class="stack entry"
        data-unsaved={isReturned ? 'changed' : ''}
        data-keys
      >
        <ProblemSummary
          title={words.problem}
          kept={words.kept}
          problems={faults.map((fault) => ({ field: fault.field, text: entryFault(fault) }))}
        />
        {known && (
          <p class="note wa">
            <a href={paths.staff.case(known)}>{words.seeKnown(known)}</a>
          </p>
        )}
        {conflict && (
          <p class="note wa" role="alert">
            {words.conflict(conflict)} <a href={paths.staff.case(conflict)}>{words.seeKnown(conflict)}</a>
          </p>
        )}
        <input type="hidden" name="clientId" value={text('clientId')} />
        <input type="hidden" name="draftId" value={text('draftId')} />
        {/* First in the form, so that Enter saves and does not add files. */}
        <button type="submit" class="hid" tabIndex={-1} data-key="s">
          {words.save}
        </button>
        <div class="pair">
          <div class="stack">
            <Arrival {...form} />
            <Superior {...form} />
          </div>
          <Sender {...form} />
        </div>
        <Content {...form} />
        <div class="pair">
          <Publication {...form} />
          <Files {...form} />
        </div>
        <p class="row">
          <button type="submit" class="btn">
            {words.save}
          </button>
          <a class="lnk" href={paths.staff.cases()}>
            {words.cancel}
          </a>
        </p>
      </form>
    </div>
  )
}

function Content(form: FormProps) {
  const { text, error, fields, procedures } = form
  const types = [{ value: '', label: words.typeNone }, ...named(contentTypes, contentTypeNames)]
  return (
    <Section title={words.sections.content}>
      <div class="pair">
        <div>
          <Line {...form} name="title" label={words.titleField} />
          <Area form={form} name="content" label={words.content} hint={words.contentHint} rows={9} />
        </div>
        <div>
          <Select
            name="kind"
            label={words.kind}
            hint={words.kindHint}
            options={named(caseKinds, caseKindNames)}
            chosen={text('kind')}
            error={error('kind')}
          />
          <div class="row two">
            <Select
              name="group"
              label={words.group}
              options={named(contentGroups, contentGroupNames)}
              chosen={text('group')}
            />
            <Line {...form} name="field" label={`${words.field} (${words.optional})`} list="fields" />
          </div>
          <Select name="type" label={words.type} options={types} chosen={text('type')} />
          <Line
            {...form}
            name="procedure"
            label={`${words.procedure} (${words.optional})`}
            hint={words.procedureHint}
            list="procedures"
          />
          <Area form={form} name="place" label={`${words.place} (${words.optional})`} rows={2} />
          <Area form={form} name="wish" label={`${words.wish} (${words.optional})`} rows={2} />
        </div>
      </div>
      <datalist id="fields">
        {fields.map((field) => (
          <option key={field} value={field} />
        ))}
      </datalist>
      <datalist id="procedures">
        {procedures.map((procedure) => (
          <option key={procedure} value={procedure} />
        ))}
      </datalist>
    </Section>
  )
}

function Publication(form: FormProps) {
  const { text, error } = form
  const wrong = error('publish')
  return (
    <Section title={words.sections.publication}>
      <fieldset
        class={wrong ? 'pick field bad' : 'pick'}
        id="publish"
        aria-describedby={wrong ? 'publish-error' : undefined}
      >
        <legend>{words.publish}</legend>
        {wrong && (
          <p class="msg" id="publish-error">
            {wrong}
          </p>
        )}
        {entryChoices.map((choice) => (
          <label key={choice}>
            <input type="radio" name="publish" value={choice} checked={text('publish') === choice} />{' '}
            <span>
              {entryChoiceNames[choice]}
              {choice === 'unknown' && <span class="sm block">{words.unknownHint}</span>}
            </span>
          </label>
        ))}
      </fieldset>
      <div class="pick">
        <Tick form={form} name="nameConsent" label={words.nameConsent} />
        <Tick form={form} name="messageConsent" label={words.messageConsent} />
      </div>
      <Line {...form} name="evidence" label={words.evidence} hint={words.evidenceHint} />
    </Section>
  )
}

function Files({ files, fileFaults, limits }: FormProps) {
  const { mostFiles, mostBytes } = limits
  return (
    <Section title={words.sections.files}>
      <p class="sm" id="files-hint">
        {mostFiles === 0 ? words.filesOff : attachments.about(mostFiles, mostBytes)}
      </p>
      {fileFaults.length > 0 && (
        <div class="note er" role="alert">
          {fileFaults.map((fault) => (
            <p key={fault.name + fault.error}>{attachmentFault(fault, limits)}</p>
          ))}
          <p>{problemWords.keptAll}</p>
        </div>
      )}
      {files.length > 0 && (
        <ul class="plain lines">
          {files.map(({ id, name, size }) => (
            <li key={id} class="row">
              <span>
                {name} <span class="sm">{fileSize(size)}</span>
              </span>
              <button type="submit" class="out lnk push" name="bo" value={id} aria-label={words.removeFile(name)}>
                {attachments.remove}
              </button>
            </li>
          ))}
        </ul>
      )}
      {files.length < mostFiles && (
        <div class="field">
          <label for="file">{attachments.choose}</label>
          <input
            id="file"
            class="t"
            type="file"
            name="file"
            multiple
            accept={acceptedTypes}
            aria-describedby="files-hint"
          />
          <p>
            <button type="submit" class="btn alt" name="them" value="1">
              {words.addFiles}
            </button>
          </p>
        </div>
      )}
    </Section>
  )
}
