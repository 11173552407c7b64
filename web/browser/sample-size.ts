import { sampleSize } from '../../server/domain/sample-size'
import { all, one } from './page'

/**
 * The form of a round: who writes a number means that office, and an empty target shows what the formula would ask for.
 */
export function startSampleSize(): void {
  for (const population of all<HTMLInputElement>('[data-count=population]')) {
    const row = population.closest('tr')
    if (!row) continue
    const target = one<HTMLInputElement>('[data-count=target]', row)
    const chosen = one<HTMLInputElement>('[type=checkbox]', row)
    const show = () => {
      const count = Number(population.value.replace(/[. ]/g, ''))
      if (target) target.placeholder = Number.isSafeInteger(count) && count > 0 ? `${sampleSize(count)}` : ''
    }
    row.addEventListener('input', (event) => {
      if (event.target instanceof HTMLInputElement && event.target !== chosen && chosen) chosen.checked = true
      show()
    })
    show()
  }
}
