import { CitizenFoot, FeedbackOffer, Frame } from '../components/frame'
import { Petals } from '../components/petals'
import { receipt as words } from '../vi/receipt'

export type ThanksPageProps = { office: string; point: { name: string }; feedback?: boolean }

/** After sending on a device that many people use: no code, no way back to what was answered. */
export function ThanksPage({ office, point, feedback }: ThanksPageProps) {
  return (
    <Frame office={office} place={point.name} sent foot={<CitizenFoot feedback={feedback} />}>
      <Petals size={120} on={[true, true, true, true, true]} />
      <h1>{words.title.kept}</h1>
      <p>{words.text.kept(office)}</p>
      {feedback && <FeedbackOffer />}
    </Frame>
  )
}
