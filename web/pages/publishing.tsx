import type { PublishingPart } from '../../db/publications'
import type { DueState } from '../../server/domain/deadlines'
import { Pager } from '../components/pager'
import { paths } from '../paths'
import { formatDay } from '../vi/format'
import { publishingWords as words } from '../vi/publishing'

/** A case that may be published; days YYYY-MM-DD. `due`: while it waits. */
export type PublishingRow = {
  code: string
  title: string
  field: string
  officeName: string
  answeredOn: string
  due: { on: string; state: DueState } | null
  publishedOn: string | null
  withdrawn: { on: string; reason: string } | null
}

export type PublishingListProps = {
  part: PublishingPart
  rows: PublishingRow[]
  /** Of each part. */
  counts: Record<PublishingPart, number>
  total: number
  page: number
  pages: number
  typed: string
}

/** The parts of the list as they stand in its address. */
export const partSlugs = { waiting: '', published: 'da-cong-khai', withdrawn: 'da-go' } satisfies Record<
  PublishingPart,
  string
>
const partNames = Object.keys(partSlugs) as PublishingPart[]

/** What waits to be published, was published, or was taken back. */
export function PublishingPage({ part, rows, counts, total, page, pages, typed }: PublishingListProps) {
  const query = (to: PublishingPart) => ({ muc: partSlugs[to] })
  return (
    <div class="stack">
      <h1>{words.title}</h1>
      <p>{words.about}</p>
      <nav class="row tabs" aria-label={words.partsLabel}>
        {partNames.map((name) => (
          <a key={name} href={paths.staff.publishing(query(name))} aria-current={name === part ? 'page' : undefined}>
            {words.parts[name]} <span class="num">({counts[name]})</span>
          </a>
        ))}
      </nav>
      <form class="row" method="get" action={paths.staff.publishing()}>
        {part !== 'waiting' && <input type="hidden" name="muc" value={partSlugs[part]} />}
        <label for="tim">{words.search}</label>
        <input class="t" type="search" id="tim" name="tim" value={typed} />
        <button type="submit" class="btn alt">
          {words.find}
        </button>
      </form>
      {rows.length === 0 ? (
        <p>{typed === '' ? words.empty[part] : words.noneFound}</p>
      ) : (
        <div class="box wide">
          <p class="sm">{words.count(total)}</p>
          <Rows part={part} rows={rows} />
        </div>
      )}
      <Pager
        page={page}
        pages={pages}
        to={(to) => paths.staff.publishing({ ...query(part), tim: typed, trang: String(to) })}
      />
      <p class="sm">{words.never}</p>
    </div>
  )
}

function Rows({ part, rows }: { part: PublishingPart; rows: PublishingRow[] }) {
  const { columns } = words
  const last = { waiting: columns.due, published: columns.when, withdrawn: columns.why }[part]
  return (
    <table class="tab fold">
      <thead>
        <tr>
          <th scope="col">{columns.case}</th>
          <th scope="col">{columns.office}</th>
          <th scope="col">{columns.answered}</th>
          <th scope="col">{last}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.code}>
            <th scope="row">
              <a href={paths.staff.publication(row.code)}>{row.title}</a>
              <div class="sm">{[row.code, row.field].filter(Boolean).join(' · ')}</div>
            </th>
            <td data-label={columns.office}>{row.officeName}</td>
            <td class="nw" data-label={columns.answered}>
              {formatDay(row.answeredOn)}
            </td>
            <td data-label={last}>
              <Outcome {...row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Outcome({ due, publishedOn, withdrawn }: PublishingRow) {
  if (due)
    return (
      <>
        <DueChip state={due.state} /> <span class="sm nw">{words.due(due.on)}</span>
      </>
    )
  if (withdrawn) return <>{words.withdrawn(withdrawn.on, withdrawn.reason)}</>
  return <span class="nw">{publishedOn && formatDay(publishedOn)}</span>
}

const chips = { today: 'c-near', left: 'c-run', overdue: 'c-late', paused: 'c-idle' } satisfies Record<
  DueState['kind'],
  string
>

/** How the clock of publication stands. */
export function DueChip({ state }: { state: DueState }) {
  const isNear = state.kind === 'left' && state.days <= 1
  return <span class={`chip ${isNear ? 'c-near' : chips[state.kind]}`}>{words.dueState(state)}</span>
}
