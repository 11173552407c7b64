import type { OfficeKind } from '../../server/domain/organisation'
import type { ListQuery, StateWord } from '../../server/office-list'
import { Pager } from '../components/pager'
import { paths } from '../paths'
import { formatDay } from '../vi/format'
import { officeKindNames } from '../vi/kinds'
import { officesWords as words } from '../vi/offices'

export type OfficeLine = {
  code: string
  name: string
  kind: OfficeKind
  validFrom: string | null
  validTo: string | null
  depth: number
  /** Offices below it that are not on the page. */
  folded: number
  /** Name of the office that goes on with its work. */
  successor: string | null
  /** Open points. */
  points: number
  /** Names of the offices above, the top one first; empty where the tree shows it. */
  path: string[]
  oldNames: string[]
}

export type OfficesPageProps = {
  query: ListQuery
  /** A list of what was found instead of the tree. */
  isFlat: boolean
  /** Offices that the person sees, or that were found. */
  total: number
  lines: OfficeLine[]
  pages: number
  kinds: { kind: OfficeKind; n: number }[]
  /** The way down to the part of the tree that is shown; empty at the top. */
  trail: { code: string; name: string }[]
  today: string
}

/** The tree of offices with search and filters. */
export function OfficesPage(props: OfficesPageProps) {
  const { query, isFlat, total, lines } = props
  return (
    <div class="stack">
      <div class="row">
        <h1>{words.title}</h1>
        <p class="row push">
          <a class="btn" href={paths.staff.newOffice({ cha: query.below || undefined })}>
            {words.add}
          </a>
          <a class="btn alt" href={paths.staff.imports('offices')}>
            {words.importMany}
          </a>
        </p>
      </div>
      <p>{words.about}</p>
      <Search {...props} />
      {props.trail.length > 0 && <Trail trail={props.trail} />}
      {isFlat && <p role="status">{words.found(total)}</p>}
      {lines.length > 0 ? <Table {...props} /> : <p>{isFlat ? words.nothingFound : words.empty}</p>}
      {!isFlat && total === 1 && <p>{words.only}</p>}
      <Pages {...props} />
    </div>
  )
}

/** The address of the list with some of its parts changed. */
function listAddress(query: ListQuery, change: Partial<ListQuery>): string {
  const { text, kind, state, below, page } = { ...query, page: 1, ...change }
  const trang = page > 1 ? String(page) : undefined
  return paths.staff.offices({ tim: text, loai: kind ?? undefined, 'tinh-trang': state, duoi: below, trang })
}

function Search({ query, kinds }: OfficesPageProps) {
  const isFiltered = query.text !== '' || query.kind !== null || query.state !== ''
  return (
    <search class="box">
      <form class="row" method="get" action={paths.staff.offices()} data-auto-submit>
        <label class="by-text">
          {words.search}
          <input class="t" type="search" name="tim" value={query.text} />
        </label>
        <label>
          {words.state}{' '}
          <select name="tinh-trang">
            {(Object.keys(words.states) as StateWord[]).map((state) => (
              <option key={state} value={state} selected={state === query.state}>
                {words.states[state]}
              </option>
            ))}
          </select>
        </label>
        {query.kind !== null && <input type="hidden" name="loai" value={query.kind} />}
        <button type="submit" class="btn alt">
          {words.find}
        </button>
        {isFiltered && <a href={paths.staff.offices()}>{words.clear}</a>}
      </form>
      {(kinds.length > 1 || query.kind !== null) && (
        <nav class="row chip-row" aria-label={words.kind}>
          {kinds.map(({ kind, n }) => (
            <a
              key={kind}
              class={kind === query.kind ? 'chip c-run' : 'chip'}
              href={listAddress(query, { kind: kind === query.kind ? null : kind, below: '' })}
              aria-current={kind === query.kind ? 'true' : undefined}
            >
              {words.kindCount(officeKindNames[kind], n)}
            </a>
          ))}
        </nav>
      )}
    </search>
  )
}

function Trail({ trail }: Pick<OfficesPageProps, 'trail'>) {
  return (
    <nav aria-label={words.trail} class="row trail">
      <a href={paths.staff.offices()}>{words.all}</a>
      {trail.map(({ code, name }, i) => (
        <a
          key={code}
          href={paths.staff.offices({ duoi: code })}
          aria-current={i === trail.length - 1 ? 'page' : undefined}
        >
          {name}
        </a>
      ))}
    </nav>
  )
}

function Table({ lines, today }: OfficesPageProps) {
  const { columns } = words
  return (
    <section class="box">
      <table class="tab fold tree">
        <thead>
          <tr>
            <th scope="col">{columns.office}</th>
            <th scope="col">{columns.code}</th>
            <th scope="col">{columns.kind}</th>
            <th scope="col" class="r">
              {columns.points}
            </th>
            <th scope="col">{columns.state}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line key={line.code} line={line} today={today} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Line({ line, today }: { line: OfficeLine; today: string }) {
  const { code, name, kind, depth, folded, points, path, oldNames } = line
  return (
    <tr class={`d${Math.min(depth, 6)}`}>
      <th scope="row">
        <a href={paths.staff.office(code)}>{name}</a>
        {depth > 0 && <span class="hid"> {words.level(depth)}</span>}
        {path.length > 0 && <div class="sm">{words.in(path.join(' › '))}</div>}
        {oldNames.length > 0 && <div class="sm">{words.formerly(oldNames.join(', '))}</div>}
        {folded > 0 && (
          <div class="sm">
            <a href={paths.staff.offices({ duoi: code })}>{words.below(folded)}</a>
          </div>
        )}
      </th>
      <td class="num sm">{code}</td>
      <td class="sm">{officeKindNames[kind]}</td>
      <td class={points === 0 ? 'r sm nothing' : 'r'} data-label={columns.points}>
        {points === 0 ? words.noPoints : words.points(points)}
      </td>
      <td class="sm">
        <State line={line} today={today} />
      </td>
    </tr>
  )
}

const { columns } = words

function State({ line: { validFrom, validTo, successor }, today }: { line: OfficeLine; today: string }) {
  if (validTo !== null && validTo < today)
    return (
      <>
        <span class="chip c-idle">{words.closedOn(formatDay(validTo))}</span>
        {successor && <div class="sm">{words.mergedInto(successor)}</div>}
      </>
    )
  if (validFrom !== null && validFrom > today)
    return <span class="chip c-near">{words.startsOn(formatDay(validFrom))}</span>
  return <>{words.inForce}</>
}

function Pages({ query, pages }: OfficesPageProps) {
  return <Pager page={query.page} pages={pages} to={(page) => listAddress(query, { page })} />
}
