import {
  type CaseTab,
  caseTabs,
  type InboxFilter,
  isFiltered,
  writeInboxFilter,
} from '../../server/domain/case-filters'
import { type CaseRow, CaseTable } from '../components/case-table'
import { type Bulk, BulkForm, BulkOutcome } from '../components/inbox-bulk'
import { InboxFilterForm, type InboxFilterProps } from '../components/inbox-filter'
import { Pager } from '../components/pager'
import { paths } from '../paths'
import { formatCount } from '../vi/format'
import { tabNames, inboxWords as words } from '../vi/inbox'

export type InboxPageProps = InboxFilterProps & {
  rows: readonly CaseRow[]
  counts: Record<CaseTab, number>
  total: number
  page: number
  pages: number
  /** Names by id, for whoever holds a case that could not be given. */
  nameOf: (staffId: string) => string
  /** What is wrong with the days of the filter. */
  wrongDays: 'from' | 'to' | 'order' | null
  mayEnter: boolean
  /** Null for whoever gives no cases to anybody. */
  bulk: Bulk | null
}

/** The inbox: boxes with their counts, filters, the cases most urgent first, and giving many of them to somebody. */
export function InboxPage(props: InboxPageProps) {
  const { filter, counts, mayEnter, bulk, wrongDays } = props
  const hasAny = caseTabs.some((tab) => counts[tab] > 0)
  return (
    <div class="stack inbox">
      <div class="row">
        <h1>{words.heading(tabNames[filter.tab])}</h1>
        <span class="push row unprinted">
          <button type="button" class="btn alt printer" data-print hidden>
            {words.print}
          </button>
          {mayEnter && (
            <a class="btn" href={paths.staff.caseEntry()}>
              {words.entry}
            </a>
          )}
        </span>
      </div>
      <Tabs {...props} />
      {(hasAny || isFiltered(filter)) && <InboxFilterForm {...props} />}
      {wrongDays && <p class="note wa">{words.filter.wrong[wrongDays]}</p>}
      {bulk && <BulkOutcome bulk={bulk} nameOf={props.nameOf} />}
      {props.rows.length === 0 ? <Nothing {...props} /> : <List {...props} />}
    </div>
  )
}

const linkOf = (filter: InboxFilter, page?: number) =>
  paths.staff.cases({ ...writeInboxFilter(filter), trang: page && page > 1 ? String(page) : undefined })

function Tabs({ filter, counts }: InboxPageProps) {
  return (
    <nav class="row tabs boxes" aria-label={words.boxes}>
      {caseTabs.map((tab) => (
        <a key={tab} href={linkOf({ ...filter, tab })} aria-current={tab === filter.tab ? 'page' : undefined}>
          {tabNames[tab]}{' '}
          <span class={tab === 'overdue' && counts[tab] > 0 ? 'num late' : 'num'}>{formatCount(counts[tab])}</span>
        </a>
      ))}
    </nav>
  )
}

/** Why there is nothing, and where there is something. */
function Nothing({ filter, counts }: InboxPageProps) {
  const others = caseTabs.filter((tab) => tab !== filter.tab && counts[tab] > 0)
  const text = isFiltered(filter) ? words.noMatch : others.length > 0 ? words.nothing[filter.tab] : words.nothingYet
  return (
    <section class="box">
      <p>{text}</p>
      {others.length > 0 && (
        <p class="row">
          {words.elsewhere}
          {others.map((tab) => (
            <a key={tab} href={linkOf({ ...filter, tab })}>
              {tabNames[tab]} ({formatCount(counts[tab])})
            </a>
          ))}
        </p>
      )}
    </section>
  )
}

function List({ filter, rows, total, page, pages, bulk }: InboxPageProps) {
  return (
    <section class="box">
      <CaseTable rows={rows} form={bulk ? 'bulk' : null} />
      <div class="row sm">
        <span>{words.count(rows.length, total)}</span>
        <Pager page={page} pages={pages} to={(number) => linkOf(filter, number)} />
        <span class="push unprinted" data-keys-hint hidden>
          {words.keys.hint}
        </span>
      </div>
      {bulk && <BulkForm bulk={bulk} action={linkOf(filter, page)} />}
      <Keys />
    </section>
  )
}

/** The keys, for the script to show. */
function Keys() {
  return (
    <dialog id="keys" aria-labelledby="keys-title">
      <h2 id="keys-title">{words.keys.title}</h2>
      <dl class="keys">
        {words.keys.list.map(([key, deed]) => (
          <>
            <dt key={key}>
              <kbd>{key}</kbd>
            </dt>
            <dd>{deed}</dd>
          </>
        ))}
      </dl>
      <label class="row">
        <input type="checkbox" data-use-keys checked /> {words.keys.use}
      </label>
      <form method="dialog">
        <button type="submit" class="btn alt">
          {words.keys.close}
        </button>
      </form>
    </dialog>
  )
}
