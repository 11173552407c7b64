import { stateOf } from '../../server/domain/point-list'
import { PointAside, type PointDetail } from '../components/point-detail'
import { PointState } from '../components/point-state'
import { type Option, Select } from '../components/select'
import { paths } from '../paths'
import { pointWords, onePoint as words } from '../vi/points'
import { channelNames } from '../vi/terms'

export type PointPageProps = {
  point: PointDetail
  mayManage: boolean
  /** Said above, after something was done. */
  done?: string
  /** Offices that its desk may serve as well. */
  offices: Option[]
  fault?: keyof typeof words.shareFaults
}

/** One point: what it is, what hangs on the wall, and what can be done with it. */
export function PointPage(props: PointPageProps) {
  const { point, mayManage, done } = props
  return (
    <div class="stack">
      <p class="row">
        <a href={paths.staff.points()}>{pointWords.title}</a>
      </p>
      <h1>
        {point.name} <span class="num sm">{point.code}</span>
      </h1>
      {done && (
        <p class="note" role="status">
          {done}
        </p>
      )}
      {point.replacedBy ? <Replaced code={point.replacedBy} /> : null}
      <div class="cols">
        <div class="stack">
          <Facts point={point} />
          {!point.replacedBy && mayManage && <Deeds point={point} />}
          {!point.replacedBy && <Sharing {...props} />}
        </div>
        {!point.replacedBy && <PointAside point={point} mayManage={mayManage} />}
      </div>
    </div>
  )
}

function Replaced({ code }: { code: string }) {
  return (
    <p class="note">
      {words.replacedBy} <a href={paths.staff.point(code)}>{code}</a>.
    </p>
  )
}

function Facts({ point }: { point: PointDetail }) {
  const { facts } = words
  const { office, host, kind, survey, quickFirst, channel, field, count } = point
  return (
    <section class="box">
      <p>
        <PointState state={stateOf(point)} />
      </p>
      {point.isQuiet && (
        <p class="note wa">
          <b>{pointWords.quiet([point.name])}</b> {pointWords.quietAdvice}
        </p>
      )}
      <dl class="kv">
        <dt>{facts.office}</dt>
        <dd>{office}</dd>
        <dt>{facts.kind}</dt>
        <dd>{pointWords.kinds[kind]}</dd>
        {host && <dt>{facts.host}</dt>}
        {host && <dd>{host}</dd>}
        <dt>{facts.survey}</dt>
        <dd>
          {survey}
          {quickFirst ? `, ${words.quickFirst}` : ''}
        </dd>
        <dt>{facts.channel}</dt>
        <dd>{channelNames[channel]}</dd>
        {field && <dt>{facts.field}</dt>}
        {field && <dd>{field}</dd>}
        <dt>{facts.count}</dt>
        <dd>{count > 0 && count < 5 ? pointWords.few : pointWords.count(count)}</dd>
      </dl>
      <p>
        <a href={paths.staff.results({ place: `d.${point.code}` })}>{words.results}</a>
      </p>
    </section>
  )
}

function Deeds({ point: { code, closedAt } }: { point: PointDetail }) {
  return (
    <div class="row">
      <a class="btn alt" href={paths.staff.point(code, 'sua')}>
        {words.change}
      </a>
      <a class="btn alt" href={paths.staff.newPoint({ giong: code })}>
        {words.copy}
      </a>
      <form method="post" action={paths.staff.pointState(code)}>
        <input type="hidden" name="state" value={closedAt ? 'open' : 'closed'} />
        <button type="submit" class="btn alt">
          {closedAt ? words.reopen : words.pause}
        </button>
      </form>
    </div>
  )
}

function Sharing({ point, offices, mayManage, fault }: PointPageProps) {
  const { code, sharing, deskCode } = point
  const mayShare = mayManage && !deskCode && offices.length > 0
  if (sharing.length === 0 && !mayShare) return null
  return (
    <section class="box">
      <h2>{words.sharingTitle}</h2>
      <p class="sm">{words.sharingAbout}</p>
      {deskCode && <p>{words.sharedWith(deskCode)}</p>}
      {sharing.length > 0 && (
        <ul>
          {sharing.map(({ code, name, office, open }) => (
            <li key={code}>
              <a href={paths.staff.point(code)}>{office}</a> · {name} <span class="num">{code}</span>
              {!open && ` · ${pointWords.states.paused}`}
            </li>
          ))}
        </ul>
      )}
      {mayShare && (
        <form method="post" action={paths.staff.point(code, 'dung-chung')}>
          <Select
            name="office"
            label={words.shareOffice}
            options={offices}
            error={fault ? words.shareFaults[fault] : undefined}
          />
          <p class="row">
            <button type="submit" class="btn alt">
              {words.share}
            </button>
          </p>
        </form>
      )}
    </section>
  )
}
