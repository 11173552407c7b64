import { all } from './page'

/** Buttons that only a script can serve: they stand hidden until it runs. Copying needs https, or this very machine. */
export function startCopying(): void {
  all<HTMLButtonElement>('button[data-print]').forEach((button) => {
    button.hidden = false
    button.addEventListener('click', () => print())
  })
  if (!navigator.clipboard) return
  all<HTMLButtonElement>('button[data-copy]').forEach((button) => {
    button.hidden = false
    button.addEventListener('click', () => {
      navigator.clipboard.writeText(button.dataset.copy || '').then(() => {
        button.textContent = button.dataset.copied || ''
      })
    })
  })
}
