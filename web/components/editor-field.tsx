import type { ComponentChildren } from 'preact'
import type { FormValues } from '../../server/domain/form-values'
import type { PartProblem } from '../../server/domain/survey-parts'
import { surveyProblem } from '../vi/survey-editor'

/** What every field of an editor page needs: the typed values and what is wrong with them. */
export type EditorForm = { values: FormValues; problems: readonly PartProblem[] }

type TextProps = EditorForm & {
  name: string
  label: string
  hint?: string
  /** More than one line. */
  rows?: number
  suggestions?: readonly string[]
  narrow?: boolean
  /** What stood there in the last version, when it is different now. */
  before?: ComponentChildren
}

/** One labelled text of the editor with its fault at it; `name` is its id too. */
export function EditorText(props: TextProps) {
  const { name, label, hint, rows, values, problems, suggestions, narrow, before } = props
  const error = problems.find((problem) => problem.field === name)
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ') || undefined
  const value = values[name]?.at(-1) ?? ''
  const common = {
    id: name,
    name,
    'aria-describedby': described,
    'aria-invalid': error ? true : undefined,
  } as const
  return (
    <div class={error ? 'field bad' : 'field'}>
      <label for={name}>{label}</label>
      {hint && (
        <p class="sm" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="msg" id={`${name}-error`}>
          {surveyProblem(error.code, error.detail)}
        </p>
      )}
      {rows ? (
        <textarea {...common} class="t" rows={rows}>
          {value}
        </textarea>
      ) : (
        <input
          {...common}
          class={narrow ? 't few' : 't'}
          value={value}
          list={suggestions && `${name}-list`}
          autocomplete="off"
          inputmode={narrow ? 'numeric' : undefined}
        />
      )}
      {suggestions && (
        <datalist id={`${name}-list`}>
          {suggestions.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
      {before}
    </div>
  )
}

/** A tick with its words. */
export function EditorTick({
  name,
  value = '1',
  label,
  values,
}: { value?: string; name: string; label: string } & EditorForm) {
  return (
    <label>
      <input type="checkbox" name={name} value={value} checked={values[name]?.includes(value) ?? false} />
      {label}
    </label>
  )
}

/** A choice among a few words. */
export function EditorSelect<T extends string>(
  props: { name: string; label: string; options: Record<T, string> } & EditorForm,
) {
  const { name, label, options, values } = props
  const chosen = values[name]?.at(-1)
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <select id={name} name={name}>
        {Object.entries<string>(options).map(([value, text]) => (
          <option key={value} value={value} selected={value === chosen}>
            {text}
          </option>
        ))}
      </select>
    </div>
  )
}
