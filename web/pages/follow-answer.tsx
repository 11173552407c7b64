import type { PublicView } from '../../server/domain/public-view'
import { AnswerText } from '../components/follow-answers'
import { Frame } from '../components/frame'
import { paths } from '../paths'
import { follow as words } from '../vi/follow'

/** The answers alone, as they are printed. */
export function FollowAnswerPage({ view, token }: { view: PublicView; token: string }) {
  return (
    <Frame office={view.office} place={words.answer(view.office)}>
      <p class="sm">{view.code}</p>
      <h1>{view.title}</h1>
      <section>
        <h2>{words.own}</h2>
        <p class="letter">{view.content}</p>
      </section>
      {view.answers.map(({ no, sentAt, text }) => (
        <section key={no}>
          <h2>{words.answeredOn(sentAt)}</h2>
          <AnswerText text={text} />
        </section>
      ))}
      <p class="no">
        <button type="button" class="btn" data-print hidden>
          {words.printNow}
        </button>
        <span class="sm">{words.printHint}</span>
      </p>
      <p class="no">
        <a class="lnk" href={paths.followed(token)}>
          {words.back}
        </a>
      </p>
    </Frame>
  )
}
