import type { TargetField, TargetProblem, TypedTargets } from '../../server/actions/targets'
import { type TargetKind, targetKinds } from '../../server/domain/target-kinds'
import { Field, ProblemSummary } from '../components/field'
import { paths } from '../paths'
import { keepWords } from '../vi/compounds'
import { officesWords } from '../vi/offices'
import { problems as problemWords } from '../vi/staff'
import { targetKindAbout, targetKindNames, targetText, targetWords as words } from '../vi/targets'

type Held = { operator: '>=' | '>'; hundredths: number; source: string }
type TargetLine = {
  code: string
  name: string
  depth: number
  folded: number
  /** The target that holds; null: none. */
  target: Held | null
  /** Whose it is when it is not the office's own. */
  of: string | null
}

export type TargetsPageProps = {
  year: number
  years: number[]
  kind: TargetKind
  below: string
  lines: TargetLine[]
  mayEdit: boolean
  /** Targets of the year before that could be copied. */
  missing: number
  notice: string | null
}

/** The targets of a year in the order of the tree, one kind at a time. */
export function TargetsPage(props: TargetsPageProps) {
  const { year, years, kind, below, missing, notice } = props
  return (
    <div class="stack">
      <h1>{words.title(year)}</h1>
      {notice && (
        <p class="note" role="status">
          {notice}
        </p>
      )}
      <p>{words.about}</p>
      <form class="row" method="get" action={paths.staff.targets()} data-auto-submit>
        <label>
          {words.year}{' '}
          <select name="nam">
            {years.map((one) => (
              <option key={one} value={one} selected={one === year}>
                {one}
              </option>
            ))}
          </select>
        </label>
        <input type="hidden" name="loai" value={kind} />
        <button type="submit" class="btn alt">
          {words.show}
        </button>
      </form>
      <nav class="row tabs" aria-label={words.kinds}>
        {targetKinds.map((one) => (
          <a
            key={one}
            href={paths.staff.targets({ nam: String(year), loai: one, duoi: below })}
            aria-current={one === kind ? 'page' : undefined}
          >
            {targetKindNames[one]}
          </a>
        ))}
      </nav>
      <Table {...props} />
      {missing > 0 && <Copy year={year} kind={kind} missing={missing} />}
    </div>
  )
}

function Table({ lines, mayEdit, year, kind }: TargetsPageProps) {
  const { columns } = words
  return (
    <section class="box">
      <p class="sm">{targetKindAbout[kind]}</p>
      <table class="tab fold tree">
        <thead>
          <tr>
            <th scope="col">{columns.office}</th>
            <th scope="col">{columns.target}</th>
            <th scope="col">{columns.of}</th>
            <th scope="col">{columns.source}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line key={line.code} {...{ line, mayEdit, year, kind }} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

type LineProps = Pick<TargetsPageProps, 'mayEdit' | 'year' | 'kind'> & { line: TargetLine }

function Line({ line, mayEdit, year, kind }: LineProps) {
  const { code, name, depth, folded, target, of } = line
  const { columns } = words
  const inherited = of !== null
  return (
    <tr class={`d${Math.min(depth, 6)}`}>
      <th scope="row">
        {mayEdit ? (
          <a href={paths.staff.target(code, { nam: String(year) })} aria-label={words.change(name)}>
            {name}
          </a>
        ) : (
          name
        )}
        {folded > 0 && (
          <div class="sm">
            <a href={paths.staff.targets({ nam: String(year), loai: kind, duoi: code })}>
              {officesWords.below(folded)}
            </a>
          </div>
        )}
      </th>
      <td class="nw">
        {target === null && <span class="sm">{words.none}</span>}
        {target && (inherited ? <span class="sm">{targetText(target)}</span> : <b>{targetText(target)}</b>)}
      </td>
      <td class={target ? undefined : 'nothing'} data-label={inherited ? columns.of : undefined}>
        <span class="sm">{target && (of ?? words.own)}</span>
      </td>
      <td class={target?.source ? 'whole' : 'nothing'}>
        <span class="sm">{inherited ? '' : target?.source}</span>
      </td>
    </tr>
  )
}

function Copy({ year, kind, missing }: Pick<TargetsPageProps, 'year' | 'kind' | 'missing'>) {
  return (
    <section class="box">
      <h2>{words.copyTitle(year - 1)}</h2>
      <p>{words.copyAbout(missing, year)}</p>
      <form method="post" action={paths.staff.targets()}>
        <input type="hidden" name="nam" value={year} />
        <input type="hidden" name="loai" value={kind} />
        <button type="submit" class="btn alt">
          {words.copy(missing, year)}
        </button>
      </form>
    </section>
  )
}

export type TargetFormPageProps = {
  office: { code: string; name: string }
  year: number
  typed: TypedTargets
  /** What would hold without an own target, and whose it is. */
  inherited: Record<TargetKind, { target: Held; of: { name: string } } | null>
  problems: TargetProblem[]
}

/** All targets of one office and year. */
export function TargetFormPage({ office, year, typed, inherited, problems }: TargetFormPageProps) {
  const texts = problems.map(({ kind, field }) => ({
    field: `${kind}.${field}`,
    text: words.problem(targetKindNames[kind], words.wrong[field]),
  }))
  return (
    <div class="stack">
      <h1>{keepWords(words.title(year))}</h1>
      <p>
        <b>{office.name}</b>. {words.formAbout}
      </p>
      <form method="post" action={paths.staff.target(office.code)} class="stack" data-unsaved>
        <input type="hidden" name="nam" value={year} />
        <ProblemSummary title={problemWords.title} kept={problemWords.keptAll} problems={texts} />
        <div class="pair">
          {targetKinds.map((kind) => (
            <KindFields key={kind} kind={kind} typed={typed[kind]} above={inherited[kind]} problems={problems} />
          ))}
        </div>
        <p class="row">
          <button type="submit" class="btn">
            {words.save}
          </button>
          <a class="lnk" href={paths.staff.targets({ nam: String(year) })}>
            {words.cancel}
          </a>
        </p>
      </form>
    </div>
  )
}

type KindProps = {
  kind: TargetKind
  typed: Record<TargetField, string>
  above: { target: Held; of: { name: string } } | null
  problems: TargetProblem[]
}

function KindFields({ kind, typed, above, problems }: KindProps) {
  const error = (field: TargetField) =>
    problems.some((one) => one.kind === kind && one.field === field) ? words.wrong[field] : undefined
  return (
    <fieldset class="box">
      <legend>
        <b>{targetKindNames[kind]}</b>
      </legend>
      <p class="sm">
        {targetKindAbout[kind]} {above && words.inherited(targetText(above.target), above.of.name)}
      </p>
      <div class="field">
        <label for={`${kind}.operator`}>{words.operator}</label>
        <select id={`${kind}.operator`} name={`${kind}.operator`}>
          {Object.entries(words.operators).map(([operator, name]) => (
            <option key={operator} value={operator} selected={operator === typed.operator}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <Field
        name={`${kind}.percent`}
        label={words.percent}
        hint={words.percentHint}
        value={typed.percent}
        error={error('percent')}
        inputmode="decimal"
      />
      <Field
        name={`${kind}.source`}
        label={words.source}
        hint={words.sourceHint}
        value={typed.source}
        error={error('source')}
      />
    </fieldset>
  )
}
