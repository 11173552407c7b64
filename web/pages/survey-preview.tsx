import type { SurveyDefinition } from '../../server/domain/survey'
import { languagesOf } from '../../server/domain/survey-language'
import { PhoneFrame, type PhoneLook } from '../components/editor-phone'
import { paths } from '../paths'
import { languageNames } from '../vi/survey'
import { editorWords } from '../vi/survey-editor'

const words = editorWords.preview

/** The phone alone: light or dark, usual or large letters, each language. */
export function SurveyPreviewPage({ definition, look }: { definition: SurveyDefinition; look: PhoneLook }) {
  const page = paths.staff.surveyDraft(definition.key, 'xem-truoc')
  const link = (change: PhoneLook, label: string) => {
    const { dark, large, lang } = { ...look, ...change }
    const query = new URLSearchParams({
      ...(dark ? { nen: 'toi' } : {}),
      ...(large ? { chu: 'to' } : {}),
      ...(lang === 'en' ? { lang } : {}),
    })
    const current = (Object.keys(change) as (keyof PhoneLook)[]).every((name) => (look[name] ?? false) === change[name])
    return (
      <a href={query.size > 0 ? `${page}?${query}` : page} aria-current={current ? 'page' : undefined}>
        {label}
      </a>
    )
  }
  return (
    <div class="stack">
      <h1>{editorWords.title(definition.title, definition.version)}</h1>
      <p>
        <a href={paths.staff.surveyDraft(definition.key)}>{words.back}</a>
      </p>
      <div class="row tabs">
        {link({ dark: false }, words.light)}
        {link({ dark: true }, words.dark)}
        {link({ large: false }, words.usual)}
        {link({ large: true }, words.large)}
        {languagesOf(definition).map((lang) => link({ lang }, languageNames[lang]))}
      </div>
      <PhoneFrame definition={definition} part="" look={look} />
    </div>
  )
}
