import { feedbackWords } from '../vi/feedback'

const words = feedbackWords.emergency

/** On top of the first page, before anything is typed: whoever is in danger calls. */
export function EmergencyStrip() {
  return (
    <section class="strip" aria-label={words.ask}>
      <p>
        <b>{words.strip}</b>
      </p>
      <Calls />
      <p class="sm">{words.notHere}</p>
    </section>
  )
}

/** The same at the end of every other page, folded. */
export function Emergency() {
  return (
    <details>
      <summary>{words.ask}</summary>
      <p>{words.call}</p>
      <Calls />
    </details>
  )
}

function Calls() {
  return (
    <ul class="plain calls">
      {words.calls.map(({ number, who }) => (
        <li key={number}>
          <a href={`tel:${number}`}>
            <b>{number}</b> {who}
          </a>
        </li>
      ))}
    </ul>
  )
}
