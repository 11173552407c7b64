import type { OfficeField } from '../../server/actions/offices'
import { Field, ProblemSummary } from '../components/field'
import { paths } from '../paths'
import { pointWords as words } from '../vi/points'
import { problems as problemWords } from '../vi/staff'

export type OfficePageProps = { code: string; typed: Record<OfficeField, string>; wrong: OfficeField[] }

/** Name and telephone number of an office, as citizens see them. */
export function OfficePage({ code, typed, wrong }: OfficePageProps) {
  const error = (field: OfficeField) => (wrong.includes(field) ? words.wrongOffice[field] : undefined)
  const problems = wrong.map((field) => ({ field, text: words.wrongOffice[field] }))
  return (
    <div class="stack">
      <h1>{words.officeTitle}</h1>
      <section class="box narrow">
        <form method="post" action={paths.staff.office(code)}>
          <ProblemSummary title={problemWords.title} kept={problemWords.keptAll} problems={problems} />
          <Field
            name="name"
            label={words.officeName}
            hint={words.officeHint}
            value={typed.name}
            error={error('name')}
            required
          />
          <Field name="phone" label={words.phone} hint={words.phoneHint} value={typed.phone} error={error('phone')} />
          <button type="submit" class="btn">
            {words.save}
          </button>
        </form>
      </section>
    </div>
  )
}
