/** A tick; always beside a word. */
export function CheckIcon() {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <path d="m6 13.4-5-5L2.9 6.500 6 9.600l7.100-7.100L15 4.400z" />
    </svg>
  )
}
