/** What the survey page gains from a script. Everything it needs to say stands in the page already. */
import { forgetSent, startDraft } from './draft'
import { startLetters } from './letters'
import { one } from './page'
import { startProgress } from './progress'
import { refresh } from './questions'
import { guardSending } from './sending'
import { awaitTyping } from './typing'

document.documentElement.classList.add('script')
startLetters()
if (one('[data-sent]')) forgetSent()

const form = one<HTMLFormElement>('[data-survey]')
if (form) {
  const progress = startProgress()
  const update = () => {
    refresh()
    progress()
  }
  form.addEventListener('change', update)
  // The browser puts back what was chosen before a reload or after Back, without a change event.
  addEventListener('pageshow', (event) => {
    // On a device that many people use, what the person before chose must not come back.
    if (event.persisted && !form.dataset.survey) location.reload()
    update()
  })
  startDraft(form, update)
  guardSending(form)
  awaitTyping()
  update()
  one('[data-focus]')?.focus()
}
