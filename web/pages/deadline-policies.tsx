import type { StoredPolicy } from '../../db/deadline-policies'
import { ruleNumbers } from '../../server/domain/deadline-form'
import { paths } from '../paths'
import { ruleText, ruleWords, deadlineWords as words } from '../vi/deadline-policies'

export type PolicyGroup = {
  officeCode: string | null
  office: string | null
  /** Null when all versions begin later. */
  inForce: StoredPolicy | null
  coming: readonly StoredPolicy[]
  past: readonly StoredPolicy[]
  mayChange: boolean
}

/** The deadlines of all offices and of each that has its own; earlier and coming versions below. */
export function DeadlinesPage({
  groups,
  mayAdd,
  saved,
}: {
  groups: readonly PolicyGroup[]
  mayAdd: boolean
  saved: number
}) {
  return (
    <div class="stack">
      <div class="row">
        <h1>{words.title}</h1>
        {mayAdd && (
          <a class="btn alt push" href={paths.staff.deadlines('moi', { rieng: '1' })}>
            {words.add}
          </a>
        )}
      </div>
      {saved > 0 && (
        <p class="note" role="status">
          {words.saved(saved)}
        </p>
      )}
      <p>{words.about}</p>
      {groups.map((group) => (
        <Group key={group.officeCode} {...group} />
      ))}
      <p class="sm">{words.workingDay}</p>
    </div>
  )
}

function Group({ officeCode, office, inForce, coming, past, mayChange }: PolicyGroup) {
  return (
    <section class="box">
      <div class="row">
        <h2>{office ?? words.all}</h2>
        {inForce && <span class="chip c-run">{words.inForce}</span>}
        {mayChange && (
          <a class="push" href={paths.staff.deadlines('moi', { 'don-vi': officeCode ?? undefined })}>
            {words.change}
          </a>
        )}
      </div>
      {inForce && <Policy policy={inForce} />}
      {coming.map((policy) => (
        <details key={policy.id}>
          <summary>
            {words.version(policy.number)}: {words.coming(policy.effectiveOn)}
          </summary>
          <Policy policy={policy} />
        </details>
      ))}
      {past.length > 0 && (
        <details>
          <summary>
            {words.earlier} ({past.length})
          </summary>
          {past.map((policy) => (
            <Policy key={policy.id} policy={policy} />
          ))}
        </details>
      )}
    </section>
  )
}

function Policy({ policy: { number, effectiveOn, rules, source } }: { policy: StoredPolicy }) {
  return (
    <>
      <p class="sm">
        {words.version(number)}, {words.from(effectiveOn)} · {source}
      </p>
      <dl class="kv rules">
        {ruleNumbers.map((name) => (
          <div key={name}>
            <dt>{ruleWords[name].name}</dt>
            <dd>{ruleText(rules, name)}</dd>
          </div>
        ))}
        <div>
          <dt>{words.supplementRestarts}</dt>
          <dd>{rules.supplementRestarts ? words.restart : words.resume}</dd>
        </div>
        <div>
          <dt>{words.afterHour}</dt>
          <dd>{rules.afterHour === null ? words.afterHourOff : words.hour(rules.afterHour)}</dd>
        </div>
        <div>
          <dt>{words.remindBefore}</dt>
          <dd>{rules.remindBefore.length === 0 ? words.remindNever : words.remind(rules.remindBefore)}</dd>
        </div>
      </dl>
    </>
  )
}
