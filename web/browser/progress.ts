import { all, one, say } from './page'
import { goToMissing, isAnswered, listAsked } from './questions'

/** Starts the bar at the foot of the page. Gives the function that brings it up to date. */
export function startProgress(): () => void {
  const bar = one('[data-progress]')
  const button = bar && one('button', bar)
  if (!bar || !button) return () => {}
  bar.hidden = false
  button.addEventListener('click', goToMissing)
  return () => {
    const asked = listAsked()
    const done = asked.filter(isAnswered).length
    say(one('p', bar), { done, all: asked.length })
    button.hidden = done === asked.length
    fillPetals(bar, asked)
  }
}

/** A petal is full when every question of its dimension is answered or not meant for this person. */
function fillPetals(bar: HTMLElement, asked: HTMLElement[]): void {
  const petals = bar.querySelectorAll('path')
  all('.group:not(.apart)').forEach((group, position) => {
    const open = asked.some((question) => question.parentElement === group && !isAnswered(question))
    petals[position]?.classList.toggle('on', !open)
  })
}
