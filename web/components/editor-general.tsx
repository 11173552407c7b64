import { editorWords as words } from '../vi/survey-editor'
import { type EditorForm, EditorSelect, EditorText, EditorTick } from './editor-field'

/** Title and source, the rule of the overall rate, form of address, "no opinion", the comment. */
export function GeneralFields(form: EditorForm) {
  return (
    <>
      <EditorText {...form} name="title" label={words.surveyTitle} rows={2} />
      <EditorText {...form} name="minutes" label={words.minutes} narrow />
      <EditorText
        {...form}
        name="address"
        label={words.address}
        hint={words.addressHint}
        suggestions={words.addresses}
      />
      <EditorText {...form} name="source" label={words.source} rows={3} />
      <EditorSelect {...form} name="overall" label={words.overall} options={words.overallRules} />
      <EditorSelect {...form} name="order" label={words.order} options={words.orders} />
      <h3>{words.noOpinion}</h3>
      <EditorText {...form} name="noOpinion.label" label={words.noOpinionLabel} />
      <EditorText {...form} name="noOpinion.short" label={words.noOpinionShort} />
      <div class="pick">
        <EditorTick {...form} name="comment" label={words.comment} />
      </div>
      <EditorText {...form} name="comment.label" label={words.commentLabel} />
      <EditorText {...form} name="comment.hint" label={words.commentHint} rows={2} />
    </>
  )
}

/** Replaces the word for the people who serve in the whole survey at once. */
export function WordForm({ action, revision, ...form }: { action: string; revision: number } & EditorForm) {
  const { word } = words
  return (
    <details class="box" open={form.problems.length > 0}>
      <summary>{word.title}</summary>
      <p class="sm">{word.about}</p>
      <form method="post" action={action}>
        <input type="hidden" name="revision" value={revision} />
        <EditorText {...form} name="from" label={word.from} suggestions={word.suggestions} />
        <EditorText {...form} name="to" label={word.to} suggestions={word.suggestions} />
        <div class="pick">
          <EditorTick {...form} name="official" label={word.official} />
        </div>
        <button type="submit" class="btn alt">
          {word.change}
        </button>
      </form>
    </details>
  )
}
