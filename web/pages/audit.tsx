import { auditKinds } from '../../server/domain/audit-actions'
import { type Option, Options } from '../components/select'
import { paths } from '../paths'
import { auditKindNames, auditWords as words } from '../vi/audit'

type Change = { label: string; before: string | null; after: string }
export type AuditLine = {
  id: number
  at: string
  who: string
  whoId: string | null
  what: string
  subject: string
  subjectId: string
  changes: readonly Change[]
}

/** The filter as it stands in the address. */
export type AuditQuery = Record<'loai' | 'nguoi' | 'muc' | 'tu' | 'den', string>
export type AuditPageProps = {
  lines: readonly AuditLine[]
  query: AuditQuery
  /** Of one subject: its name. */
  subjectName: string | null
  /** The office whose part of the tree is shown; null: everything. */
  office: string | null
  /** Why nothing could be asked, as a sentence. */
  problem: string | null
  /** Ids for the page before and the one after. */
  newer: number | null
  older: number | null
  /** The same as files: name of the format and address. */
  downloads: readonly { label: string; href: string }[]
}

export const configurationView = 'configuration-history'

/** Who did what, newest first, with what was before and after. */
export function AuditPage(props: AuditPageProps) {
  const { lines, query, office, problem, subjectName } = props
  const isConfiguration = query.loai === configurationView
  return (
    <div class="stack">
      <h1>{words.title}</h1>
      <p>
        {isConfiguration ? words.configurationAbout : words.about} {office && words.limited(office)}
      </p>
      <Views query={query} />
      <Filter query={query} />
      {problem && (
        <p class="note er" role="alert">
          {problem}
        </p>
      )}
      {subjectName && <h2>{words.historyOf(subjectName)}</h2>}
      <section class="box">
        {lines.length === 0 ? <p>{words.nothing}</p> : <Table lines={lines} query={query} />}
        <Pages {...props} />
        <Downloads {...props} />
      </section>
    </div>
  )
}

function Views({ query }: { query: AuditQuery }) {
  const isConfiguration = query.loai === configurationView
  const to = (loai: string) => paths.staff.audit({ ...query, loai })
  return (
    <nav class="row tabs" aria-label={words.views}>
      <a href={to('')} aria-current={isConfiguration ? undefined : 'page'}>
        {words.all}
      </a>
      <a href={to(configurationView)} aria-current={isConfiguration ? 'page' : undefined}>
        {words.configuration}
      </a>
    </nav>
  )
}

function Filter({ query }: { query: AuditQuery }) {
  const { loai, nguoi, muc, tu, den } = query
  const kinds = auditKinds.map((value): Option => ({ value, label: auditKindNames[value] }))
  const isFiltered = Object.values(query).some(Boolean)
  return (
    <form class="asks" method="get" action={paths.staff.audit()} aria-label={words.label} data-auto-submit>
      {loai === configurationView ? (
        <input type="hidden" name="loai" value={loai} />
      ) : (
        <label>
          {words.kind}
          <select name="loai">
            <Options options={[{ value: '', label: words.anyKind }, ...kinds]} chosen={loai} />
          </select>
        </label>
      )}
      <label>
        {words.person} <input class="t" type="search" name="nguoi" value={nguoi} title={words.personHint} />
      </label>
      <label>
        {words.subject} <input class="t" type="search" name="muc" value={muc} title={words.subjectHint} />
      </label>
      <label>
        {words.from} <input class="t" type="date" name="tu" value={tu} />
      </label>
      <label>
        {words.to} <input class="t" type="date" name="den" value={den} />
      </label>
      <button type="submit" class="btn alt">
        {words.show}
      </button>
      {isFiltered && <a href={paths.staff.audit()}>{words.clear}</a>}
    </form>
  )
}

function Table({ lines, query }: { lines: readonly AuditLine[]; query: AuditQuery }) {
  const { columns } = words
  return (
    <div class="wide">
      <table class="tab fold audit">
        <thead>
          <tr>
            <th scope="col">{columns.at}</th>
            <th scope="col">{columns.who}</th>
            <th scope="col">{columns.what}</th>
            <th scope="col">{columns.detail}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line key={line.id} line={line} query={query} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Line({ line, query }: { line: AuditLine; query: AuditQuery }) {
  const { at, who, whoId, what, subject, subjectId, changes } = line
  const offersHistory = subject !== '' && subjectId !== query.muc
  return (
    <tr>
      <td class="num nw">{at}</td>
      <th scope="row">{whoId ? <a href={paths.staff.audit({ ...query, nguoi: whoId })}>{who}</a> : who}</th>
      <td>
        {what}
        {subject && <div>{subject}</div>}
        {offersHistory && (
          <div>
            <a class="less" href={paths.staff.audit({ muc: subjectId })}>
              {words.history}
            </a>
          </div>
        )}
      </td>
      <td>
        <Changes changes={changes} />
      </td>
    </tr>
  )
}

/** As many as stand open; the rest is folded. */
const shown = 8

function Changes({ changes }: { changes: readonly Change[] }) {
  if (changes.length === 0) return null
  const rest = changes.slice(shown)
  return (
    <>
      <List changes={changes.slice(0, shown)} />
      {rest.length > 0 && (
        <details>
          <summary>{words.more(rest.length)}</summary>
          <List changes={rest} />
        </details>
      )}
    </>
  )
}

function List({ changes }: { changes: readonly Change[] }) {
  return (
    <dl class="changes">
      {changes.map(({ label, before, after }) => (
        <>
          <dt>{label}</dt>
          <dd>
            {before === null ? (
              after
            ) : (
              <>
                <span class="sm">{words.wasBefore}</span> <del>{before}</del> <span class="sm">{words.isNow}</span>{' '}
                <ins>{after}</ins>
              </>
            )}
          </dd>
        </>
      ))}
    </dl>
  )
}

function Pages({ newer, older, query }: AuditPageProps) {
  if (newer === null && older === null) return null
  return (
    <nav class="row" aria-label={words.pages}>
      {newer !== null && <a href={paths.staff.audit({ ...query, sau: String(newer) })}>{words.newer}</a>}
      {older !== null && <a href={paths.staff.audit({ ...query, truoc: String(older) })}>{words.older}</a>}
    </nav>
  )
}

function Downloads({ downloads, lines }: AuditPageProps) {
  if (lines.length === 0) return null
  return (
    <p class="row sm">
      <span>{words.download}</span>
      {downloads.map(({ label, href }) => (
        <a key={href} href={href}>
          {label}
        </a>
      ))}
    </p>
  )
}
