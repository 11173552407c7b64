import { editorWords as words } from '../vi/survey-editor'

/**
 * Moves or removes one row of a list; pressed, the form comes back changed and not yet saved. `to`: address of the page,
 * where the browser goes to the row afterwards.
 */
export function RowDeeds({ at, last, name, to }: { at: number; last: boolean; name: string; to: string }) {
  const { rowDeeds, deedOf } = words
  const button = (deed: keyof typeof rowDeeds, row: number, disabled: boolean) => (
    <button
      type="submit"
      class="lnk"
      name="lam"
      value={`${deed}.${at}`}
      formaction={`${to}#row-${row}`}
      disabled={disabled}
      aria-label={deedOf(rowDeeds[deed], name)}
    >
      {rowDeeds[deed]}
    </button>
  )
  return (
    <span class="deeds">
      {button('up', at - 1, at === 0)}
      {button('down', at + 1, last)}
      {button('remove', Math.max(0, at - 1), false)}
    </span>
  )
}
