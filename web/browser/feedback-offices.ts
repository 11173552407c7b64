import { fold } from '../../server/domain/vietnamese'
import { all, one, say } from './page'

/** While typing, only the offices that fit stay in the list; marks and capitals aside. Without an answer the button asks. */
export function startOffices(form: HTMLFormElement): void {
  const input = one<HTMLInputElement>('[data-filter]', form)
  const status = one('[role=status]', form)
  const rows = all('.offices-list label', form)
  // A list that was cut, or searched, does not hold all offices.
  const folded = one<HTMLDetailsElement>('[data-offices]', form)
  if (!input || !status || !folded || one('[data-cut]', form)) return
  const texts = rows.map((row) => fold(row.textContent || ''))
  input.addEventListener('input', () => {
    const words = fold(input.value).split(/\s+/).filter(Boolean)
    let n = 0
    rows.forEach((row, i) => {
      const fits = words.every((word) => (texts[i] || '').includes(word))
      row.hidden = !fits
      if (fits) n++
    })
    folded.open = words.length > 0
    if (words.length) say(status, { n })
    else status.textContent = ''
  })
}
