import { paths } from '../paths'
import { deviceWords } from '../vi/device'
import { formatMoment } from '../vi/format'
import { account } from '../vi/staff'

/** `id` names the session in its form; instants in ISO. */
export type OwnSession = { id: string; device: string; createdAt: string; seenAt: string; isPresent: boolean }

const words = account.sessions

/** Where one is signed in, with a way out of each. */
export function OwnSessions({ sessions }: { sessions: readonly OwnSession[] }) {
  return (
    <section class="box narrow">
      <h2>{words.title}</h2>
      <p class="sm">{words.about}</p>
      <ul class="lines">
        {sessions.map((session) => (
          <Line key={session.id} {...session} />
        ))}
      </ul>
      {sessions.length > 1 && (
        <form method="post" action={paths.staff.sessions()}>
          <input type="hidden" name="others" value="1" />
          <button type="submit" class="btn alt">
            {words.endOthers}
          </button>
        </form>
      )}
    </section>
  )
}

function Line({ id, device, createdAt, seenAt, isPresent }: OwnSession) {
  return (
    <li class="row">
      <div>
        <b>{deviceWords(device)}</b> {isPresent && <span class="chip c-ok">{words.present}</span>}
        <div class="sm">{words.when(formatMoment(createdAt), formatMoment(seenAt))}</div>
      </div>
      {!isPresent && (
        <form class="push" method="post" action={paths.staff.sessions()}>
          <input type="hidden" name="one" value={id} />
          <button type="submit" class="lnk" aria-label={words.endOf(deviceWords(device), formatMoment(createdAt))}>
            {words.end}
          </button>
        </form>
      )}
    </li>
  )
}
