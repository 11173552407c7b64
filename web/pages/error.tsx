import { Frame } from '../components/frame'
import { paths } from '../paths'
import { error, statusWords } from '../vi/errors'

export type ErrorStatus = keyof typeof statusWords

/** Title and sentence for a status; a status without words of its own is told as 500 or, below that, as 404. */
export function wordsFor(status: number): { title: string; text: string } {
  return statusWords[status as ErrorStatus] ?? statusWords[status >= 500 ? 500 : 404]
}

/** A page for what went wrong: what it means, what to do, and the id under which the log knows it. */
export function ErrorPage({ status, requestId }: { status: number; requestId: string }) {
  const words = wordsFor(status)
  return (
    <Frame>
      <h1>{words.title}</h1>
      <p>{words.text}</p>
      <p>
        <a class="lnk" href={paths.home()}>
          {error.home}
        </a>
      </p>
      <p class="sm">
        {error.requestId}: <span class="num">{requestId}</span> · {status}
      </p>
    </Frame>
  )
}
