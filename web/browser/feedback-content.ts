import { findNumbers } from '../../server/domain/personal-data-numbers'
import { sheetOf } from '../../server/domain/personal-data-sheet'
import { all, one } from './page'

/** Typing pauses this long before the text is looked through. */
const pause = 400

/** Counts letters, and warns of numbers that belong on another page. */
export function startContent(form: HTMLFormElement): void {
  const text = one<HTMLTextAreaElement>('[data-most]', form)
  if (!text) return
  const count = one('.count', form)
  const most = Number(text.dataset.most)
  let timer = 0
  const update = () => {
    const n = text.value.normalize('NFC').length
    if (count) count.textContent = (count.dataset.text || '').replace('{n}', n.toLocaleString('vi'))
    count?.classList.toggle('over', n > most)
  }
  const look = () => warn(form, text)
  text.addEventListener('input', () => {
    update()
    clearTimeout(timer)
    timer = window.setTimeout(look, pause)
  })
  one('[data-take-out]', form)?.addEventListener('click', () => {
    text.value = takeOut(text.value.normalize('NFC'))
    text.dispatchEvent(new Event('input', { bubbles: true }))
    look()
    text.focus()
  })
  addEventListener('pageshow', () => {
    if (text.value) update()
    look()
  })
}

function warn(form: HTMLFormElement, text: HTMLTextAreaElement): void {
  const note = one('[data-caution]', form)
  if (!note) return
  const kinds = found(text.value.normalize('NFC')).map(({ kind }) => kind as string)
  let any = false
  for (const line of all('[data-found]', note)) {
    line.hidden = !kinds.includes(line.dataset.found || '')
    any = any || !line.hidden
  }
  note.hidden = !any
}

const told = ['phone', 'id-number', 'bank-account', 'email']

function found(text: string) {
  const sheet = sheetOf(text)
  findNumbers(sheet)
  return sheet.found.filter(({ kind }) => told.includes(kind))
}

function takeOut(text: string): string {
  const last = found(text).sort((a, b) => b.from - a.from)
  return last.reduce((left, { from, to }) => left.slice(0, from) + left.slice(to), text).replace(/ {2,}/g, ' ')
}
