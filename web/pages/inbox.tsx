import type { AssignedCase } from '../../server/actions/case-assigning'
import {
  type CaseTab,
  caseTabs,
  closedStates,
  currentStates,
  type InboxFilter,
  isFiltered,
  nobody,
  tabSlugs,
  writeInboxFilter,
} from '../../server/domain/case-filters'
import { caseChannels, caseKinds, contentGroups, contentTypes } from '../../server/domain/case-words'
import { type CaseRow, CaseTable } from '../components/case-table'
import { Pager } from '../components/pager'
import { type Option, Options } from '../components/select'
import { paths } from '../paths'
import { caseChannelNames, caseKindNames, caseStateNames, contentGroupNames, contentTypeNames } from '../vi/cases'
import { formatCount } from '../vi/format'
import { tabNames, inboxWords as words } from '../vi/inbox'

export type BulkProblem = keyof typeof words.bulk.problems
/** What became of a form that gave cases to somebody: results, or why it was refused with what was typed. */
export type Bulk = {
  /** Null: too many to list, so a login is typed. */
  people: readonly Option[] | null
  typed: { person: string; department: string; note: string }
  problem: BulkProblem | null
  results: readonly AssignedCase[]
  /** To whom, in words. */
  to: string
}

export type InboxPageProps = {
  filter: InboxFilter
  rows: readonly CaseRow[]
  counts: Record<CaseTab, number>
  total: number
  page: number
  pages: number
  offices: readonly Option[]
  fields: readonly string[]
  people: readonly Option[]
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
      {(hasAny || isFiltered(filter)) && <Filter {...props} />}
      {wrongDays && <p class="note wa">{words.filter.wrong[wrongDays]}</p>}
      {bulk && <Outcome bulk={bulk} nameOf={props.nameOf} />}
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

/** On a phone folded, so that the cases come first. */
function Filter(props: InboxPageProps) {
  const texts = words.filter
  return (
    <details class="finder" open data-details>
      <summary>{isFiltered(props.filter) ? texts.active : texts.label}</summary>
      <FilterForm {...props} />
    </details>
  )
}

function FilterForm({ filter, offices, fields, people }: InboxPageProps) {
  const texts = words.filter
  const states = filter.tab === 'closed' ? closedStates : currentStates
  const isMore = [filter.group, filter.type, filter.procedure, filter.kind, filter.state, filter.from, filter.to].some(
    Boolean,
  )
  const assignees = [{ value: nobody, label: texts.nobody }, ...people]
  return (
    <form class="asks" method="get" action={paths.staff.cases()} aria-label={texts.label} data-auto-submit>
      {tabSlugs[filter.tab] && <input type="hidden" name="hop" value={tabSlugs[filter.tab]} />}
      <label>
        {texts.words}
        <input
          class="t"
          type="search"
          name="q"
          value={filter.words}
          title={texts.wordsHint}
          autocomplete="off"
          data-key="/"
        />
      </label>
      {offices.length > 1 && <Choice label={texts.office} name="co-quan" options={offices} chosen={filter.office} />}
      <Choice label={texts.field} name="linh-vuc" options={fields.map(same)} chosen={filter.field} />
      <Choice label={texts.assignee} name="nguoi" options={assignees} chosen={filter.assignee} />
      <Choice
        label={texts.channel}
        name="kenh"
        options={named(caseChannels, caseChannelNames)}
        chosen={filter.channel}
      />
      <span class="row">
        <button type="submit" class="btn alt">
          {texts.submit}
        </button>
        {isFiltered(filter) && <a href={paths.staff.cases({ hop: tabSlugs[filter.tab] })}>{texts.clear}</a>}
      </span>
      <details class="more" open={isMore}>
        <summary>{texts.more}</summary>
        <div class="asks">
          <Choice
            label={texts.group}
            name="nhom"
            options={named(contentGroups, contentGroupNames)}
            chosen={filter.group}
          />
          <Choice
            label={texts.type}
            name="noi-dung"
            options={named(contentTypes, contentTypeNames)}
            chosen={filter.type}
          />
          <Choice label={texts.kind} name="loai" options={named(caseKinds, caseKindNames)} chosen={filter.kind} />
          <Choice label={texts.state} name="trang-thai" options={named(states, caseStateNames)} chosen={filter.state} />
          <label>
            {texts.procedure}
            <input class="t" name="thu-tuc" value={filter.procedure} title={texts.procedureHint} autocomplete="off" />
          </label>
          <label>
            {texts.from}
            <input class="t" type="date" name="tu" value={filter.from} />
          </label>
          <label>
            {texts.to}
            <input class="t" type="date" name="den" value={filter.to} />
          </label>
        </div>
      </details>
    </form>
  )
}

const same = (value: string): Option => ({ value, label: value })
const named = <T extends string>(list: readonly T[], names: Record<T, string>): Option[] =>
  list.map((value) => ({ value, label: names[value] }))

type ChoiceProps = { label: string; name: string; options: readonly Option[]; chosen: string }

function Choice({ label, name, options, chosen }: ChoiceProps) {
  return (
    <label>
      {label}
      <select name={name}>
        <Options options={[{ value: '', label: words.filter.any }, ...options]} chosen={chosen} />
      </select>
    </label>
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

function BulkForm({ bulk: { people, typed, problem }, action }: { bulk: Bulk; action: string }) {
  const texts = words.bulk
  return (
    <form class="bulk unprinted" id="bulk" method="post" action={action} data-select="chon" aria-label={texts.title}>
      <div class="asks">
        <p class="sm" role="status" data-none={texts.about} data-text={texts.chosen}>
          {texts.about}
        </p>
        <Person people={people} chosen={typed.person} invalid={isAbout(problem, 'nobody', 'unknown')} />
        <label>
          {texts.department}
          <input class="t" name="phong" value={typed.department} maxLength={120} />
        </label>
        <label>
          {texts.note}
          <input class="t" name="ghi-chu" value={typed.note} aria-invalid={isAbout(problem, 'long')} />
        </label>
        <button type="submit" class="btn">
          {texts.submit}
        </button>
      </div>
    </form>
  )
}

function Person({ people, chosen, invalid }: { people: Bulk['people']; chosen: string; invalid?: boolean }) {
  const texts = words.bulk
  return people ? (
    <label>
      {texts.assignee}
      <select name="nguoi" data-key="g" aria-invalid={invalid}>
        <Options options={[{ value: '', label: texts.choose }, ...people]} chosen={chosen} />
      </select>
    </label>
  ) : (
    <label>
      {texts.assigneeTyped}
      <input
        class="t"
        name="nguoi"
        value={chosen}
        data-key="g"
        autocapitalize="none"
        spellcheck={false}
        aria-invalid={invalid}
      />
    </label>
  )
}

const isAbout = (problem: BulkProblem | null, ...codes: BulkProblem[]) =>
  problem !== null && codes.includes(problem) ? true : undefined

function Outcome({ bulk: { problem, results, to }, nameOf }: { bulk: Bulk; nameOf: InboxPageProps['nameOf'] }) {
  const texts = words.bulk
  if (problem)
    return (
      <p class="note er" role="alert">
        {texts.problems[problem]}
      </p>
    )
  if (results.length === 0) return null
  const given = results.filter((one) => one.ok)
  const failed = results.flatMap((one) => (one.ok ? [] : [one]))
  return (
    <div class={failed.length > 0 ? 'note wa' : 'note ok'} role="status">
      {given.length > 0 && (
        <>
          <p>
            <b>{texts.done(given.length, to)}</b>
          </p>
          <p class="sm">
            {given.map(({ code }, i) => (
              <>
                {i > 0 && ' · '}
                <a key={code} href={paths.staff.case(code)}>
                  {code}
                </a>
              </>
            ))}
          </p>
        </>
      )}
      {failed.length > 0 && (
        <>
          <p>
            <b>{texts.notDone(failed.length)}</b>
          </p>
          <ul>
            {failed.map((one) => (
              <li key={one.code}>
                <a href={paths.staff.case(one.code)}>{one.code}</a>:{' '}
                {texts.failed(one, one.assigneeId === null ? null : nameOf(one.assigneeId))}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
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
