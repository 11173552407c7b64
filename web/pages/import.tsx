import type { Fault, Faults } from '../../server/imports/faults'
import { paths } from '../paths'
import { formatCount } from '../vi/format'
import { faultSentence, summaryDays, summaryStandings, imports as words } from '../vi/imports'

export type ImportFormProps = {
  points: { code: string; name: string }[]
  surveys: { value: string; label: string }[]
  /** Why the last file was not read. */
  problem: string | null
  /** After an import: what was added. */
  done: { added: number; known: number } | null
}

/** The form for a file, what its columns are, the codes of the points, and templates. */
export function ImportPage({ points, surveys, problem, done }: ImportFormProps) {
  return (
    <div class="stack">
      <h1>{words.title}</h1>
      {done && (
        <div class="note" role="status">
          <h2>{words.doneTitle}</h2>
          <p>{words.done(done.added, done.known)}</p>
          <a href={paths.staff.results()}>{words.toResults}</a>
        </div>
      )}
      <p>{words.about}</p>
      <UploadForm problem={problem} />
      <section class="box">
        <h2>{words.columnsTitle}</h2>
        <Names rows={words.columns} fold />
        <h2>{words.templates}</h2>
        <p>{words.templatesAbout}</p>
        {surveys.map(({ value, label }) => (
          <p key={value}>
            <a href={paths.staff.importTemplate(value)}>{words.template(label)}</a>
          </p>
        ))}
      </section>
      <section class="box">
        <h2>{words.pointsTitle}</h2>
        <Names rows={points.map(({ code, name }) => [code, name] as const)} />
      </section>
    </div>
  )
}

/** What is typed into a file, and what it means. */
function Names({ rows, fold }: { rows: readonly (readonly [name: string, about: string])[]; fold?: boolean }) {
  return (
    <table class={fold ? 'tab names fold' : 'tab names'}>
      <tbody>
        {rows.map(([name, about]) => (
          <tr key={name}>
            <th scope="row" class="nw">
              {name}
            </th>
            <td>{about}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function UploadForm({ problem }: { problem: string | null }) {
  return (
    <form class="box" method="post" action={paths.staff.imports()} enctype="multipart/form-data">
      <div class={problem ? 'field bad' : 'field'}>
        <label for="file">{words.file}</label>
        {problem && (
          <p class="msg" id="file-error" role="alert">
            {problem}
          </p>
        )}
        <input
          id="file"
          name="file"
          type="file"
          accept=".csv,.xlsx,text/csv"
          required
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? 'file-error' : undefined}
        />
      </div>
      <button type="submit" class="btn">
        {words.check}
      </button>
    </form>
  )
}

type Summary = Parameters<typeof summaryStandings>[0] & {
  rows: number
  added: number
  known: number
  points: Record<string, number>
  surveys: Record<string, number>
  from: string
  to: string
}
/** `labels`: names of points and surveys by their codes. */
export type ImportPreviewProps = { name: string; summary: Summary; token: string; labels: ReadonlyMap<string, string> }

/** What a readable file would do, and the button that does it. */
export function ImportPreview({ name, summary, token, labels }: ImportPreviewProps) {
  const list = (counts: Record<string, number>) =>
    Object.entries(counts)
      .map(([key, count]) => `${labels.get(key) ?? key} (${key}): ${formatCount(count)}`)
      .join('; ')
  return (
    <div class="stack">
      <h1>{words.previewTitle}</h1>
      <section class="box">
        <h2>{name}</h2>
        <dl class="kv">
          <dt>{words.rows}</dt>
          <dd>{formatCount(summary.rows)}</dd>
          <dt>{words.added}</dt>
          <dd>{formatCount(summary.added)}</dd>
          <dt>{words.known}</dt>
          <dd>{formatCount(summary.known)}</dd>
          <dt>{words.days}</dt>
          <dd>{summaryDays(summary)}</dd>
          <dt>{words.byPoint}</dt>
          <dd>{list(summary.points)}</dd>
          <dt>{words.bySurvey}</dt>
          <dd>{list(summary.surveys)}</dd>
          <dt>{words.standing}</dt>
          <dd>{summaryStandings(summary)}</dd>
        </dl>
        {summary.added === 0 ? <p>{words.nothingNew}</p> : <Confirm token={token} added={summary.added} />}
      </section>
      <a href={paths.staff.imports()}>{words.cancel}</a>
    </div>
  )
}

function Confirm({ token, added }: { token: string; added: number }) {
  return (
    <form method="post" action={paths.staff.imports()}>
      <input type="hidden" name="token" value={token} />
      <button type="submit" class="btn">
        {words.confirm(added)}
      </button>
    </form>
  )
}

/** Everything that is wrong with a file, and the form to send it again. */
export function ImportFaults({ name, faults }: { name: string; faults: Faults }) {
  const { listed, total } = faults
  return (
    <div class="stack">
      <h1>{words.title}</h1>
      <div class="note er" role="alert">
        <h2>{words.faultsTitle}</h2>
        <p>
          {name}. {total > listed.length ? words.faultsMore(total, listed.length) : words.faultsAll(total)}
        </p>
      </div>
      <section class="box">
        <div class="wide">
          <table class="tab fold">
            <thead>
              <tr>
                <th scope="col" class="r">
                  {words.line}
                </th>
                <th scope="col">{words.column}</th>
                <th scope="col">{words.value}</th>
                <th scope="col">{words.fault}</th>
              </tr>
            </thead>
            <tbody>
              {listed.map((fault, at) => (
                <FaultRow key={at} fault={fault} />
              ))}
            </tbody>
          </table>
        </div>
      </section>
      <UploadForm problem={null} />
    </div>
  )
}

function FaultRow({ fault }: { fault: Fault }) {
  return (
    <tr>
      <Cell class="r" label={words.line} text={fault.line} />
      <Cell label={words.column} text={fault.column} />
      <Cell label={words.value} text={fault.value} />
      <td class="whole">{faultSentence(fault)}</td>
    </tr>
  )
}

/** A cell that says on a phone what it is, unless there is nothing in it. */
function Cell(props: { class?: string; label: string; text: string | number | null | undefined }) {
  const { label, text } = props
  if (text === null || text === undefined || text === '') return <td class="nothing" />
  return (
    <td class={props.class} data-label={label}>
      {text}
    </td>
  )
}
