import type { ComponentChildren } from 'preact'
import type { PublishChoice } from '../../server/domain/case-words'
import type { PublicView } from '../../server/domain/public-view'
import { paths } from '../paths'
import { follow as words } from '../vi/follow'

/** What the sender said about the own person; `sender` null: an anonymous suggestion. */
export type FollowSender = {
  sender: (Record<(typeof shown)[number], string> & { erasedAt: string | null }) | null
  publishChoice: PublishChoice
  nameConsent: boolean
  messageConsent: boolean
}

const shown = ['name', 'organisation', 'address', 'phone', 'email'] as const

/** The own words and files of the sender. */
export function OwnContent({ view, files }: { view: PublicView; files: ComponentChildren }) {
  return (
    <details class="more">
      <summary>{words.own}</summary>
      <p class="letter">{view.content}</p>
      {(['place', 'wish'] as const).map(
        (name) =>
          view[name] !== '' && (
            <div key={name}>
              <h3>{words.ownParts[name]}</h3>
              <p class="letter">{view[name]}</p>
            </div>
          ),
      )}
      {files}
    </details>
  )
}

type SenderProps = { own: FollowSender; token: string; dataContact: string }

/** What is kept about the sender, and the consents that can be taken back at any time. */
export function SenderData({ own, token, dataContact }: SenderProps) {
  const { sender, publishChoice } = own
  if (!sender) return null
  return (
    <details class="more" id="nguoi-gui">
      <summary>{words.sender}</summary>
      {sender.erasedAt === null ? <Kept sender={sender} /> : <p>{words.erased}</p>}
      <h3>{words.publishTitle}</h3>
      <p>{words.publish[publishChoice]}</p>
      {own.nameConsent && <Consent action={paths.followed(token, 'ho-ten')} {...words.nameConsent} />}
      {own.messageConsent && <Consent action={paths.followed(token, 'thong-bao')} {...words.messageConsent} />}
      {dataContact !== '' && <p class="sm">{words.dataContact(dataContact)}</p>}
    </details>
  )
}

function Consent({ action, given, withdraw }: { action: string; given: string; withdraw: string }) {
  return (
    <form method="post" action={action}>
      <p>{given}</p>
      <p class="send">
        <button type="submit" class="btn alt">
          {withdraw}
        </button>
      </p>
    </form>
  )
}

function Kept({ sender }: { sender: NonNullable<FollowSender['sender']> }) {
  return (
    <>
      <p class="sm">{words.senderAbout}</p>
      <dl class="kv">
        {shown
          .filter((name) => sender[name] !== '')
          .map((name) => (
            <>
              <dt>{words.senderParts[name]}</dt>
              <dd>{sender[name]}</dd>
            </>
          ))}
      </dl>
    </>
  )
}
