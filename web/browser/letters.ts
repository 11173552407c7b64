import { one } from './page'
import { keep, recall } from './storage'

/** The switch for larger letters; the choice stays on this device. */
export function startLetters(): void {
  const button = one('[data-letters]')
  if (!button) return
  const set = (large: boolean) => {
    document.documentElement.classList.toggle('letters', large)
    button.setAttribute('aria-pressed', `${large}`)
  }
  button.hidden = false
  set(recall<boolean>('letters') === true)
  button.addEventListener('click', () => {
    const large = button.getAttribute('aria-pressed') !== 'true'
    set(large)
    keep('letters', large || null)
  })
}
