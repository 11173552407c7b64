import type { DenominatorField } from '../../server/actions/denominators'
import { paths } from '../paths'
import { periods } from '../vi/periods'
import { problems as words } from '../vi/staff'
import { Field, ProblemSummary } from './field'

export type DossiersProps = {
  office: string
  period: string
  typed: Record<DenominatorField, string>
  wrong: DenominatorField[]
  entered: { day: string; name: string } | null
}

/** The number of dossiers of a period, entered by hand. */
export function DossiersForm({ office, period, typed, wrong, entered, frozen }: DossiersProps & { frozen: boolean }) {
  const { dossiers } = periods
  const problems = wrong.map((field) => ({ field, text: dossiers.wrong[field] }))
  const errorOf = (field: DenominatorField) => problems.find((problem) => problem.field === field)?.text
  return (
    <section class="box" id="ho-so">
      <h2>{dossiers.title}</h2>
      <p>{dossiers.about}</p>
      {frozen && <p class="sm">{periods.frozen}</p>}
      <ProblemSummary title={words.title} kept={words.keptAll} problems={problems} />
      <form method="post" action={paths.staff.periodForm(office, period, 'ho-so')} data-unsaved>
        <Field
          name="dossiers"
          label={dossiers.dossiers}
          value={typed.dossiers}
          error={errorOf('dossiers')}
          inputmode="numeric"
          required
        />
        <Field
          name="issued"
          label={dossiers.issued}
          hint={dossiers.issuedHint}
          value={typed.issued}
          error={errorOf('issued')}
          inputmode="numeric"
        />
        {(['overdue', 'disliked'] as const).map((name) => (
          <Field
            key={name}
            name={name}
            label={dossiers[name]}
            hint={dossiers.hints[name]}
            value={typed[name]}
            error={errorOf(name)}
            inputmode="numeric"
          />
        ))}
        <fieldset class="pick" id="basis">
          <legend>{dossiers.basis}</legend>
          {Object.entries(dossiers.bases).map(([basis, name]) => (
            <label key={basis}>
              <input type="radio" name="basis" value={basis} checked={basis === typed.basis} required /> {name}
            </label>
          ))}
        </fieldset>
        <button type="submit" class="btn alt">
          {dossiers.save}
        </button>
      </form>
      {entered && <p class="sm">{dossiers.entered(entered.day, entered.name)}</p>}
    </section>
  )
}
