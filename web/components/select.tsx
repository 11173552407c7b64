export type Option = { value: string; label: string }

/** A labelled select with its hint and what is wrong with it. */
export function Select(props: {
  name: string
  label: string
  options: readonly Option[]
  chosen?: string
  hint?: string
  error?: string
}) {
  const { name, label, options, chosen, hint, error } = props
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
      <select id={name} name={name} aria-describedby={described}>
        <Options options={options} chosen={chosen} />
      </select>
    </div>
  )
}

export function Options({ options, chosen }: { options: readonly Option[]; chosen?: string }) {
  return (
    <>
      {options.map(({ value, label }) => (
        <option key={value} value={value} selected={value === chosen}>
          {label}
        </option>
      ))}
    </>
  )
}
