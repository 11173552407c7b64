import { rowsOf } from '../../server/domain/form-values'
import { editorWords as words } from '../vi/survey-editor'
import { type EditorForm, EditorText, EditorTick } from './editor-field'
import { RowDeeds } from './editor-rows'

/** The levels; when somebody has answered, they are only shown. */
export function ScaleFields({ page, fixed, ...form }: { page: string; fixed: boolean } & EditorForm) {
  const rows = rowsOf(form.values, 's')
  return (
    <>
      <p>{words.scaleAbout}</p>
      <p class={fixed ? 'note wa' : 'sm'}>
        {words.scaleFixed} {fixed && words.scaleCopy}
      </p>
      <ol class="ed">
        {rows.map((_, at) => (
          <li key={at} id={`row-${at}`}>
            <div class="row">
              <span class="num">{words.level(at + 1)}</span>
              {!fixed && <RowDeeds at={at} last={at === rows.length - 1} name={words.level(at + 1)} to={page} />}
            </div>
            <div class="twin">
              <EditorText {...form} name={`s.${at}.label`} label={words.phone} />
              <EditorText {...form} name={`s.${at}.short`} label={words.short} />
            </div>
            <div class="pick">
              <EditorTick {...form} name={`s.${at}.satisfied`} label={words.satisfied} />
            </div>
          </li>
        ))}
      </ol>
      {!fixed && rows.length < 9 && (
        <button type="submit" class="btn alt" name="lam" value="add.0" formaction={`${page}#row-${rows.length}`}>
          {words.addLevel}
        </button>
      )}
    </>
  )
}
