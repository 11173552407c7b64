import type { TargetField } from '../../server/actions/targets'
import type { Target } from '../../server/domain/sampling'
import { paths } from '../paths'
import { formatShortPercent } from '../vi/format'
import { periods } from '../vi/periods'
import { problems as words } from '../vi/staff'
import { Field, ProblemSummary } from './field'

export type TargetProps = {
  office: string
  period: string
  year: number
  typed: Record<TargetField, string>
  wrong: TargetField[]
  /** The target of the nearest office above, used while this one has none. */
  above: (Target & { officeName: string }) | null
}

/** The satisfaction target of an office in the year of a period. */
export function TargetForm({ office, period, year, typed, wrong, above }: TargetProps) {
  const { target } = periods
  const problems = wrong.map((field) => ({ field, text: target.wrong[field] }))
  const errorOf = (field: TargetField) => problems.find((problem) => problem.field === field)?.text
  return (
    <section class="box" id="chi-tieu">
      <h2>{target.title(year)}</h2>
      {above && <p>{target.above(formatShortPercent(above.hundredths / 100), above.operator, above.officeName)}</p>}
      <ProblemSummary title={words.title} kept={words.keptAll} problems={problems} />
      <form method="post" action={paths.staff.periodForm(office, period, 'chi-tieu')} data-unsaved>
        <fieldset class="pick" id="operator">
          <legend>{target.operator}</legend>
          {Object.entries(target.operators).map(([operator, name]) => (
            <label key={operator}>
              <input type="radio" name="operator" value={operator} checked={operator === typed.operator} required />{' '}
              {name}
            </label>
          ))}
        </fieldset>
        <Field
          name="percent"
          label={target.percent}
          hint={target.percentHint}
          value={typed.percent}
          error={errorOf('percent')}
          inputmode="decimal"
          required
        />
        <Field
          name="source"
          label={target.source}
          hint={target.sourceHint}
          value={typed.source}
          error={errorOf('source')}
        />
        <button type="submit" class="btn alt">
          {target.save}
        </button>
      </form>
    </section>
  )
}
