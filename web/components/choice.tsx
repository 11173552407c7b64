export type ChoiceProps = {
  name: string
  value: string
  label: string
  checked: boolean
  /** Several may be chosen. */
  many?: boolean
  /** A level low enough to ask for reasons. */
  low?: boolean
  class?: string
}

/** One answer to touch: the input lies over its cell, so that the whole cell is the target. */
export function Choice({ name, value, label, checked, many, low, class: className }: ChoiceProps) {
  return (
    <label class={className}>
      <input
        type={many ? 'checkbox' : 'radio'}
        name={name}
        value={value}
        checked={checked}
        data-low={low ? '' : undefined}
      />
      <span>{label}</span>
    </label>
  )
}
