import type { TableKind } from '../../server/domain/import-kinds'
import { paths } from '../paths'
import { type ColumnWords, importColumns } from '../vi/import-columns'
import { fixedWords } from '../vi/import-values'
import { imports as words } from '../vi/imports'

type Named = { code: string; name: string }
type Line = { name: string; note?: string | undefined; about: string }

/** The columns of a file of answers, templates of the surveys, and the codes of the points. */
export function ResponseColumns({ points, surveys }: { points: Named[]; surveys: { value: string; label: string }[] }) {
  return (
    <>
      <section class="box">
        <h2>{words.columnsTitle}</h2>
        <Names rows={words.columns.map(([name, about]) => ({ name, about }))} fold />
        <h2>{words.templates}</h2>
        <p>{words.templatesAbout}</p>
        {surveys.map(({ value, label }) => (
          <p key={value}>
            <a href={paths.staff.importTemplate(value)}>{words.template(label)}</a>
          </p>
        ))}
      </section>
      <section class="box">
        <h2>{words.pointsTitle}</h2>
        <Names rows={points.map(({ code, name }) => ({ name: code, about: name }))} />
      </section>
    </>
  )
}

/** The columns of any other file, its template, and the words that may stand in it. */
export function TableColumns({ kind, root }: { kind: TableKind; root: Named | null }) {
  const columns = Object.values<ColumnWords>(importColumns[kind])
  return (
    <section class="box">
      <h2>{words.columnsTitle}</h2>
      <p>
        <a href={paths.staff.importTable(kind)}>{words.emptyTemplate(kind)}</a>
      </p>
      {root && <p>{words.rootHint(root.code, root.name)}</p>}
      <Names
        fold
        rows={columns.map(({ heading, required, about }) => ({
          name: heading,
          note: required && words.required,
          about,
        }))}
      />
      {fixedWords(kind).map(({ heading, words: fixed }) => (
        <p key={heading}>
          <strong>{words.wordsTitle(heading)}</strong>: {fixed.join(' · ')}.
        </p>
      ))}
    </section>
  )
}

/** What is typed into a file, and what it means. */
function Names({ rows, fold }: { rows: readonly Line[]; fold?: boolean }) {
  return (
    <table class={fold ? 'tab names fold' : 'tab names'}>
      <tbody>
        {rows.map(({ name, note, about }) => (
          <tr key={name}>
            <th scope="row" class="nw">
              {name}
              {note && <div class="sm">{note}</div>}
            </th>
            <td>{about}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
