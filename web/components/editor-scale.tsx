import { rowsOf } from '../../server/domain/form-values'
import type { SurveyDefinition } from '../../server/domain/survey'
import { editorWords as words } from '../vi/survey-editor'
import { type EditorForm, EditorText, EditorTick } from './editor-field'
import { RowDeeds } from './editor-rows'

/** The levels as a form. */
export function ScaleFields({ page, ...form }: { page: string } & EditorForm) {
  const rows = rowsOf(form.values, 's')
  return (
    <>
      <p>{words.scaleAbout}</p>
      <p class="sm">{words.scaleFixed}</p>
      <ol class="ed">
        {rows.map((_, at) => (
          <li key={at} id={`row-${at}`}>
            <div class="row">
              <span class="num">{words.level(at + 1)}</span>
              <RowDeeds at={at} last={at === rows.length - 1} name={words.level(at + 1)} to={page} />
            </div>
            <div class="twin">
              <EditorText {...form} name={`s.${at}.label`} label={words.levelLabel} />
              <EditorText {...form} name={`s.${at}.short`} label={words.short} />
            </div>
            <div class="pick">
              <EditorTick {...form} name={`s.${at}.satisfied`} label={words.satisfied} />
            </div>
          </li>
        ))}
      </ol>
      {rows.length < 9 && (
        <p>
          <button type="submit" class="btn alt" name="lam" value="add.0" formaction={`${page}#row-${rows.length}`}>
            {words.addLevel}
          </button>
        </p>
      )}
    </>
  )
}

/** The levels of a survey that somebody has answered: to be read only. */
export function FixedScale({ scale }: Pick<SurveyDefinition, 'scale'>) {
  return (
    <>
      <p class="note wa">
        {words.scaleFixed} {words.scaleCopy}
      </p>
      <ol>
        {scale.map(({ label, satisfied }) => (
          <li key={label}>
            {label} {satisfied && <span class="sm">– {words.satisfied}</span>}
          </li>
        ))}
      </ol>
    </>
  )
}
