import { receipt as words } from '../vi/receipt'

/** After the quick form: the full one, for whoever has three minutes more. */
export function FullOffer({ address }: { address: string }) {
  return (
    <section class="card">
      <p>{words.afterQuick}</p>
      <a class="btn" href={address}>
        {words.answerFull}
      </a>
      <p class="sm">{words.endHere}</p>
    </section>
  )
}
