/** What the pages of whoever follows a case gain from a script. */
import { startLetters } from './letters'
import { one } from './page'

document.documentElement.classList.add('script')

/** A printed slip carries the look-up code behind the number sign, which no browser sends; it does not stay there. */
function takeSecret(): void {
  const field = one<HTMLInputElement>('[data-follow] [name=bi-mat]')
  const secret = /^#([0-9a-z-]{16,24})$/i.exec(location.hash)
  if (!field || !secret) return
  field.value = secret[1] || ''
  history.replaceState(null, '', location.pathname + location.search)
  one<HTMLButtonElement>('[data-follow] button')?.focus()
}

/** A second press of a button sends nothing more; a page that comes back from memory can be sent again. */
function guardForms(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement
    if (form.dataset.sent) event.preventDefault()
    form.dataset.sent = '1'
  })
  addEventListener('pageshow', () => {
    for (const form of Array.from(document.forms)) delete form.dataset.sent
  })
}

const print = one<HTMLButtonElement>('[data-print]')
if (print) {
  print.hidden = false
  print.addEventListener('click', () => window.print())
}
startLetters()
takeSecret()
// The page of the form may be open already when a slip is scanned.
addEventListener('hashchange', takeSecret)
guardForms()
