import { type FormValues, lineOf, rowsOf } from '../../server/domain/form-values'
import { listCriteria, type SurveyDefinition } from '../../server/domain/survey'
import { editorWords as words } from '../vi/survey-editor'
import { type EditorForm, EditorText } from './editor-field'
import { RowDeeds } from './editor-rows'

type DimensionProps = {
  page: string
  definition: SurveyDefinition
  /** The newest published version, for showing what a text was. */
  before: SurveyDefinition | null
} & EditorForm

/** The texts of a dimension and its criteria, one under the other. */
export function DimensionFields(props: DimensionProps) {
  const { page, definition, before, ...form } = props
  const rows = rowsOf(form.values, 'c')
  return (
    <>
      <EditorText {...form} name="official" label={words.official} />
      <div class="twin">
        <EditorText {...form} name="phone" label={words.phone} />
        <EditorText {...form} name="short" label={words.short} />
      </div>
      <h3>{words.criteria}</h3>
      <ol class="ed">
        {rows.map((row, at) => (
          <CriterionRow key={lineOf(row, 'key')} {...props} row={row} at={at} last={at === rows.length - 1} />
        ))}
      </ol>
      <p class="row">
        <button type="submit" class="btn alt" name="lam" value="add.0" formaction={`${page}#row-${rows.length}`}>
          {words.addCriterion}
        </button>
      </p>
      <p class="sm">{words.keysStay}</p>
    </>
  )
}

type RowProps = DimensionProps & { row: FormValues; at: number; last: boolean }

function CriterionRow({ page, definition, before, row, at, last, ...form }: RowProps) {
  const key = lineOf(row, 'key')
  const old = before ? listCriteria(before).find((criterion) => criterion.key === key) : undefined
  const was = (text: string | undefined, now: string) =>
    before && text !== undefined && text !== now ? (
      <p class="sm">
        {words.before(before.version)} <del>{text}</del>
      </p>
    ) : undefined
  const wrongInside = form.problems.some(({ field }) => field === `c.${at}.reasons`)
  return (
    <li id={`row-${at}`}>
      <div class="row">
        <span class="num">{key}</span>
        <RowDeeds at={at} last={last} name={key} to={page} />
      </div>
      <input type="hidden" name={`c.${at}.key`} value={key} />
      <EditorText
        {...form}
        name={`c.${at}.official`}
        label={words.official}
        rows={2}
        before={was(old?.official, lineOf(row, 'official'))}
      />
      <div class="twin">
        <EditorText
          {...form}
          name={`c.${at}.phone`}
          label={words.phone}
          before={was(old?.phone, lineOf(row, 'phone'))}
        />
        <EditorText {...form} name={`c.${at}.short`} label={words.short} />
      </div>
      <details open={wrongInside}>
        <summary>{words.more}</summary>
        <EditorText {...form} name={`c.${at}.reasons`} label={words.reasons} rows={4} />
        <Rules definition={definition} name={`c.${at}.rule`} chosen={row.rule ?? []} />
      </details>
    </li>
  )
}

function Rules({
  definition,
  name,
  chosen,
}: {
  definition: SurveyDefinition
  name: string
  chosen: readonly string[]
}) {
  return (
    <>
      <p class="field">
        <b>{words.rules}</b>
      </p>
      {definition.gates.length === 0 && <p class="sm">{words.noRules}</p>}
      {definition.gates.map((gate) => (
        <fieldset class="pick" key={gate.key}>
          <legend>{gate.label}</legend>
          {gate.options.map((option) => {
            const value = `${gate.key}/${option.key}`
            return (
              <label key={option.key}>
                <input type="checkbox" name={name} value={value} checked={chosen.includes(value)} />
                {option.label}
              </label>
            )
          })}
        </fieldset>
      ))}
    </>
  )
}
