import { all, one } from './page'

/** Keys of long forms: Ctrl+S presses the button that saves, Alt with an arrow moves the row that is being written. */
export function startKeys(): void {
  const [form] = all<HTMLFormElement>('form[data-keys]')
  if (!form) return
  addEventListener('keydown', (event) => {
    const button = buttonFor(event)
    if (!button) return
    event.preventDefault()
    if (!button.disabled) button.click()
  })
}

function buttonFor(event: KeyboardEvent): HTMLButtonElement | null {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's') return one<HTMLButtonElement>('[data-key=s]')
  const deed = event.altKey && { ArrowUp: 'up', ArrowDown: 'down' }[event.key]
  const row = deed && event.target instanceof Element && event.target.closest<HTMLElement>('.ed > li')
  return row ? one<HTMLButtonElement>(`[name=lam][value^="${deed}."]`, row) : null
}
