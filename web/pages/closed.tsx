import { CitizenFoot, Frame } from '../components/frame'
import { paths } from '../paths'
import { closed } from '../vi/errors'
import { chrome } from '../vi/survey'

export type ClosedPageProps = {
  office: string
  point: { code: string; name: string }
  phone: string | null
  hours?: string
}

/** 410: the point takes no answers now; says where else to turn. */
export function ClosedPage({ office, point, phone, hours }: ClosedPageProps) {
  return (
    <Frame office={office} place={point.name} foot={<CitizenFoot />}>
      <h1>{closed.title}</h1>
      <p>
        {closed.text} {closed.feedback}
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
      <p>
        <a class="btn" href={paths.feedbackFrom(point.code)}>
          {chrome.feedback}
        </a>
      </p>
    </Frame>
  )
}
