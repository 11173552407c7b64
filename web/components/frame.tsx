import type { ComponentChildren } from 'preact'
import { paths } from '../paths'
import { useWords } from '../survey-words'
import { keepWords } from '../vi/compounds'
import { Petals } from './petals'

export type FrameProps = {
  /** Name of the office, the largest words of the band; the product's name where no office is known. */
  office?: string
  /** Second line of the band: the point, or what the page is for. */
  place?: string
  /** Attribute of `main` by which the script knows that a form arrived. */
  sent?: boolean
  foot?: ComponentChildren
  children?: ComponentChildren
}

/** Everything inside `body` of a page for citizens: skip link, band with the office's name, main part, foot. */
export function Frame({ office, place, sent, foot, children }: FrameProps) {
  const { chrome } = useWords()
  return (
    <>
      <a class="skip" href="#main">
        {chrome.skip}
      </a>
      <header class="band">
        <div>
          <Petals on={[true, true, true, true, true]} />
          <p>
            <b>{office ? keepWords(office) : chrome.product}</b>
            {place && <span>{place}</span>}
          </p>
        </div>
      </header>
      <main id="main" data-sent={sent ? '' : undefined}>
        {children}
      </main>
      {foot && <footer class="foot sm">{foot}</footer>}
    </>
  )
}

/** Where feedback about a survey's point is sent; the browser does not say from which page it comes. */
const apart = (point: string) =>
  ({ href: paths.feedbackFrom(point), rel: 'noreferrer', referrerpolicy: 'no-referrer' }) as const

/** Links at the end of a page for citizens. `point`: code of the point that the page belongs to. */
export function CitizenFoot({ point }: { point?: string }) {
  const { chrome } = useWords()
  return (
    <>
      <a {...(point ? apart(point) : { href: paths.feedback() })}>{chrome.feedback}</a>
      <a href={paths.follow()}>{chrome.follow}</a>
      <a href={paths.results()}>{chrome.results}</a>
      <a href={paths.answers()}>{chrome.answers}</a>
    </>
  )
}

/** For somebody who wants an answer: feedback is its own form and is never joined to the survey. */
export function FeedbackOffer({ point }: { point: string }) {
  const { chrome } = useWords()
  return (
    <section class="card">
      <h2>{chrome.feedbackTitle}</h2>
      <a class="btn alt" {...apart(point)}>
        {chrome.feedbackAnswered}
      </a>
      <p class="sm">{chrome.feedbackApart}</p>
    </section>
  )
}
