import { one } from './page'

/** After this time the button works again, so that a lost connection locks nobody out; a second sending is harmless. */
const patience = 60_000

/** One warning without a network, and no second sending while the first is under way. */
export function guardFeedback(form: HTMLFormElement): void {
  const offline = one('[data-offline]', form)
  let sending = false
  let warned = false
  let timer = 0

  const rest = () => {
    sending = false
    clearTimeout(timer)
    const busy = one<HTMLButtonElement>('[data-label]', form)
    if (!busy) return
    busy.textContent = busy.dataset.label || ''
    delete busy.dataset.label
  }
  form.addEventListener('submit', (event) => {
    if (sending) return event.preventDefault()
    if (!navigator.onLine && !warned && offline) {
      warned = true
      offline.hidden = false
      return event.preventDefault()
    }
    sending = true
    timer = window.setTimeout(rest, patience)
    const button = event.submitter as HTMLButtonElement | null
    if (!button?.dataset.busy) return
    // The pressed button belongs to what is sent, so it is not switched off.
    button.dataset.label = button.textContent || ''
    button.textContent = button.dataset.busy
  })
  addEventListener('pageshow', rest)
}
