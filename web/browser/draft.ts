import { one } from './page'
import { keep, recall } from './storage'

type Draft = { clientId: string; values: [name: string, value: string][]; savedAt: number }

/** The page's own id and that of the draft which was taken up in it. */
type Taken = { own: string; draft: string }

const twoDays = 2 * 24 * 3600 * 1000
const hiddenNames = ['clientId', 'version', 'website']

/**
 * Keeps what is answered on this device, per point and version, and offers it when the page is opened again; it is
 * never filled in silently, since phones are shared. Taking up a draft takes up its id, so that the form sent from two
 * tabs or after a reload stays one response.
 */
export function startDraft(form: HTMLFormElement, changed: () => void): void {
  const id = field(form, 'clientId')
  const name = nameOf(form)
  const offer = one('[data-draft]')
  if (!id || !name || !offer) return

  const meet = () => {
    const draft = recall<Draft>(name)
    // Back brings the page with its own id; the form that it shows was sent under the draft's.
    const taken = recall<Taken>('taken', 'tab')
    if (taken && id.value === taken.own) id.value = taken.draft
    const begun = !!form.querySelector('[type=radio]:checked')
    // What the browser itself put back after a reload is the form that the draft was made of.
    if (draft && begun) id.value = draft.clientId
    if (draft && Date.now() - draft.savedAt > twoDays) keep(name, null)
    else offer.hidden = begun || !draft || draft.clientId === id.value
  }
  const save = () => {
    offer.hidden = true
    keep(name, { clientId: id.value, values: read(form), savedAt: Date.now() })
  }
  one('[data-take]', offer)?.addEventListener('click', () => {
    const draft = recall<Draft>(name)
    if (draft) {
      keep('taken', { own: id.value, draft: draft.clientId }, 'tab')
      id.value = draft.clientId
      fill(form, draft.values)
    }
    offer.hidden = true
    changed()
  })
  one('[data-drop]', offer)?.addEventListener('click', () => {
    keep(name, null)
    offer.hidden = true
  })
  form.addEventListener('input', save)
  form.addEventListener('change', save)
  addEventListener('pageshow', meet)
}

/** Remembers which draft is on its way; the page that confirms it removes it. */
export function markSent(form: HTMLFormElement): void {
  keep('sent', nameOf(form))
}

export function forgetSent(): void {
  const name = recall<string>('sent')
  if (name) keep(name, null)
  keep('sent', null)
}

const field = (form: HTMLFormElement, name: string) => one<HTMLInputElement>(`[name=${name}]`, form)

const nameOf = (form: HTMLFormElement) =>
  form.dataset.survey ? `${form.dataset.survey} ${field(form, 'version')?.value}` : null

function read(form: HTMLFormElement): Draft['values'] {
  return Array.from(new FormData(form) as unknown as Iterable<[string, string]>).filter(
    ([name, value]) => value && !hiddenNames.includes(name),
  )
}

function fill(form: HTMLFormElement, values: Draft['values']): void {
  for (const input of Array.from(form.querySelectorAll<HTMLInputElement>('input,textarea,select'))) {
    if (input.type === 'hidden') continue
    const own = values.filter(([name]) => name === input.name).map(([, value]) => value)
    if (input.type === 'radio' || input.type === 'checkbox') input.checked = own.includes(input.value)
    else input.value = own[0] || ''
  }
}
