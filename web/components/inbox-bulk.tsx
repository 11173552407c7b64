import type { AssignedCase } from '../../server/actions/case-assigning'
import { paths } from '../paths'
import { inboxWords as words } from '../vi/inbox'
import { type Option, Options } from './select'

export type BulkProblem = keyof typeof words.bulk.problems
/** What became of a form that gave cases to somebody: results, or why it was refused with what was typed. */
export type Bulk = {
  /** Null: too many to list, so a login is typed. */
  people: readonly Option[] | null
  typed: { person: string; department: string; note: string }
  problem: BulkProblem | null
  results: readonly AssignedCase[]
  /** To whom, in words. */
  to: string
}

/** Under the list: to whom the chosen cases go. */
export function BulkForm({ bulk: { people, typed, problem }, action }: { bulk: Bulk; action: string }) {
  const texts = words.bulk
  return (
    <form class="bulk unprinted" id="bulk" method="post" action={action} data-select="chon" aria-label={texts.title}>
      <div class="asks">
        <p class="sm" role="status" data-none={texts.about} data-text={texts.chosen}>
          {texts.about}
        </p>
        <Person people={people} chosen={typed.person} invalid={isAbout(problem, 'nobody', 'unknown')} />
        <label>
          {texts.department}
          <input class="t" name="phong" value={typed.department} maxLength={120} />
        </label>
        <label>
          {texts.note}
          <input class="t" name="ghi-chu" value={typed.note} aria-invalid={isAbout(problem, 'long')} />
        </label>
        <button type="submit" class="btn">
          {texts.submit}
        </button>
      </div>
    </form>
  )
}

function Person({ people, chosen, invalid }: { people: Bulk['people']; chosen: string; invalid?: boolean }) {
  const texts = words.bulk
  return people ? (
    <label>
      {texts.assignee}
      <select name="nguoi" data-key="g" aria-invalid={invalid}>
        <Options options={[{ value: '', label: texts.choose }, ...people]} chosen={chosen} />
      </select>
    </label>
  ) : (
    <label>
      {texts.assigneeTyped}
      <input
        class="t"
        name="nguoi"
        value={chosen}
        data-key="g"
        autocapitalize="none"
        spellcheck={false}
        aria-invalid={invalid}
      />
    </label>
  )
}

const isAbout = (problem: BulkProblem | null, ...codes: BulkProblem[]) =>
  problem !== null && codes.includes(problem) ? true : undefined

/** What became of the form that was sent. `nameOf`: names of people by their ids. */
export function BulkOutcome({ bulk, nameOf }: { bulk: Bulk; nameOf: (staffId: string) => string }) {
  const { problem, results, to } = bulk
  const texts = words.bulk
  if (problem)
    return (
      <p class="note er" role="alert">
        {texts.problems[problem]}
      </p>
    )
  if (results.length === 0) return null
  const given = results.filter((one) => one.ok)
  const failed = results.flatMap((one) => (one.ok ? [] : [one]))
  return (
    <div class={failed.length > 0 ? 'note wa' : 'note ok'} role="status">
      {given.length > 0 && (
        <>
          <p>
            <b>{texts.done(given.length, to)}</b>
          </p>
          <p class="sm">
            {given.map(({ code }, i) => (
              <>
                {i > 0 && ' · '}
                <a key={code} href={paths.staff.case(code)}>
                  {code}
                </a>
              </>
            ))}
          </p>
        </>
      )}
      {failed.length > 0 && (
        <>
          <p>
            <b>{texts.notDone(failed.length)}</b>
          </p>
          <ul>
            {failed.map((one) => (
              <li key={one.code}>
                <a href={paths.staff.case(one.code)}>{one.code}</a>:{' '}
                {texts.failed(one, one.assigneeId === null ? null : nameOf(one.assigneeId))}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
