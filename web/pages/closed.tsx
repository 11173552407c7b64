import { CitizenFoot, Frame } from '../components/frame'
import { paths } from '../paths'
import { closed } from '../vi/errors'
import { chrome } from '../vi/survey'

export type ClosedPageProps = {
  office: string
  point: { name: string }
  phone: string | null
  hours?: string
  feedback?: boolean
}

/** 410: the point takes no answers now; says where else to turn. */
export function ClosedPage({ office, point, phone, hours, feedback }: ClosedPageProps) {
  return (
    <Frame office={office} place={point.name} foot={<CitizenFoot />}>
      <h1>{closed.title}</h1>
      <p>
        {closed.text} {feedback && closed.feedback}
      </p>
      {hours && (
        <p>
          {closed.hours}: {hours}
        </p>
      )}
      {phone && (
        <>
          <p>{closed.call}:</p>
          <a class="btn alt" href={`tel:${phone.replace(/[^\d+]/g, '')}`}>
            {phone}
          </a>
        </>
      )}
      {feedback && (
        <p>
          <a class="btn" href={paths.feedback()}>
            {chrome.feedback}
          </a>
        </p>
      )}
    </Frame>
  )
}
