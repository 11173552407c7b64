/** What the form for feedback gains from a script. Everything it needs to say stands in the page already. */
import { startContent } from './feedback-content'
import { forgetSentDraft, startFeedbackDraft } from './feedback-draft'
import { startFiles } from './feedback-files'
import { startOffices } from './feedback-offices'
import { guardFeedback } from './feedback-sending'
import { one } from './page'
import { awaitTyping } from './typing'

document.documentElement.classList.add('script')

const form = one<HTMLFormElement>('[data-feedback]')
if (form) {
  startFeedbackDraft(form)
  startContent(form)
  startOffices(form)
  startFiles(form)
  guardFeedback(form)
  awaitTyping()
}
if (one('[data-sent]')) forgetSentDraft()

const print = one<HTMLButtonElement>('[data-print]')
if (print) {
  print.hidden = false
  print.addEventListener('click', () => window.print())
}
// The link to the calendar leads to something folded.
one('a[href="#vi-sao"]')?.addEventListener('click', () => {
  one('#vi-sao')?.setAttribute('open', '')
})
one('[data-focus]')?.focus()
