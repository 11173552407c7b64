import {
  type EntryField,
  type EntryForm,
  entryForms,
  everywhere,
  type FieldFault,
  type TypedEntry,
} from '../../server/domain/calendar-form'
import type { Faults } from '../../server/imports/faults'
import { Field, ProblemSummary } from '../components/field'
import { OfficeChoice, type OfficeOption } from '../components/office-choice'
import { paths } from '../paths'
import { fieldFaultText, calendarWords as words } from '../vi/calendar-pages'
import { faultLine } from '../vi/import-faults'
import { problems as problemWords } from '../vi/staff'

export type CalendarFormProps = {
  form: EntryForm
  typed: Partial<TypedEntry>
  faults: readonly FieldFault[]
  offices: OfficeOption[] | null
  /** Whether days of everybody may be added. */
  all: boolean
}

/** Adding days: which kind, then its fields; the next page shows what follows from them. */
export function CalendarFormPage({ form, typed, faults, offices, all }: CalendarFormProps) {
  const { fields } = words
  const problems = faults.map((fault) => ({ field: fault.field, text: fieldFaultText(fault) }))
  const error = (field: EntryField) => problems.find((problem) => problem.field === field)?.text
  return (
    <div class="stack">
      <h1>{words.add}</h1>
      {all && (
        <nav class="row tabs" aria-label={words.columns.kind}>
          {entryForms.map((one) => (
            <a
              key={one}
              href={paths.staff.calendar('them', { loai: one })}
              aria-current={one === form ? 'page' : undefined}
            >
              {words.forms[one]}
            </a>
          ))}
        </nav>
      )}
      <section class="box narrow">
        <p>{words.formAbout[form]}</p>
        <form method="post" action={paths.staff.calendar('them')}>
          <ProblemSummary title={words.refused} kept={problemWords.keptAll} problems={problems} />
          <input type="hidden" name="form" value={form} />
          <Field name="from" type="date" label={fields.from[form]} value={typed.from} error={error('from')} required />
          {form === 'swap' ? (
            <Field name="work" type="date" label={fields.work} value={typed.work} error={error('work')} required />
          ) : (
            <>
              <Field
                name="to"
                type="date"
                label={fields.to}
                hint={fields.toHint}
                value={typed.to}
                error={error('to')}
              />
              <Field
                name="name"
                label={fields.name[form]}
                hint={fields.nameHint[form]}
                value={typed.name}
                error={error('name')}
                required
              />
            </>
          )}
          {form === 'closure' && (
            <OfficeChoice
              name="office"
              label={fields.office}
              hint={all && offices === null ? `${fields.officeHint} ${fields.everywhereHint}` : fields.officeHint}
              options={all && offices ? [{ code: everywhere, name: words.everywhere, depth: 0 }, ...offices] : offices}
              value={typed.office ?? ''}
              error={error('office')}
            />
          )}
          <Field
            name="source"
            label={fields.source}
            hint={fields.sourceHint}
            value={typed.source}
            error={error('source')}
            required
          />
          <p class="row">
            <button type="submit" class="btn">
              {words.next}
            </button>
            <a class="lnk" href={paths.staff.calendar()}>
              {words.cancel}
            </a>
          </p>
        </form>
      </section>
    </div>
  )
}

/** A file of days; what is wrong with it stands above. */
export function CalendarFilePage({ problem, faults }: { problem: string | null; faults: Faults | null }) {
  return (
    <div class="stack">
      <h1>{words.importTitle}</h1>
      {faults && (
        <div class="note er" role="alert">
          <h2>{words.fileRefused}</h2>
          <ul>
            {faults.listed.map((fault) => (
              <li key={faultLine(fault, 'offices')}>{faultLine(fault, 'offices')}</li>
            ))}
          </ul>
          {faults.total > faults.listed.length && <p>{words.faultsMore(faults.total - faults.listed.length)}</p>}
        </div>
      )}
      <section class="box narrow">
        <p>{words.importAbout}</p>
        <form method="post" action={paths.staff.calendar('nhap')} enctype="multipart/form-data">
          <div class={problem ? 'field bad' : 'field'}>
            <label for="file">{words.file}</label>
            {problem && (
              <p class="msg" id="file-error" role="alert">
                {problem}
              </p>
            )}
            <input id="file" name="file" type="file" accept=".json,.csv,.xlsx" required />
          </div>
          <p class="row">
            <button type="submit" class="btn">
              {words.check}
            </button>
            <a class="lnk" href={paths.staff.calendar()}>
              {words.cancel}
            </a>
          </p>
        </form>
      </section>
    </div>
  )
}
