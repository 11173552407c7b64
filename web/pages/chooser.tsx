import { CitizenFoot, Frame } from '../components/frame'
import { paths } from '../paths'
import { chooserWords as words } from '../vi/errors'

type Choice = { code: string; quickFirst: boolean; name: string; office: string }

/** At a desk that serves several offices with one printed code: which of them was it about? */
export function ChooserPage({ place, choices }: { place: string; choices: readonly Choice[] }) {
  const offices = choices.map(({ office }) => office)
  const isRepeated = (office: string) => offices.indexOf(office) !== offices.lastIndexOf(office)
  return (
    <Frame place={place} foot={<CitizenFoot />}>
      <h1>{words.title}</h1>
      <p>{words.about}</p>
      <ul class="plain offices">
        {choices.map(({ code, quickFirst, name, office }) => (
          <li key={code}>
            <a class="btn alt" href={paths.chosen(code, quickFirst)}>
              {office}
              {isRepeated(office) && ` · ${name}`}
            </a>
          </li>
        ))}
      </ul>
    </Frame>
  )
}
