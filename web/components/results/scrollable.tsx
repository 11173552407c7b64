import type { ComponentChildren } from 'preact'

/** A wide table that scrolls sideways by itself, so that the page does not; reached by keyboard. */
export function Scrollable({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without a tab stop the keyboard cannot scroll it
    <section class="wide" aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}
