import { jobWords as words } from '../vi/jobs'

export type JobProps = {
  address: string
  /** Changes whenever the page would show something else. */
  tag: string
  title: string
  /** Whole seconds since the beginning; once it has ended, until the end. */
  seconds: number
  done: number
  total: number | null
  outcome: { ok: boolean; text: string; lines?: string[]; next?: { address: string; label: string } } | null
}

/** How far long work is, and how it ended. */
export function JobPage({ address, tag, title, seconds, done, total, outcome }: JobProps) {
  return (
    <div class="stack">
      <h1>{title}</h1>
      <section class="box narrow" data-live={address} data-tag={tag}>
        {outcome ? (
          <Ended seconds={seconds} outcome={outcome} />
        ) : (
          <Going seconds={seconds} done={done} total={total} />
        )}
      </section>
    </div>
  )
}

function Going({ seconds, done, total }: Pick<JobProps, 'seconds' | 'done' | 'total'>) {
  return (
    <>
      <p>
        <span class="chip c-run">{words.running}</span>
      </p>
      <p>
        <progress aria-label={words.bar} max={total ?? undefined} value={total === null ? undefined : done} />
        {total !== null && <span class="num"> {words.progress(done, total)}</span>}
      </p>
      <p>{words.elapsed(seconds)}</p>
      <p class="sm">{words.leave}</p>
    </>
  )
}

function Ended({ seconds, outcome }: { seconds: number; outcome: NonNullable<JobProps['outcome']> }) {
  return (
    <>
      <p>
        <span class={outcome.ok ? 'chip c-ok' : 'chip c-late'}>{outcome.ok ? words.done : words.notDone}</span>
      </p>
      <p role="status">{outcome.text}</p>
      {outcome.lines && outcome.lines.length > 0 && (
        <ul>
          {outcome.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <p class="sm">{words.took(seconds)}</p>
      {outcome.next && (
        <p>
          <a class="btn" href={outcome.next.address}>
            {outcome.next.label}
          </a>
        </p>
      )}
    </>
  )
}
