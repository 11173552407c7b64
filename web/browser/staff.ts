import { startCase } from './case'
import { startCopying } from './copy'
import { startInbox } from './inbox'
import { startKeys } from './keys'
import { startLive } from './live'
import { all } from './page'
import { startRedaction } from './redaction'
import { startSampleSize } from './sample-size'
import { startSelection } from './selection'

const phone = matchMedia('(max-width: 40em)')

/** What scripts add to staff pages; everything works without them. */
function startStaff(): void {
  foldDetails()
  // Before those that send once: it may have to wait a moment.
  startCase()
  all<HTMLFormElement>('form[data-auto-submit]').forEach(submitOnChange)
  all<HTMLFormElement>('form[data-unsaved]').forEach(warnUnsaved)
  all<HTMLFormElement>('form[method=post]').forEach(sendOnce)
  all<HTMLFormElement>('form[data-select]').forEach(startSelection)
  startKeys()
  startInbox()
  startSampleSize()
  startCopying()
  startLive()
  startRedaction()
}

/** On a phone a page begins with what comes first; what can be unfolded is folded, but never on paper. */
function foldDetails(): void {
  const parts = () => all<HTMLDetailsElement>('[data-details]')
  if (phone.matches)
    parts().forEach((part) => {
      part.open = false
    })
  addEventListener('beforeprint', () =>
    parts().forEach((part) => {
      part.open = true
    }),
  )
}

/**
 * A filter is applied as soon as it is chosen; text and days wait for the button, because they are typed. On a phone,
 * where the filters lie over the page, all of them wait.
 */
function submitOnChange(form: HTMLFormElement): void {
  form.addEventListener('change', (event) => {
    if (event.target instanceof HTMLSelectElement && !phone.matches) form.requestSubmit()
  })
}

/** Leaving a page with something typed and not sent asks once more, in the browser's own words. */
function warnUnsaved(form: HTMLFormElement): void {
  // A form that came back changed but not saved.
  let changed = form.dataset.unsaved === 'changed'
  form.addEventListener('input', () => {
    changed = true
  })
  form.addEventListener('submit', () => {
    changed = false
  })
  form.addEventListener('kept', () => {
    changed = false
  })
  addEventListener('beforeunload', (event) => {
    if (changed) event.preventDefault()
  })
}

/** `data-confirm` asks once more; a second press within five seconds, while the form is on its way, is ignored. */
function sendOnce(form: HTMLFormElement): void {
  let sentAt = Number.NEGATIVE_INFINITY
  form.addEventListener('submit', (event) => {
    const question = form.dataset.confirm
    const twice = event.timeStamp - sentAt < 5000
    if (twice || (question && !confirm(question))) event.preventDefault()
    else sentAt = event.timeStamp
  })
}

startStaff()
