import { GateShell } from '../components/gate-shell'
import type { Unsent } from '../components/unsent-fields'
import { paths } from '../paths'
import { signIn } from '../vi/staff'

/** After signing in again: what was on its way when the session ended is sent when the person says so. */
export function SendAgainPage({ unsent: { address, fields } }: { unsent: Unsent }) {
  return (
    <GateShell>
      <h1>{signIn.againTitle}</h1>
      <p>{signIn.again}</p>
      <form method="post" action={address}>
        {fields.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <button type="submit" class="btn">
          {signIn.sendAgain}
        </button>
      </form>
      <p>
        <a href={paths.staff.home()}>{signIn.dropUnsent}</a>
      </p>
    </GateShell>
  )
}
