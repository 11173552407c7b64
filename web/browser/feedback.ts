/** What the form for feedback gains from a script. Everything it needs to say stands in the page already. */
import { one } from './page'

document.documentElement.classList.add('script')
one('[data-focus]')?.focus()
