import { useWords } from '../survey-words'

/** After the quick form: the full one, for whoever has three minutes more. */
export function FullOffer({ address }: { address: string }) {
  const { receipt: words } = useWords()
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
