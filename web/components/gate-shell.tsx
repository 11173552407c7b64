import type { ComponentChildren } from 'preact'
import { shell } from '../vi/staff'
import { Petals } from './petals'
import { Wordmark } from './wordmark'

/** The frame of the pages in front of the staff area: nobody is signed in yet, so there is no navigation. */
export function GateShell({ children }: { children: ComponentChildren }) {
  return (
    <>
      <a class="skip" href="#m">
        {shell.skip}
      </a>
      <header class="band gate-band">
        <div>
          <span class="logo">
            <Petals on={[true, true, true, true, true]} size={34} />
            <Wordmark name={shell.product} />
          </span>
        </div>
      </header>
      <main id="m" class="gate">
        {children}
      </main>
    </>
  )
}
