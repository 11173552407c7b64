import type { SurveyDefinition } from '../../server/domain/survey'
import { listTexts } from '../../server/domain/survey-language'
import { editorWords } from '../vi/survey-editor'
import type { EditorForm } from './editor-field'

const words = editorWords.translation

/** Every text that a citizen reads, Vietnamese at the left, English at the right. */
export function TranslationFields({
  page,
  definition,
  values,
}: { page: string; definition: SurveyDefinition } & EditorForm) {
  const texts = listTexts(definition)
  const missing = texts.filter(({ key }) => (values[`t.${key}`]?.at(-1) ?? '').trim() === '').length
  return (
    <>
      <p>{words.about}</p>
      <p class="row">
        <b>{missing === 0 ? words.complete : words.missing(missing)}</b>
        {missing > 0 && (
          <button type="submit" class="btn alt" name="lam" value="fill.0" formaction={page}>
            {words.fill}
          </button>
        )}
      </p>
      <div class="wide">
        <table class="tab trans">
          <thead>
            <tr>
              <th scope="col">{words.vietnamese}</th>
              <th scope="col">{words.english}</th>
            </tr>
          </thead>
          <tbody>
            {texts.map(({ key, text }) => (
              <tr key={key}>
                <td>{text}</td>
                <td>
                  <input
                    class="t"
                    lang="en"
                    id={`t.${key}`}
                    name={`t.${key}`}
                    value={values[`t.${key}`]?.at(-1) ?? ''}
                    aria-label={words.of(text)}
                    autocomplete="off"
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
