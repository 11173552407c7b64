import type { ComponentChildren } from 'preact'

/** A part of the page that somebody may fold away; the script begins with it folded on a phone. */
export function Part({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <details class="box part-of" open data-details>
      <summary>
        <h2>{title}</h2>
      </summary>
      {children}
    </details>
  )
}
