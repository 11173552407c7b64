import { all, one, say } from './page'

/**
 * Choosing rows of a table for the form `data-select="name"`: says how many are chosen, and `data-select-all` chooses
 * every row of the page.
 */
export function startSelection(form: HTMLFormElement): void {
  const boxes = all<HTMLInputElement>(`input[form="${form.id}"][name="${form.dataset.select}"]`)
  const whole = one<HTMLInputElement>(`[data-select-all="${form.id}"]`)
  const status = one('[data-none]', form)
  const update = () => {
    const count = boxes.filter((box) => box.checked).length
    if (whole) {
      whole.checked = count === boxes.length
      whole.indeterminate = count > 0 && count < boxes.length
    }
    if (status && count > 0) say(status, { count })
    else if (status) status.textContent = status.dataset.none ?? ''
    for (const box of boxes) box.closest('tr')?.classList.toggle('cur', box.checked)
  }
  for (const box of boxes) box.addEventListener('change', update)
  if (whole) {
    whole.hidden = false
    whole.addEventListener('change', () => {
      for (const box of boxes) box.checked = whole.checked
      update()
    })
  }
  // The browser puts back what was chosen before a reload.
  addEventListener('pageshow', update)
}
