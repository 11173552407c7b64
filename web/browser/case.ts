import { all } from './page'

/** Milliseconds without a key before a draft is saved. */
const pause = 1500

/** The draft of an answer saves itself while it is written; what somebody else has saved is never written over. */
export function startCase(): void {
  all<HTMLFormElement>('form[data-draft]').forEach(saveByItself)
}

function saveByItself(form: HTMLFormElement): void {
  const revision = form.querySelector<HTMLInputElement>('[name=revision]')
  const said = form.querySelector<HTMLElement>('[data-draft-said]')
  const text = form.querySelector<HTMLTextAreaElement>('textarea')
  if (!revision || !said || !text) return
  let timer = 0
  let isOver = false
  let isSaving = false
  let last = text.value
  let saving = Promise.resolve()

  const save = async () => {
    if (isOver || text.value === last) return
    const sent = text.value
    const body = new URLSearchParams({ lam: 'autosave', text: sent, revision: revision.value })
    const reply = await fetch(form.action, { method: 'POST', body })
    const result: { revision?: number } = await reply.json()
    if (result.revision === undefined) {
      // Pressing the button shows both texts.
      isOver = true
      said.textContent = form.dataset.draftConflict ?? ''
      return
    }
    last = sent
    revision.value = String(result.revision)
    const time = new Date().toLocaleTimeString('vi', {
      hour: '2-digit',
      minute: '2-digit',
      timeZone: 'Asia/Ho_Chi_Minh',
    })
    said.textContent = (form.dataset.draft ?? '').replace('{time}', time)
    if (text.value === sent) form.dispatchEvent(new Event('kept'))
  }
  const failed = () => {
    said.textContent = form.dataset.draftFailed ?? ''
  }

  // One after the other, so that each knows the revision of the one before.
  const queue = () => {
    isSaving = true
    saving = saving.then(save, save).catch(failed)
    const mine = saving
    mine.finally(() => {
      isSaving = saving !== mine
    })
  }
  text.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(queue, pause) as unknown as number
  })
  form.addEventListener('submit', (event) => {
    clearTimeout(timer)
    if (!isSaving) return
    // A save that is on its way changes the revision that this form sends along.
    event.preventDefault()
    event.stopImmediatePropagation()
    const { submitter } = event
    saving.finally(() => form.requestSubmit(submitter))
  })
}
