import { type Role, roles } from '../../server/domain/permissions'
import { paths } from '../paths'
import { roleAbout, roleNames } from '../vi/staff'
import { trainingWords as words } from '../vi/training'

export type TrainingProps = {
  /** Null in the training room itself. */
  room: { state: 'off' | 'closed' | 'busy' } | { state: 'open'; url: string } | null
  loginOf: (role: Role) => string
  password: string
}

/** Opens, closes and renews the training room, and says who one may sign in as there. */
export function TrainingPage({ room, loginOf, password }: TrainingProps) {
  return (
    <div class="stack">
      <h1>{words.title}</h1>
      <p>{room ? words.about : words.inside}</p>
      {room && <RoomBox room={room} />}
      {room?.state !== 'off' && (
        <section class="box">
          <h2>{words.peopleTitle}</h2>
          <Accounts loginOf={loginOf} password={password} />
        </section>
      )}
    </div>
  )
}

function RoomBox({ room }: { room: NonNullable<TrainingProps['room']> }) {
  return (
    <section class="box narrow">
      <dl class="kv">
        <dt>{words.state}</dt>
        <dd>
          <span class={room.state === 'open' ? 'chip c-ok' : 'chip c-idle'}>{words.states[room.state]}</span>
        </dd>
        {room.state === 'open' && (
          <>
            <dt>{words.address}</dt>
            <dd class="seal">
              <a href={room.url}>{room.url}</a>
            </dd>
          </>
        )}
      </dl>
      {room.state === 'closed' && (
        <>
          <Deed deed="mo" label={words.open} />
          <p class="sm">{words.openAbout}</p>
        </>
      )}
      {room.state === 'open' && (
        <div class="row">
          <a class="btn" href={room.url + paths.trainingAccounts()}>
            {words.enter}
          </a>
          <Deed deed="dong" label={words.close} alt />
        </div>
      )}
      {(room.state === 'open' || room.state === 'closed') && (
        <details>
          <summary>{words.resetTitle}</summary>
          <p>{words.resetAbout}</p>
          <Deed deed="lam-lai" label={words.reset} alt />
        </details>
      )}
    </section>
  )
}

function Deed({ deed, label, alt = false }: { deed: 'mo' | 'dong' | 'lam-lai'; label: string; alt?: boolean }) {
  return (
    <form method="post" action={`${paths.staff.training()}/${deed}`}>
      <button type="submit" class={alt ? 'btn alt' : 'btn'}>
        {label}
      </button>
    </form>
  )
}

/** One account for each role; the same on a citizen's page of the room. */
export function Accounts({ loginOf, password }: Pick<TrainingProps, 'loginOf' | 'password'>) {
  return (
    <>
      <p>{words.people}</p>
      <p>
        <b>{words.password(password)}</b>
      </p>
      <div class="wide">
        <table class="tab fold">
          <thead>
            <tr>
              <th scope="col">{words.columns.role}</th>
              <th scope="col">{words.columns.login}</th>
              <th scope="col">{words.columns.about}</th>
            </tr>
          </thead>
          <tbody>
            {roles.map((role) => (
              <tr key={role}>
                <th scope="row">{roleNames[role]}</th>
                <td class="seal" data-label={words.columns.login}>
                  {loginOf(role)}
                </td>
                <td class="whole">{roleAbout[role]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

/** `/tap-huan` in the training room: who one may sign in as, before signing in. */
export function TrainingAccountsPage(props: Pick<TrainingProps, 'loginOf' | 'password'>) {
  return (
    <main class="stack">
      <h1>{words.peopleTitle}</h1>
      <section class="box">
        <Accounts {...props} />
        <p>
          <a class="btn" href={paths.staff.signIn()}>
            {words.toSignIn}
          </a>
        </p>
      </section>
    </main>
  )
}
