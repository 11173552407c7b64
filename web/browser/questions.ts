import { all, one } from './page'

const questions = () => all('.group .question')

/** Shows what depends on an earlier answer (hints of gates, follow-ups) and marks questions on a low level. */
export function refresh(): void {
  for (const element of all('[data-if]')) {
    const { if: name, is = '' } = element.dataset
    element.hidden = !all<HTMLInputElement>(`[name="${name}"]:checked`).some((i) => is.split(' ').includes(i.value))
  }
  for (const question of questions()) question.classList.toggle('low', !!one('[data-low]:checked', question))
}

/** The questions of the scale that are meant for this person. */
export function listAsked(): HTMLElement[] {
  return questions().filter(
    (question) => ![question, question.parentElement].some((place) => place && isSkipped(place)),
  )
}

const isSkipped = (place: Element) =>
  Array.from(place.children).some((child) => child.matches('.hint') && !(child as HTMLElement).hidden)

export const isAnswered = (question: Element) => !!one('[type=radio]:checked', question as HTMLElement)

/** Brings the next unanswered question below the top of the screen into view, or the first one. */
export function goToMissing(): void {
  const missing = listAsked().filter((question) => !isAnswered(question))
  const next = missing.find((question) => question.getBoundingClientRect().top > 40) || missing[0]
  if (!next) return
  one('input', next)?.focus({ preventScroll: true })
  next.scrollIntoView()
}
