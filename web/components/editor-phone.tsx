import type { SurveyDefinition } from '../../server/domain/survey'
import { dimensionPage, questionPage } from '../../server/domain/survey-parts'
import { paths } from '../paths'
import { editorWords } from '../vi/survey-editor'

const words = editorWords.preview

export type PhoneLook = { dark?: boolean; large?: boolean; lang?: string }

/** The saved draft in a frame as wide as a phone, at the place that is being written. */
export function PhoneFrame({
  definition,
  part,
  look = {},
}: {
  definition: SurveyDefinition
  part: string
  look?: PhoneLook
}) {
  const { key } = definition
  return (
    <aside class="box ph" aria-label={words.title}>
      <div class="row">
        <h2>{words.title}</h2>
        {!look && (
          <a class="push" href={paths.staff.surveyDraft(key, 'xem-truoc')}>
            {words.open}
          </a>
        )}
      </div>
      <p class="sm">{words.about}</p>
      <iframe
        title={words.frame}
        sandbox=""
        src={`${frameAddress(key, { lang: part === 'dich' ? 'en' : undefined, ...look })}${placeOf(definition, part)}`}
      />
    </aside>
  )
}

function frameAddress(key: string, { dark, large, lang }: PhoneLook): string {
  const query = new URLSearchParams({
    ...(dark ? { nen: 'toi' } : {}),
    ...(large ? { chu: 'to' } : {}),
    ...(lang === 'en' ? { lang } : {}),
  })
  const page = paths.staff.surveyDraft(key, 'khung')
  return query.size > 0 ? `${page}?${query}` : page
}

/** Where the part stands on the survey page, as the end of an address; empty: at its beginning. */
function placeOf(definition: SurveyDefinition, part: string): string {
  const dimension = definition.dimensions.find(({ key }) => dimensionPage(key) === part)
  if (dimension) return `#q${dimension.criteria[0]?.key ?? ''}`
  const [gate] = definition.gates
  const item = definition.items.find(({ enabled }) => enabled)
  const asked = [...definition.gates, ...definition.items].find(({ key }) => questionPage(key) === part)
  if (asked) return `#qx.${asked.key}`
  if (part === 'mo-dau' && gate) return `#qx.${gate.key}`
  if (part === 'hoi-them' && item) return `#qx.${item.key}`
  return part === 'thang-do' ? `#q${definition.dimensions[0]?.criteria[0]?.key ?? ''}` : ''
}
