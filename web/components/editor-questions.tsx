import { lineOf, rowsOf } from '../../server/domain/form-values'
import { itemKinds, type SurveyDefinition } from '../../server/domain/survey'
import { questionPage } from '../../server/domain/survey-parts'
import { paths } from '../paths'
import { editorWords as words } from '../vi/survey-editor'
import { type EditorForm, EditorSelect, EditorText, EditorTick } from './editor-field'
import { RowDeeds } from './editor-rows'

type ListProps = { page: string; definition: SurveyDefinition; place: 'gates' | 'items' } & EditorForm

/** Gates or optional questions: order, which are asked, and a link to each one's own page. */
export function QuestionList({ page, definition, place, ...form }: ListProps) {
  const rows = rowsOf(form.values, 'q')
  const asked = (key: string) => definition[place].find((one) => one.key === key)
  return (
    <>
      <p>{place === 'gates' ? words.gatesAbout : words.itemsAbout}</p>
      {rows.length === 0 && <p class="sm">{words.noQuestions}</p>}
      <ol class="ed lean">
        {rows.map((row, at) => {
          const key = lineOf(row, 'key')
          const label = asked(key)?.label ?? key
          return (
            <li key={key} id={`row-${at}`}>
              <input type="hidden" name={`q.${at}.key`} value={key} />
              <div class="row">
                <span class="pick grow">
                  {place === 'items' ? <EditorTick {...form} name={`q.${at}.enabled`} label={label} /> : label}
                </span>
                <span class="sm">{describeOptions(asked(key)?.options.map((option) => option.label) ?? [])}</span>
                <a href={paths.staff.surveyDraft(definition.key, questionPage(key))} aria-label={words.editOf(label)}>
                  {words.edit}
                </a>
                <RowDeeds at={at} last={at === rows.length - 1} name={label} to={page} />
              </div>
            </li>
          )
        })}
      </ol>
    </>
  )
}

function describeOptions(labels: readonly string[]): string {
  return labels.length > 4 ? `${labels.slice(0, 3).join(' · ')} …` : labels.join(' · ')
}

type QuestionProps = { definition: SurveyDefinition; place: 'gates' | 'items'; questionKey: string | null } & EditorForm

/** One question. A gate is always a choice of one; an optional question may be of any kind and follow another. */
export function QuestionFields({ definition, place, questionKey, ...form }: QuestionProps) {
  const own = definition.items.findIndex(({ key }) => key === questionKey)
  const earlier = (own < 0 ? definition.items : definition.items.slice(0, own)).filter(
    (item) => item.options.length > 0,
  )
  const kinds = Object.fromEntries(itemKinds.map((kind) => [kind, words.kinds[kind] ?? kind]))
  return (
    <>
      <EditorText {...form} name="label" label={words.questionLabel} rows={2} />
      {place === 'items' && <EditorSelect {...form} name="kind" label={words.questionKind} options={kinds} />}
      <EditorText {...form} name="options" label={words.options} hint={words.optionsHint} rows={6} />
      {place === 'items' && (
        <>
          <EditorText {...form} name="hint" label={words.hint} />
          <details open={(form.values.after?.length ?? 0) > 0}>
            <summary>{words.after}</summary>
            {earlier.length === 0 && <p class="sm">{words.afterNothing}</p>}
            {earlier.map((item) => (
              <fieldset class="pick" key={item.key}>
                <legend>{item.label}</legend>
                {item.options.map((option) => (
                  <EditorTick
                    {...form}
                    key={option.key}
                    name="after"
                    value={`${item.key}/${option.key}`}
                    label={option.label}
                  />
                ))}
              </fieldset>
            ))}
          </details>
        </>
      )}
    </>
  )
}
