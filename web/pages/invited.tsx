import { paths } from '../paths'
import { peopleWords as words } from '../vi/people'
import { Qr } from './two-steps'

export type InvitedSlip = {
  name: string
  login: string
  office: string | null
  email: string | null
  mailed: boolean
  link: string
  qr: { path: string; side: number }
}

/** Links that were just made, shown this once: one, or a slip for each of many to print and cut. */
export function InvitedPage({ slips, sendsMail }: { slips: readonly InvitedSlip[]; sendsMail: boolean }) {
  return (
    <div class="stack">
      <h1>{slips.length === 1 ? words.linkTitle : words.linksTitle}</h1>
      <p class="note unprinted" role="status">
        {words.linkOnce}
      </p>
      <p class="row unprinted">
        <a href={paths.staff.people()}>{words.back}</a>
        <button type="button" class="btn alt" data-print hidden>
          {words.print}
        </button>
      </p>
      <div class="slips">
        {slips.map((slip) => (
          <Slip key={slip.login} {...slip} sendsMail={sendsMail} />
        ))}
      </div>
    </div>
  )
}

function Slip({ name, login, office, email, mailed, link, qr, sendsMail }: InvitedSlip & { sendsMail: boolean }) {
  return (
    <section class="box slip-in">
      <Qr {...qr} label={words.qr(name)} />
      <div>
        <h2>{name}</h2>
        <p>
          {words.login}: <b>{login}</b>
        </p>
        <p class="sm">{office ?? words.everything}</p>
        <p class="seal">{link}</p>
        <p>
          <button type="button" class="btn alt" data-copy={link} data-copied={words.copied} hidden>
            {words.copy}
          </button>
        </p>
        <p class="sm">{words.slip}</p>
        <p class="sm unprinted">{mailed ? words.mailed(email ?? '') : sendsMail ? words.notMailed : words.noMail}</p>
      </div>
    </section>
  )
}
