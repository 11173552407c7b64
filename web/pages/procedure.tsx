import { ProcedureForm, type ProcedureFormProps } from '../components/procedure-form'
import { paths } from '../paths'
import { procedureWords as words } from '../vi/procedures'

export type ProcedurePageProps = {
  procedure: { code: string; name: string; closedAt: string | null }
  points: { code: string; name: string; office: string }[]
  saved: boolean
  /** Who administers a part of the tree reads the catalogue only. */
  mayEdit: boolean
} & Pick<ProcedureFormProps, 'typed' | 'faults' | 'fields'>

/** One procedure: its name and field, whether it is offered, and the points that have it. */
export function ProcedurePage({ procedure, points, saved, mayEdit, ...form }: ProcedurePageProps) {
  const { code, name, closedAt } = procedure
  return (
    <div class="stack">
      <p>
        <a href={paths.staff.procedures()}>{words.title}</a>
      </p>
      <h1>
        {name} <span class="num sm">{code}</span>
      </h1>
      {saved && (
        <p class="note" role="status">
          {words.saved}
        </p>
      )}
      <section class="box narrow">
        <p>
          <span class={`chip ${closedAt ? 'c-idle' : 'c-ok'}`}>{closedAt ? words.closed : words.open}</span>
        </p>
        {mayEdit && <ProcedureForm {...form} action={paths.staff.procedure(code)} submit={words.save} />}
      </section>
      {mayEdit && (
        <form class="row" method="post" action={`${paths.staff.procedure(code)}/trang-thai`}>
          <input type="hidden" name="state" value={closedAt ? 'open' : 'closed'} />
          <button type="submit" class="btn alt">
            {closedAt ? words.reopen : words.close}
          </button>
          <span class="sm">{words.closeAbout}</span>
        </form>
      )}
      {points.length > 0 && (
        <section class="box narrow">
          <h2>{words.points}</h2>
          <ul>
            {points.map((point) => (
              <li key={point.code}>
                <a href={paths.staff.point(point.code)}>{point.name}</a> · {point.office}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
