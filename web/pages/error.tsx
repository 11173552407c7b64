import { Frame } from '../components/frame'
import { paths } from '../paths'
import { error, statusWords } from '../vi/errors'

export type ErrorStatus = keyof typeof statusWords

/** Title and sentence for a status; a status without words of its own is told as 500 or, below that, as 404. */
export function wordsFor(status: number): { title: string; text: string } {
  return statusWords[status as ErrorStatus] ?? statusWords[status >= 500 ? 500 : 404]
}

export type ErrorProps = {
  status: number
  /** The id under which the log knows it. */
  requestId: string
  /** Unless the usual words of the status fit. */
  words?: { title: string; text: string }
}

/** A page for what went wrong: what it means, what to do, and the id under which the log knows it. */
export function ErrorPage(props: ErrorProps) {
  return (
    <Frame>
      <ErrorWords {...props} home={{ address: paths.home(), label: error.home }} />
    </Frame>
  )
}

/** The same inside the frame of a staff page. */
export function ErrorWords(props: ErrorProps & { home: { address: string; label: string } }) {
  const { status, requestId, words = wordsFor(props.status), home } = props
  return (
    <>
      <h1>{words.title}</h1>
      <p>{words.text}</p>
      <p>
        <a class="lnk" href={home.address}>
          {home.label}
        </a>
      </p>
      <p class="sm">
        {error.requestId}: <span class="num">{requestId}</span> · {status}
      </p>
    </>
  )
}
