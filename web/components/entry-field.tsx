import type { ComponentChildren } from 'preact'
import { Field, type FieldProps } from './field'

/** What a form knows of each of its fields: the text as typed, and what is wrong with it. */
export type EntryTexts = { text: (name: string) => string; error: (field: string) => string | undefined }

type LineProps = EntryTexts & Omit<FieldProps, 'value' | 'error'>

/** One line of the form. */
export function Line({
  text,
  error,
  name,
  label,
  hint,
  type,
  autocomplete = 'off',
  list,
  verbatim,
  inputmode,
}: LineProps) {
  const own = { name, label, hint, type, autocomplete, list, verbatim, inputmode }
  return <Field {...own} value={text(name)} error={error(name)} />
}

/** A text of several lines. */
export function Area({ form, name, label, hint, rows }: AreaProps) {
  const wrong = form.error(name)
  const described = [hint && `${name}-hint`, wrong && `${name}-error`].filter(Boolean).join(' ') || undefined
  return (
    <div class={wrong ? 'field bad' : 'field'}>
      <label for={name}>{label}</label>
      {hint && (
        <p class="sm" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {wrong && (
        <p class="msg" id={`${name}-error`}>
          {wrong}
        </p>
      )}
      <textarea
        id={name}
        name={name}
        class="t"
        rows={rows}
        aria-describedby={described}
        aria-invalid={wrong ? true : undefined}
      >
        {form.text(name)}
      </textarea>
    </div>
  )
}
type AreaProps = { form: EntryTexts; name: string; label: string; hint?: string; rows: number }

/** A switch, `1` when it is on. */
export function Tick({ form, name, label }: { form: EntryTexts; name: string; label: string }) {
  return (
    <label>
      <input type="checkbox" id={name} name={name} value="1" checked={form.text(name) === '1'} /> {label}
    </label>
  )
}

/** Options of closed words. */
export const named = <T extends string>(list: readonly T[], names: Record<T, string>) =>
  list.map((value) => ({ value, label: names[value] }))

/** A part of the form under its heading. */
export function Section({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="box">
      <h2>{title}</h2>
      {children}
    </section>
  )
}
