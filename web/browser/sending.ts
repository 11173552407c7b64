import { markSent } from './draft'
import { one, say } from './page'
import { goToMissing, isAnswered, listAsked } from './questions'

/** After this time the button works again, so that a lost connection locks nobody out; a second sending is harmless. */
const patience = 15_000

/** One soft reminder of blanks, one warning without a network, and no second sending while the first is under way. */
export function guardSending(form: HTMLFormElement): void {
  const button = one<HTMLButtonElement>('[data-send]', form)
  const label = button?.textContent || ''
  const reminder = one('[data-missing]', form)
  const offline = one('[data-offline]', form)
  let sending = false
  let reminded = false
  let warned = false

  const show = (busy: boolean) => {
    sending = busy
    if (!button) return
    button.disabled = busy
    button.textContent = (busy && button.dataset.busy) || label
  }

  form.addEventListener('submit', (event) => {
    const missing = listAsked().filter((question) => !isAnswered(question)).length
    if (sending) return event.preventDefault()
    if (!navigator.onLine && !warned && offline) {
      warned = true
      offline.hidden = false
      return event.preventDefault()
    }
    if (missing > 0 && !reminded && reminder && form.querySelector('.scale :checked')) {
      reminded = true
      reminder.hidden = false
      say(one('p', reminder), { left: missing })
      reminder.focus()
      return event.preventDefault()
    }
    markSent(form)
    show(true)
    setTimeout(() => show(false), patience)
  })
  if (reminder) one('button', reminder)?.addEventListener('click', goToMissing)
  // A page that comes back from the back-forward cache was left with its button switched off.
  addEventListener('pageshow', () => show(false))
}
