import type { TableKind } from '../../server/domain/import-kinds'
import { paths } from '../paths'
import { formatCount } from '../vi/format'
import { headingOf, shownValue } from '../vi/import-values'
import { importKindNames, imports as words } from '../vi/imports'

type Fields = Record<string, unknown>
export type TablePreviewProps = {
  kind: TableKind
  name: string
  token: string
  summary: {
    rows: number
    added: number
    changed: number
    same: number
    changes: { line: number; title: string; before: Fields | null; after: Fields }[]
  }
}

/** What a readable file would do, change by change, and the button that does it. */
export function TablePreview({ kind, name, token, summary }: TablePreviewProps) {
  const { rows, added, changed, same, changes } = summary
  const all = added + changed
  return (
    <div class="stack">
      <h1>{words.previewTitle}</h1>
      <section class="box">
        <h2>{name}</h2>
        <dl class="kv">
          <dt>{words.lines}</dt>
          <dd>{formatCount(rows)}</dd>
          <dt>{words.addedLines}</dt>
          <dd>{formatCount(added)}</dd>
          <dt>{words.changedLines}</dt>
          <dd>{formatCount(changed)}</dd>
          <dt>{words.sameLines}</dt>
          <dd>{formatCount(same)}</dd>
        </dl>
        {all === 0 ? <p>{words.nothingChanges}</p> : <Confirm token={token} added={added} changed={changed} />}
      </section>
      <p>
        <a href={paths.staff.imports(kind)}>{words.cancel}</a>
      </p>
      {all > 0 && <Changes kind={kind} all={all} changes={changes} />}
    </div>
  )
}

function Confirm({ token, added, changed }: { token: string; added: number; changed: number }) {
  return (
    <form method="post" action={paths.staff.imports()}>
      <input type="hidden" name="token" value={token} />
      <button type="submit" class="btn">
        {words.confirmRows(added, changed)}
      </button>
    </form>
  )
}

type ChangesProps = { kind: TableKind; all: number; changes: TablePreviewProps['summary']['changes'] }

function Changes({ kind, all, changes }: ChangesProps) {
  return (
    <section class="box">
      <h2>{words.changesTitle}</h2>
      {all > changes.length && <p>{words.changesMore(all, changes.length)}</p>}
      <div class="wide">
        <table class="tab fold">
          <thead>
            <tr>
              <th scope="col" class="r">
                {words.line}
              </th>
              <th scope="col">{importKindNames[kind]}</th>
              <th scope="col">{words.what}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map((change) => (
              <tr key={change.line}>
                <td class="r" data-label={words.line}>
                  {change.line}
                </td>
                <th scope="row">{change.title}</th>
                <td class="whole">
                  <Difference kind={kind} before={change.before} after={change.after} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

/** What a thing is recognised by stands in its title already. */
const inTitle = ['code', 'name', 'login']

/** Of a new thing what it is, of a changed one what it was and will be. */
function Difference({ kind, before, after }: { kind: TableKind; before: Fields | null; after: Fields }) {
  if (before === null) return <NewThing kind={kind} fields={after} />
  return (
    <>
      {Object.keys(after).map((key) => (
        <div key={key}>
          {headingOf(kind, key)}: <del>{shownValue(kind, key, before[key]) || words.nothing}</del> →{' '}
          <ins>{shownValue(kind, key, after[key]) || words.nothing}</ins>
        </div>
      ))}
    </>
  )
}

function NewThing({ kind, fields }: { kind: TableKind; fields: Fields }) {
  const said = Object.entries(fields).flatMap(([key, value]) => {
    const text = inTitle.includes(key) ? '' : shownValue(kind, key, value)
    return text === '' ? [] : [`${headingOf(kind, key)}: ${text}`]
  })
  return (
    <>
      <span class="chip c-ok">{words.isNew}</span> {said.join(' · ')}
    </>
  )
}
