import type { Kept } from '../../server/domain/answers'
import { Frame } from '../components/frame'
import { paths } from '../paths'
import { useWords } from '../survey-words'

export type ConflictPageProps = {
  office: string
  point: { code: string; name: string }
  /** When the form with this id was received (ISO, UTC); null once the time is coarsened. */
  submittedAt: string | null
  /** Receipt of the form that was received. */
  receipt: string
  /** Still within the 24 hours in which it can be replaced. */
  replaceable: boolean
  /** Id of the received form, and a new one for the form that takes its place. */
  replaces: string
  clientId: string
  kept: Kept
}

/** 409: this form was already received with other answers. Keep that one, or put the new answers in its place. */
export function ConflictPage(props: ConflictPageProps) {
  const { conflict } = useWords()
  const { office, point, submittedAt, receipt, replaceable } = props
  return (
    <Frame office={office} place={point.name}>
      <h1>{conflict.title}</h1>
      <p>{conflict.received(submittedAt)}</p>
      <p>{replaceable ? conflict.differs : conflict.tooLate}</p>
      <p>
        <a class="btn" href={paths.receipt(receipt)}>
          {conflict.keep}
        </a>
      </p>
      {replaceable && <ReplaceForm {...props} />}
    </Frame>
  )
}

function ReplaceForm({ point, replaces, clientId, kept }: ConflictPageProps) {
  const { conflict } = useWords()
  const typed = Object.entries(kept).filter(([name]) => name !== 'clientId' && name !== 'replaces')
  return (
    <form method="post" action={paths.surveySubmit(point.code)}>
      <input type="hidden" name="clientId" value={clientId} />
      <input type="hidden" name="replaces" value={replaces} />
      {typed.flatMap(([name, values]) => values.map((value) => <input type="hidden" name={name} value={value} />))}
      <button type="submit" class="btn alt">
        {conflict.replace}
      </button>
      <p class="sm">{conflict.replaceMeaning}</p>
    </form>
  )
}
