import type { InputHTMLAttributes, JSX } from 'preact'

type InputType = 'text' | 'password' | 'date' | 'time' | 'tel' | 'email'
export type FieldProps = {
  name: string
  label: string
  hint?: string
  /** What is wrong with it, as a sentence. */
  error?: string
  type?: InputType
  value?: string
  autocomplete?: string
  inputmode?: 'numeric' | 'decimal' | 'text'
  required?: boolean
  /** Id of a list of suggestions. */
  list?: string
  /** Taken as typed: no capitals, no spelling. */
  verbatim?: boolean
}

/** One labelled input: label above, hint and error between, tied together for screen readers. */
export function Field(props: FieldProps): JSX.Element {
  const { name, label, hint, error, type = 'text', value, autocomplete, inputmode, required, list } = props
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ') || undefined
  const verbatim = props.verbatim || name === 'login' || type === 'password'
  // Preact's types want one literal for each kind of input.
  const kind = { type, list } as InputHTMLAttributes<HTMLInputElement>
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
          {error}
        </p>
      )}
      <input
        class="t"
        id={name}
        name={name}
        {...kind}
        value={value}
        autocomplete={autocomplete}
        inputmode={inputmode}
        required={required}
        autocapitalize={verbatim ? 'none' : undefined}
        spellcheck={verbatim ? false : undefined}
        aria-describedby={described}
        aria-invalid={error ? true : undefined}
      />
    </div>
  )
}

export type Problem = { field: string; text: string }

/** The summary above a form that was refused: what, that the rest is kept, and a link to each field. */
export function ProblemSummary({ title, kept, problems }: { title: string; kept: string; problems: Problem[] }) {
  if (problems.length === 0) return null
  return (
    <div class="note er" role="alert">
      <h2>{title}</h2>
      {problems.map(({ field, text }) => (
        <a key={field + text} href={`#${field}`}>
          {text}
        </a>
      ))}
      <p>{kept}</p>
    </div>
  )
}
