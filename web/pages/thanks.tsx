import { CitizenFoot, FeedbackOffer, Frame } from '../components/frame'
import { FullOffer } from '../components/full-offer'
import { Petals } from '../components/petals'
import { useWords } from '../survey-words'

export type ThanksPageProps = {
  office: string
  point: { code: string; name: string }
  /** Where the next person begins. */
  next: string
  /** Address of the full survey, to be offered after the quick one. */
  fullSurvey?: string | null
}

/** After sending on a device that many people use: no code, no way back to what was answered. */
export function ThanksPage({ office, point, next, fullSurvey }: ThanksPageProps) {
  const { receipt: words } = useWords()
  return (
    <Frame office={office} place={point.name} sent foot={<CitizenFoot point={point.code} />}>
      <Petals size={120} on={[true, true, true, true, true]} />
      <h1>{words.title.kept}</h1>
      <p>{words.text.kept(office)}</p>
      {fullSurvey && <FullOffer address={fullSurvey} />}
      <p>
        <a class={fullSurvey ? 'btn alt' : 'btn'} href={next}>
          {words.nextPerson}
        </a>
      </p>
      <p class="sm">{words.goesBack}</p>
      <FeedbackOffer point={point.code} />
    </Frame>
  )
}
