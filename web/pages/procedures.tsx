import { Pager } from '../components/pager'
import { ProcedureForm, type ProcedureFormProps } from '../components/procedure-form'
import { Options } from '../components/select'
import { paths } from '../paths'
import { procedureWords as words } from '../vi/procedures'

export type ProcedureFilter = { words: string; field: string; state: 'open' | 'closed' | '' }
export type ProceduresPageProps = {
  rows: { code: string; name: string; field: string; closedAt: string | null }[]
  total: number
  page: number
  pages: number
  filter: ProcedureFilter
  fields: string[]
  /** There is one at all. */
  any: boolean
  /** Name of the procedure that was just added. */
  added: string | null
  /** Who administers a part of the tree reads the catalogue only. */
  mayEdit: boolean
} & Pick<ProcedureFormProps, 'typed' | 'faults'>

/** The catalogue: found by words without marks, one page at a time; a new one below. */
export function ProceduresPage(props: ProceduresPageProps) {
  const { rows, any, added, mayEdit, fields, typed, faults } = props
  return (
    <div class="stack">
      <h1>{words.title}</h1>
      {added !== null && (
        <p class="note" role="status">
          {words.added(added)}
        </p>
      )}
      <div class="row">
        <p>{words.about}</p>
        {mayEdit && (
          <a class="btn alt push" href={paths.staff.imports('procedures')}>
            {words.import}
          </a>
        )}
      </div>
      {any ? <Filter {...props} /> : <p class="box">{words.nothing}</p>}
      {any && rows.length === 0 && <p class="box">{words.noMatch}</p>}
      {rows.length > 0 && <List {...props} />}
      {mayEdit && (
        <details class="box narrow" open={faults.length > 0 || !any}>
          <summary>{words.addTitle}</summary>
          <ProcedureForm
            action={paths.staff.procedures()}
            submit={words.add}
            typed={typed}
            faults={faults}
            fields={fields}
            isNew
          />
        </details>
      )}
    </div>
  )
}

function Filter({ filter, fields }: ProceduresPageProps) {
  const texts = words.filter
  const states = [
    { value: '', label: texts.anyState },
    { value: 'open', label: words.open },
    { value: 'closed', label: words.closed },
  ]
  return (
    <form class="row find" method="get" action={paths.staff.procedures()} aria-label={texts.label} data-auto-submit>
      <label>
        {texts.words}{' '}
        <input class="t" type="search" name="q" value={filter.words} title={texts.wordsHint} autocomplete="off" />
      </label>
      <label>
        {texts.field}{' '}
        <select name="linh-vuc">
          <Options
            options={[{ value: '', label: texts.anyField }, ...fields.map((value) => ({ value, label: value }))]}
            chosen={filter.field}
          />
        </select>
      </label>
      <label>
        {texts.state}{' '}
        <select name="tinh-trang">
          <Options options={states} chosen={filter.state} />
        </select>
      </label>
      <button type="submit" class="btn alt">
        {texts.submit}
      </button>
      {Object.values(filter).some(Boolean) && <a href={paths.staff.procedures()}>{texts.clear}</a>}
    </form>
  )
}

function List({ rows, total, page, pages, filter }: ProceduresPageProps) {
  const { columns } = words
  return (
    <section class="box">
      <p class="sm">{words.total(total)}</p>
      <div class="wide">
        <table class="tab fold procedures">
          <thead>
            <tr>
              <th scope="col">{columns.code}</th>
              <th scope="col">{columns.name}</th>
              <th scope="col">{columns.field}</th>
              <th scope="col">{columns.state}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ code, name, field, closedAt }) => (
              <tr key={code}>
                <td class="num nw">{code}</td>
                <th scope="row">
                  <a href={paths.staff.procedure(code)}>{name}</a>
                </th>
                <td>{field}</td>
                <td>
                  <span class={`chip ${closedAt ? 'c-idle' : 'c-ok'}`}>{closedAt ? words.closed : words.open}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Pager page={page} pages={pages} to={(number) => pageLink(filter, number)} />
    </section>
  )
}

const pageLink = ({ words, field, state }: ProcedureFilter, page: number) =>
  paths.staff.procedures({
    ...{ q: words, 'linh-vuc': field, 'tinh-trang': state },
    trang: page > 1 ? String(page) : undefined,
  })
