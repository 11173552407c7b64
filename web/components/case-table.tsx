import type { CaseDue } from '../../server/domain/case-due'
import type { CaseKind, CaseState, ContentGroup } from '../../server/domain/case-words'
import { paths } from '../paths'
import { caseKindNames, caseStateNames, contentGroupNames } from '../vi/cases'
import { formatDay } from '../vi/format'
import { inboxWords as words } from '../vi/inbox'
import { DueChip } from './due-chip'

/** A case as a row; everything in words but the closed ones. */
export type CaseRow = CaseDue & {
  code: string
  version: number
  title: string
  state: CaseState
  kind: CaseKind
  contentGroup: ContentGroup
  field: string
  restricted: boolean
  askedDays: number
  /** Empty where everybody who looks sees one office only. */
  office: string
  /** Empty: nobody yet. */
  assignee: string
  department: string
  source: string
}

/** Cases in rows of two lines, each with a box to choose it for the form `form`; null: nothing is chosen here. */
export function CaseTable({ rows, form }: { rows: readonly CaseRow[]; form: string | null }) {
  const { columns } = words
  return (
    <div class="wide">
      <table class="tab fold cases" data-rows>
        <thead>
          <tr>
            {form && (
              <th class="chk">
                <input type="checkbox" aria-label={words.selectAll} data-select-all={form} hidden />
              </th>
            )}
            <th scope="col">{columns.due}</th>
            <th scope="col">
              {columns.left} <span class="col-unit">{columns.leftUnit}</span>
            </th>
            <th scope="col">{columns.what}</th>
            <th scope="col">{columns.assignee}</th>
            <th scope="col">{columns.state}</th>
            <th scope="col">{columns.source}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.code} row={row} form={form} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ row, form }: { row: CaseRow; form: string | null }) {
  const { code, version, title, dueOn, due, state, askedDays, assignee, department, source, restricted } = row
  return (
    <tr>
      {form && (
        <td class="chk">
          <input type="checkbox" name="chon" value={`${code}:${version}`} form={form} aria-label={words.select(code)} />
        </td>
      )}
      <td class="num nw" data-label={words.columns.due}>
        {dueOn ? formatDay(dueOn) : '–'}
      </td>
      <td class="nw">{due.kind === 'none' ? <span class="sm">{words.noDue}</span> : <DueChip {...row} />}</td>
      <th scope="row" class="whole">
        <a href={paths.staff.case(code)}>{title || words.untitled}</a>
        {restricted && (
          <>
            {' '}
            <span class="chip c-idle">{words.restricted}</span>
          </>
        )}
        <div class="sm">{aboutOf(row)}</div>
      </th>
      <td class="nw" data-label={words.columns.assignee}>
        {assignee || <b>{words.nobody}</b>}
        {!assignee && department && <div class="sm">{department}</div>}
      </td>
      <td data-label={words.columns.state}>
        {caseStateNames[state]}
        {askedDays > 0 && <div class="sm">{words.extension(askedDays)}</div>}
      </td>
      <td class="nw" data-label={words.columns.source}>
        {source}
      </td>
    </tr>
  )
}

function aboutOf({ code, kind, contentGroup, field, office }: CaseRow): string {
  const what = kind === 'pakn' ? contentGroupNames[contentGroup] : caseKindNames[kind]
  // Whoever looks after many offices looks for the office first; there is room for one of the two.
  return [code, what, office || field].filter(Boolean).join(' · ')
}
