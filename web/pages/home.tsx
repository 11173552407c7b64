import { CitizenFoot, Frame } from '../components/frame'
import { paths } from '../paths'
import { keepWords } from '../vi/compounds'
import { homeWords } from '../vi/errors'

export type HomePageProps = {
  office: string
  /** Points that may be opened from here; an installation with many leaves this empty. */
  points?: readonly { code: string; name: string }[]
}

/** `/`: what this is and where to go. */
export function HomePage({ office, points = [] }: HomePageProps) {
  return (
    <Frame
      office={office}
      foot={
        <>
          <CitizenFoot />
          <a href={paths.staff.home()}>{homeWords.staff}</a>
        </>
      }
    >
      <h1>{keepWords(homeWords.title)}</h1>
      <p>{homeWords.text}</p>
      <p>
        <a class="btn alt" href={paths.feedback()}>
          {homeWords.feedback}
        </a>
      </p>
      <a class="lnk" href={paths.follow()}>
        {homeWords.follow}
      </a>
      {points.length > 0 && (
        <>
          <h2>{homeWords.points}</h2>
          <ul class="plain">
            {points.map((point) => (
              <li>
                <a class="lnk" href={paths.survey(point.code)}>
                  {point.name}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Frame>
  )
}
