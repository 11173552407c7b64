import type { OfficeField, OfficeProblem, TypedOffice } from '../../server/actions/offices'
import { officeKinds } from '../../server/domain/organisation'
import { officeKindNames } from '../vi/kinds'
import { officeProblem } from '../vi/office-problems'
import { officeFormWords as words } from '../vi/offices'
import { problems as problemWords } from '../vi/staff'
import { Field, ProblemSummary } from './field'
import { OfficeChoice, type OfficeOption } from './office-choice'

export type OfficeFormProps = {
  action: string
  /** A code is typed for a new office only. */
  isNew: boolean
  /** False where the place in the tree is not this person's to change. */
  mayMove: boolean
  /** Nothing may stand on top of the tree for a person limited to a part. */
  mayBeTop: boolean
  options: OfficeOption[] | null
  typed: TypedOffice
  problems: OfficeProblem[]
  /** Names of the offices that problems speak of, by code. */
  names: Record<string, string>
}

/** The fields of an office, new or not. */
export function OfficeForm(props: OfficeFormProps) {
  const { action, isNew, mayMove, mayBeTop, options, typed, problems, names } = props
  const nameOf = (code: string) => names[code] ?? code
  const texts = problems.map((problem) => ({ field: problem.field, text: officeProblem(problem, nameOf) }))
  const error = (field: OfficeField) => texts.find((problem) => problem.field === field)?.text
  const offered = problems.flatMap((problem) => ('suggestion' in problem ? (problem.suggestion ?? []) : []))[0]
  const text = (field: 'name' | 'address' | 'phone' | 'agencyId' | 'validFrom', hint?: string) => (
    <Field name={field} label={words[field]} hint={hint} value={typed[field]} error={error(field)} />
  )
  return (
    <form method="post" action={action} data-unsaved>
      <ProblemSummary title={problemWords.title} kept={problemWords.keptAll} problems={texts} />
      <Field name="name" label={words.name} hint={words.nameHint} value={typed.name} error={error('name')} required />
      {isNew && (
        <Field name="code" label={words.code} hint={words.codeHint} value={typed.code} error={error('code')} verbatim />
      )}
      {!isNew && <Renaming typed={typed} error={error('renamedOn')} />}
      <div class="field">
        <label for="kind">{words.kind}</label>
        <select id="kind" name="kind">
          {officeKinds.map((kind) => (
            <option key={kind} value={kind} selected={kind === typed.kind}>
              {officeKindNames[kind]}
            </option>
          ))}
        </select>
      </div>
      {mayMove ? (
        <OfficeChoice
          name="parent"
          label={words.parent}
          none={mayBeTop ? words.noParent : undefined}
          options={options}
          value={typed.parent}
          error={error('parent')}
        />
      ) : (
        <input type="hidden" name="parent" value={typed.parent} />
      )}
      {text('address')}
      {text('phone', words.phoneHint)}
      <OfficeChoice
        name="guidedBy"
        label={words.guidedBy}
        hint={words.guidedHint}
        none={words.noGuide}
        options={options}
        value={typed.guidedBy}
        error={error('guidedBy')}
      />
      {text('agencyId', words.agencyHint)}
      <Field name="validFrom" type="date" label={words.validFrom} value={typed.validFrom} error={error('validFrom')} />
      <p class="row">
        <button type="submit" class="btn">
          {isNew ? words.add : words.save}
        </button>
        {offered && (
          <button type="submit" class="btn alt" name="use" value={offered}>
            {words.useCode(offered)}
          </button>
        )}
      </p>
    </form>
  )
}

function Renaming({ typed, error }: { typed: TypedOffice; error?: string }) {
  return (
    <details open={Boolean(error) || typed.renamedOn !== '' || typed.correction !== ''}>
      <summary>{words.renaming}</summary>
      <Field
        name="renamedOn"
        type="date"
        label={words.renamedOn}
        hint={words.renamedHint}
        value={typed.renamedOn}
        error={error}
      />
      <div class="pick">
        <label>
          <input type="checkbox" name="correction" value="1" checked={typed.correction === '1'} />
          {words.correction}
        </label>
      </div>
    </details>
  )
}
