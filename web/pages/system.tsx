import type { ComponentChildren } from 'preact'
import { paths } from '../paths'
import { systemWords as words } from '../vi/system'

/** A fact with its name; `hint`: what it means for this office; `alert`: what is wrong with it and what to do. */
export type Fact = { name: string; value: string; hint?: string; alert?: string | null }
export type SystemProps = {
  program: Fact[]
  data: Fact[]
  mail: Fact[]
  backup: Fact[]
  /** How the last check of integrity ended. */
  check: Fact
}

/** Everything about the running system on one page; what needs somebody stands out. */
export function SystemPage({ program, data, mail, backup, check }: SystemProps) {
  const alerts = [...program, ...data, ...mail, ...backup, check].filter(({ alert }) => alert)
  return (
    <div class="stack">
      <h1>{words.title}</h1>
      {alerts.length > 0 && (
        <div class="note wa">
          {alerts.map(({ name, alert }) => (
            <p key={name}>
              <b>{name}.</b> {alert}
            </p>
          ))}
        </div>
      )}
      <div class="pair facts">
        <Facts title={words.program} facts={program} />
        <Facts title={words.data} facts={data} />
        <Facts title={words.backup} facts={backup}>
          <p>
            <a href={paths.staff.backups()}>{words.toBackups}</a>
          </p>
        </Facts>
        <Facts title={words.mail} facts={mail} />
      </div>
      <Facts title={words.check} facts={[check]}>
        <form method="post" action={paths.staff.systemCheck()}>
          <button type="submit" class="btn">
            {words.check}
          </button>
        </form>
        <p class="sm">{words.checkAbout}</p>
      </Facts>
    </div>
  )
}

function Facts({ title, facts, children }: { title: string; facts: Fact[]; children?: ComponentChildren }) {
  return (
    <section class="box">
      <h2>{title}</h2>
      <dl class="kv">
        {facts.map(({ name, value, hint, alert }) => (
          <>
            <dt>{name}</dt>
            <dd>
              {value} {alert && <span class="chip c-late">{words.look}</span>}
              {hint && <div class="sm">{hint}</div>}
            </dd>
          </>
        ))}
      </dl>
      {children}
    </section>
  )
}
