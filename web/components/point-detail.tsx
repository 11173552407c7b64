import type { PointLine } from '../../server/domain/point-list'
import { paths } from '../paths'
import { onePoint as words } from '../vi/points'

export type PointDetail = Omit<PointLine, 'oldCodes'> & {
  /** Names of the office and, when it stands elsewhere, of that place. */
  office: string
  host: string | null
  url: string
  /** The address as people type it. */
  link: string
  /** The point's own survey, for looking at it. */
  tryUrl: string
  /** The code of `url` as a path in a square of `side` units. */
  qr: { path: string; side: number }
  procedures: { code: string; name: string; field: string }[]
  oldCodes: string[]
  /** The other points at its desk, the printed one among them. */
  sharing: { code: string; name: string; office: string; open: boolean }[]
}

/** What hangs on the wall, beside the facts of a point: its code, where it leads, and how to print it. */
export function PointAside({ point, mayManage }: { point: PointDetail; mayManage: boolean }) {
  const { code, name, url, link, tryUrl, qr, hours, procedures, oldCodes, asksProcedure } = point
  const fields = [...new Set(procedures.map(({ field }) => field))]
  return (
    <aside class="box" aria-label={name}>
      <svg class="qr" viewBox={`0 0 ${qr.side} ${qr.side}`} role="img" aria-label={url} shape-rendering="crispEdges">
        <path fill="#fff" d={`M0 0h${qr.side}v${qr.side}H0z`} />
        <path fill="#14202e" d={qr.path} />
      </svg>
      <p class="num link">
        <b>{link}</b>
      </p>
      <dl class="kv">
        <dt>{words.facts.hours}</dt>
        <dd>{hours || words.always}</dd>
        <dt>{words.facts.procedures}</dt>
        <dd>
          {procedures.length > 0
            ? words.procedures(fields, procedures.length)
            : asksProcedure
              ? words.wholeCatalogue
              : words.notAsked}
        </dd>
        {oldCodes.length > 0 && <dt>{words.facts.oldCodes}</dt>}
        {oldCodes.map((old) => (
          <dd key={old}>{words.oldCode(old)}</dd>
        ))}
      </dl>
      <p class="row">
        <a class="btn" href={paths.staff.poster(code, 'pdf')}>
          {words.poster}
        </a>
        <a class="btn alt" href={paths.staff.tent(code)}>
          {words.tent}
        </a>
        <a class="btn alt" href={tryUrl}>
          {words.tryIt}
        </a>
      </p>
      <p class="sm">{words.tryHint}</p>
      <p class="row">
        <a href={paths.feedback({ diem: code })}>{words.feedback}</a>
        <a href={paths.staff.poster(code, 'svg')}>{words.svg}</a>
        {mayManage && <a href={paths.staff.point(code, 'ma-moi')}>{words.renew}</a>}
      </p>
    </aside>
  )
}
