import { officeFormWords as words } from '../vi/offices'
import { Field } from './field'

/** An office to choose from; `depth` in the tree. */
export type OfficeOption = { code: string; name: string; depth: number }
export type OfficeChoiceProps = {
  name: string
  label: string
  hint?: string
  error?: string
  /** What stands first and means none; missing: one has to be chosen. */
  none?: string
  /** In the order of the tree; null when there are too many to list, so that a code or name is typed. */
  options: OfficeOption[] | null
  value: string
}

/** Choosing an office: from the indented tree, or by typing where the tree is too long for a list. */
export function OfficeChoice({ name, label, hint, error, none, options, value }: OfficeChoiceProps) {
  const said = [hint, options === null && words.typedHint].filter(Boolean).join(' ')
  if (options === null) return <Field name={name} label={label} hint={said} error={error} value={value} />
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ') || undefined
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
      <select id={name} name={name} aria-describedby={described} aria-invalid={error ? true : undefined}>
        <option value="">{none ?? words.choose}</option>
        {options.map(({ code, name, depth }) => (
          <option key={code} value={code} selected={code === value}>
            {'\u00a0\u00a0\u00a0'.repeat(Math.min(depth, 6)) + name}
          </option>
        ))}
      </select>
    </div>
  )
}
