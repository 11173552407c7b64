import type { PointField } from '../../server/actions/points'
import type { Channel } from '../../server/domain/channels'
import { PointForm } from '../components/point-form'
import { paths } from '../paths'
import { pointWords as words } from '../vi/points'
import { channelNames } from '../vi/terms'

export type PointLine = {
  code: string
  name: string
  office: { code: string; name: string }
  surveyKey: string
  /** Title of the survey. */
  survey: string
  channel: Channel
  url: string
  /** The address as people type it. */
  link: string
  open: boolean
  count: number
}

type Option = { value: string; label: string }
export type PointsPageProps = {
  lines: PointLine[]
  /** Last day of the counts. */
  until: string
  added: PointLine | null
  offices: Option[]
  surveys: Option[]
  mayManage: boolean
  /** The office that a new point belongs to unless another is chosen. */
  top: string
  typed?: Record<PointField, string>
  wrong?: PointField[]
}

/** The points with link, survey, counts and posters; a new one below. */
export function PointsPage(props: PointsPageProps) {
  const { lines, added, mayManage, offices, surveys, top, typed, wrong } = props
  return (
    <div class="stack">
      <h1>{words.title}</h1>
      {added && (
        <p class="note" role="status">
          {words.added(added.name)}
        </p>
      )}
      <p>{words.about}</p>
      {lines.length === 0 ? <p>{words.nothing}</p> : <Table {...props} />}
      {mayManage && (
        <details class="box narrow" open={Boolean(wrong?.length)}>
          <summary>{words.addTitle}</summary>
          <PointForm
            action={paths.staff.points()}
            submit={words.add}
            offices={offices}
            surveys={surveys}
            typed={typed ?? { office: top, survey: lines[0]?.surveyKey }}
            wrong={wrong ?? []}
          />
        </details>
      )}
    </div>
  )
}

function Table({ lines, until, mayManage }: PointsPageProps) {
  const { columns } = words
  return (
    <section class="box">
      <p class="sm">{words.table(until)}</p>
      <div class="wide">
        <table class="tab fold rated points">
          <thead>
            <tr>
              <th scope="col">{columns.code}</th>
              <th scope="col">{columns.point}</th>
              <th scope="col">{columns.survey}</th>
              <th scope="col" class="r">
                {columns.count}
              </th>
              <th scope="col">{columns.state}</th>
              <th scope="col">{columns.poster}</th>
              {mayManage && <th scope="col">{columns.action}</th>}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Line key={line.code} line={line} mayManage={mayManage} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function Line({ line, mayManage }: { line: PointLine; mayManage: boolean }) {
  const { code, name, office, survey, channel, url, link, open, count } = line
  const { columns } = words
  return (
    <tr>
      <td class="num rate">{code}</td>
      <th scope="row">
        {mayManage ? <a href={paths.staff.point(code)}>{name}</a> : name}
        <div class="sm">{mayManage ? <a href={paths.staff.office(office.code)}>{office.name}</a> : office.name}</div>
        <div class="sm">
          <a href={url}>{link}</a>
        </div>
      </th>
      <td class="whole">
        {survey}
        <div class="sm">{channelNames[channel]}</div>
      </td>
      <td class="r" data-label={columns.count}>
        {count > 0 && count < 5 ? words.few : words.count(count)}
      </td>
      <td>
        <span class={open ? 'chip c-ok' : 'chip c-idle'}>{open ? words.open : words.closed}</span>
      </td>
      <td class="nw" data-label={columns.poster}>
        <a href={paths.staff.poster(code, 'pdf')} aria-label={words.poster('PDF', name)}>
          PDF
        </a>
        {' · '}
        <a href={paths.staff.poster(code, 'svg')} aria-label={words.poster('SVG', name)}>
          SVG
        </a>
      </td>
      {mayManage && (
        <td class="nw">
          <Switch code={code} name={name} open={open} />
        </td>
      )}
    </tr>
  )
}

function Switch({ code, name, open }: Pick<PointLine, 'code' | 'name' | 'open'>) {
  return (
    <form method="post" action={paths.staff.pointState(code)}>
      <input type="hidden" name="state" value={open ? 'closed' : 'open'} />
      <button type="submit" class="lnk" aria-label={open ? words.closeOf(name) : words.reopenOf(name)}>
        {open ? words.close : words.reopen}
      </button>
    </form>
  )
}
