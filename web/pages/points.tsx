import type { PointFilter, PointGroup, PointLine } from '../../server/domain/point-list'
import { Pager } from '../components/pager'
import { PointsTable } from '../components/points-table'
import { type Option, Options } from '../components/select'
import { paths } from '../paths'
import { pointForm, pointWords as words } from '../vi/points'

export type PointsPageProps = {
  groups: PointGroup<PointLine>[]
  page: number
  pages: number
  /** How many points the filter leaves. */
  total: number
  /** Names of the open points without an answer for 21 days. */
  quiet: string[]
  filter: PointFilter
  offices: Option[]
  kinds: Option[]
  states: Option[]
  /** Last day of the counts. */
  until: string
  /** There is a point at all. */
  any: boolean
  mayManage: boolean
}

/** All points by office in the order of the tree, to be found, looked at and printed. */
export function PointsPage(props: PointsPageProps) {
  const { groups, quiet, any, mayManage, filter } = props
  return (
    <div class="stack">
      <h1>{words.title}</h1>
      <div class="row">
        <p>{words.about}</p>
        {mayManage && (
          <a class="btn push" href={paths.staff.newPoint({ 'co-quan': filter.office })}>
            {pointForm.add}
          </a>
        )}
      </div>
      {any ? <Filter {...props} /> : <p>{words.nothing}</p>}
      {quiet.length > 0 && filter.state !== 'quiet' && <Quiet names={quiet} />}
      {any && groups.length === 0 && <p class="box">{words.noMatch}</p>}
      {groups.length > 0 && <List {...props} />}
    </div>
  )
}

function Filter({ filter, offices, kinds, states }: PointsPageProps) {
  const texts = words.filter
  const isSet = Object.values(filter).some(Boolean)
  return (
    <form class="row find" method="get" action={paths.staff.points()} aria-label={texts.label} data-auto-submit>
      <label>
        {texts.words}{' '}
        <input class="t" type="search" name="q" value={filter.words} title={texts.wordsHint} autocomplete="off" />
      </label>
      {offices.length > 1 && (
        <Choice label={texts.office} name="co-quan" any={texts.anyOffice} options={offices} chosen={filter.office} />
      )}
      <Choice label={texts.kind} name="loai" any={texts.anyKind} options={kinds} chosen={filter.kind} />
      <Choice label={texts.state} name="tinh-trang" any={texts.anyState} options={states} chosen={filter.state} />
      <button type="submit" class="btn alt">
        {texts.submit}
      </button>
      {isSet && <a href={paths.staff.points()}>{texts.clear}</a>}
    </form>
  )
}

type ChoiceProps = { label: string; name: string; any: string; options: Option[]; chosen: string }

function Choice({ label, name, any, options, chosen }: ChoiceProps) {
  return (
    <label>
      {label}{' '}
      <select name={name}>
        <Options options={[{ value: '', label: any }, ...options]} chosen={chosen} />
      </select>
    </label>
  )
}

function Quiet({ names }: { names: string[] }) {
  return (
    <div class="note wa">
      <p>
        <b>{words.quiet(names)}</b> {words.quietAdvice}
      </p>
      {names.length > 1 && <a href={paths.staff.points({ 'tinh-trang': 'quiet' })}>{words.quietAll}</a>}
    </div>
  )
}

/** The address of a view of the list. */
const queryOf = ({ words, office, kind, state }: PointFilter) => ({
  ...{ q: words, 'co-quan': office, loai: kind, 'tinh-trang': state },
})

/** Without a chosen point the buttons mean everything that the filter leaves, on all pages. */
function List({ groups, page, pages, total, until, filter }: PointsPageProps) {
  const hidden = Object.entries(queryOf(filter)).filter(([, value]) => value)
  return (
    <section class="box">
      <form class="row" id="prints" method="get" action={paths.staff.prints('ap-phich.pdf')} data-select="ma">
        {hidden.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <span class="sm" data-none={words.allFiltered(total)} data-text={words.selected} role="status">
          {words.allFiltered(total)}
        </span>
        <button type="submit" class="btn alt">
          {words.posters}
        </button>
        <button type="submit" class="btn alt" formaction={paths.staff.prints('the-ban.pdf')}>
          {words.tents}
        </button>
        <button type="submit" class="btn alt" formaction={paths.staff.prints('ma-qr.zip')}>
          {words.codes}
        </button>
      </form>
      <p class="sm">
        {words.total(total)}. {words.table(until)}
      </p>
      <PointsTable groups={groups} />
      <Pager page={page} pages={pages} to={(number) => pageLink(filter, number)} />
    </section>
  )
}

const pageLink = (filter: PointFilter, page: number) =>
  paths.staff.points({ ...queryOf(filter), trang: page > 1 ? String(page) : undefined })
