import { all, one } from './page'

/** Hiding what is selected in the original: the button appears, and sends the place of the selection. */
export function startRedaction(): void {
  const button = one<HTMLButtonElement>('[data-select-first]')
  if (!button) return
  button.hidden = false
  let place: string | null = null
  // A press on the button may end the selection before the form is sent.
  document.addEventListener('selectionchange', () => {
    place = selectedPlace() ?? (document.activeElement === button ? place : null)
  })
  button.addEventListener('pointerdown', (event) => event.preventDefault())
  button.addEventListener('click', (event) => {
    const found = selectedPlace() ?? place
    if (found) button.value = `che other ${found}`
    else {
      event.preventDefault()
      alert(button.dataset.selectFirst)
    }
  })
}

/** `content 34 44`: text and positions of what is selected in one original text; null when there is nothing. */
function selectedPlace(): string | null {
  const selection = getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const text = all('[data-field]').find(
    (text) => text.contains(range.startContainer) && text.contains(range.endContainer),
  )
  if (!text) return null
  const before = document.createRange()
  before.setStart(text, 0)
  before.setEnd(range.startContainer, range.startOffset)
  const from = before.toString().length
  return `${text.dataset.field} ${from} ${from + range.toString().length}`
}
