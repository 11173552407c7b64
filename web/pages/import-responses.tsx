import { paths } from '../paths'
import { formatCount } from '../vi/format'
import { summaryDays, summaryStandings, imports as words } from '../vi/imports'

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
export type ResponsePreviewProps = {
  name: string
  summary: Summary
  token: string
  labels: ReadonlyMap<string, string>
}

/** What a readable file of answers would do, and the button that does it. */
export function ResponsePreview({ name, summary, token, labels }: ResponsePreviewProps) {
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
      <a href={paths.staff.imports('responses')}>{words.cancel}</a>
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
