import { ratings } from '../../server/domain/case-words'
import type { PublicAnswer, PublicView } from '../../server/domain/public-view'
import { paths } from '../paths'
import { fileSize } from '../vi/attachments'
import { ratingNames } from '../vi/cases'
import { follow as words } from '../vi/follow'

export type FollowFile = { id: string; name: string; size: number }

/** Files of a case as downloads through the token of its sender. */
export function FollowFiles({ files, token }: { files: readonly FollowFile[]; token: string }) {
  if (files.length === 0) return null
  return (
    <>
      <h3>{words.files}</h3>
      <ul class="plain files">
        {files.map(({ id, name, size }) => (
          <li key={id}>
            <a href={paths.followed(token, `tep/${id}`)}>{name}</a> <span class="sm">({fileSize(size)})</span>
          </li>
        ))}
      </ul>
    </>
  )
}

/** The text of an answer; what is hidden for this reader is said so. */
export function AnswerText({ text }: Pick<PublicAnswer, 'text'>) {
  return (
    <p class="letter">{text.map((part, i) => ('text' in part ? part.text : <mark key={i}>{words.hidden}</mark>))}</p>
  )
}

type AnswersProps = {
  view: PublicView
  token: string
  answerFiles: readonly FollowFile[]
  published: string | null
  rating: { rating: string; text: string; problem: string | null }
}

/** Every answer, the newest first; to be printed, rated, and once to be looked at again. */
export function FollowAnswers({ view, token, answerFiles, published, rating }: AnswersProps) {
  const newest = [...view.answers].reverse()
  return (
    <section class="card" id="tra-loi">
      <h2>{words.answer(view.office)}</h2>
      {newest.map((answer, i) => (
        <div key={answer.no}>
          {i > 0 && <h3>{words.answerAgain(newest.length - i)}</h3>}
          <p class="sm">{words.answeredOn(answer.sentAt)}</p>
          <AnswerText text={answer.text} />
        </div>
      ))}
      <FollowFiles files={answerFiles} token={token} />
      <p class="no">
        <a class="lnk" href={paths.followed(token, 'in')}>
          {words.print}
        </a>
      </p>
      {published && (
        <p class="no">
          <a class="lnk" href={published}>
            {words.permanent}
          </a>
        </p>
      )}
      {view.rating && <p>{words.rated(view.rating)}</p>}
      {view.mayRate && <Rate token={token} {...rating} />}
      {view.reopenUntil && (
        <div class="no">
          <p class="sm">{words.reopenAbout(view.reopenUntil)}</p>
          <p>
            <a class={view.rating === 'not-satisfied' ? 'btn alt' : 'lnk'} href={paths.followed(token, 'xem-xet-lai')}>
              {words.reopen}
            </a>
          </p>
        </div>
      )}
    </section>
  )
}

type RateProps = { token: string; rating: string; text: string; problem: string | null }

function Rate({ token, rating, text, problem }: RateProps) {
  return (
    <form method="post" action={paths.followed(token, 'danh-gia')} class="rating">
      <fieldset class={problem ? 'question er' : 'question'} id="danh-gia">
        <legend>{words.rate}</legend>
        {problem && (
          <p class="msg" role="alert">
            {problem}
          </p>
        )}
        <div class="scale">
          {ratings.map((value) => (
            <label key={value}>
              <input type="radio" name="muc" value={value} checked={value === rating} />
              <span>{ratingNames[value]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div class={text === '' ? 'why-not field' : 'why-not field open'}>
        <label class="ask" for="ly-do">
          {words.rateWhy}
        </label>
        <textarea id="ly-do" name="noi-dung" rows={3}>
          {text}
        </textarea>
      </div>
      <p class="send">
        <button type="submit" class="btn">
          {words.rateSend}
        </button>
      </p>
    </form>
  )
}
