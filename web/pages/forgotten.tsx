import { Field } from '../components/field'
import { GateShell } from '../components/gate-shell'
import { paths } from '../paths'
import { forgotten as words } from '../vi/staff'

/** A forgotten password: asks for login or mail address; the answer is the same whether or not there is an account. */
export function ForgottenPage({ state }: { state: 'form' | 'sent' | 'wait' }) {
  return (
    <GateShell>
      <h1>{words.title}</h1>
      {state === 'sent' ? (
        <p class="note" role="status">
          {words.sent}
        </p>
      ) : (
        <>
          {state === 'wait' && (
            <p class="note er" role="alert">
              {words.wait}
            </p>
          )}
          <p>{words.about}</p>
          <form method="post" action={paths.staff.forgotten()}>
            <Field name="who" label={words.who} autocomplete="username" required />
            <button type="submit" class="btn">
              {words.submit}
            </button>
          </form>
        </>
      )}
      <p>
        <a href={paths.staff.signIn()}>{words.back}</a>
      </p>
    </GateShell>
  )
}
