import { one } from './page'
import { keep, recall } from './storage'

type Values = [name: string, value: string][]
type Draft = { action: string; clientId: string; values: Values; savedAt: number }

const week = 7 * 24 * 3600 * 1000
const name = 'feedback'
/** What belongs to a page and not to what is sent. */
const passing = ['toi', 'edit', 'website', 'tim', 'bo', 'them', 'an-danh']

/**
 * Keeps what is written on this device for seven days, one form for each desk, and offers it on the first page; it is never
 * filled in silently, since phones are shared, and not at all on a device of the office.
 */
export function startFeedbackDraft(form: HTMLFormElement): void {
  const desk = form.dataset.feedback
  if (!desk) return
  const note = one('[data-kept]')
  if (note) note.hidden = false
  const save = () => {
    const values = read(form)
    const clientId = fieldOf(values, 'clientId')
    // A chosen matter alone is not worth coming back to.
    if (!fieldOf(values, 'content') || !clientId) return
    keepAll({ ...drafts(), [desk]: { action: form.action, clientId, values, savedAt: Date.now() } })
  }
  form.addEventListener('input', save)
  form.addEventListener('change', save)
  form.addEventListener('submit', () => {
    if (/xem-lai$/.test(form.action)) keep(`${name}-sent`, desk)
    else save()
  })
  offer(form, desk)
}

/** The receipt is here: what was kept of the form is not needed any more. */
export function forgetSentDraft(): void {
  const desk = recall<string>(`${name}-sent`)
  if (desk) keepAll({ ...drafts(), [desk]: undefined })
  keep(`${name}-sent`, null)
}

function offer(form: HTMLFormElement, desk: string): void {
  const card = one('[data-draft]')
  if (!card) return
  const meet = () => {
    const draft = drafts()[desk]
    card.hidden = !draft || draft.clientId === fieldOf(read(form), 'clientId')
  }
  one('[data-take]', card)?.addEventListener('click', () => {
    const draft = drafts()[desk]
    if (draft) goOn(draft)
  })
  one('[data-drop]', card)?.addEventListener('click', () => {
    keepAll({ ...drafts(), [desk]: undefined })
    meet()
  })
  addEventListener('pageshow', meet)
}

/** Opens the page on which it was left, by the server, with everything inside. */
function goOn(draft: Draft): void {
  const form = document.createElement('form')
  form.method = 'post'
  form.action = draft.action
  const slug = draft.action.split('/').pop() || ''
  for (const [field, value] of [...draft.values, ['toi', slug]]) {
    const input = document.createElement('input')
    input.type = 'hidden'
    input.name = field || ''
    input.value = value || ''
    form.append(input)
  }
  document.body.append(form)
  form.submit()
}

/** The drafts that are not older than a week, by desk. */
function drafts(): Record<string, Draft | undefined> {
  const all = recall<Record<string, Draft>>(name) || {}
  const young = Object.keys(all).filter((desk) => Date.now() - (all[desk]?.savedAt || 0) < week)
  const kept: Record<string, Draft | undefined> = {}
  for (const desk of young) kept[desk] = all[desk]
  if (young.length < Object.keys(all).length) keepAll(kept)
  return kept
}

function keepAll(all: Record<string, Draft | undefined>): void {
  const left = Object.keys(all).filter((desk) => all[desk])
  keep(name, left.length ? all : null)
}

function read(form: HTMLFormElement): Values {
  return Array.from(new FormData(form) as unknown as Iterable<[string, string | File]>).filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string' && pair[1] !== '' && !passing.includes(pair[0]),
  )
}

const fieldOf = (values: Values, field: string) => (values.find(([own]) => own === field) || [])[1]
