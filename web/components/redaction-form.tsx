import type { CaseTexts } from '../../server/domain/public-case'
import type { Redaction } from '../../server/domain/redaction'
import { paths } from '../paths'
import { capitalise } from '../vi/format'
import { hiddenNames } from '../vi/public-cases'
import { publishingWords as words } from '../vi/publishing'
import { Field, type Problem } from './field'

export type RedactionFormProps = {
  code: string
  texts: CaseTexts
  hidden: readonly Redaction[]
  revealed: readonly Redaction[]
  revision: number
  /** What was typed to be hidden and refused. */
  typed: string
  problems: Problem[]
}

/** One press, one change: every button names its place, so that nothing depends on a script. */
export function RedactionForm({ code, texts, hidden, revealed, revision, typed, problems }: RedactionFormProps) {
  const wordAt = ({ field, from, to }: Redaction) => texts[field].slice(from, to)
  const isPupil = hidden.some(({ kind }) => kind === 'pupil')
  return (
    <section class="box" id="che">
      <h2>{words.proposals}</h2>
      <p>{words.proposed(hidden.length)}</p>
      {isPupil && <p class="note wa">{words.pupil}</p>}
      <form method="post" action={paths.staff.publication(code, 'che')} data-redact-form>
        <input type="hidden" name="ban" value={revision} />
        {/* Enter in the field adds its words; without this the first button of the list would be meant. */}
        <button type="submit" class="hid" tabIndex={-1} aria-hidden="true" name="lam" value="go" />
        <ul class="hiding">
          {hidden.map((one) => (
            <li key={placeOf(one)}>
              <span>
                <mark>{wordAt(one)}</mark>{' '}
                <span class="sm">
                  {capitalise(hiddenNames[one.kind])}, {words.inField(words.fields[one.field])}
                </span>
              </span>
              <button
                type="submit"
                class="btn alt"
                name="lam"
                value={`bo ${placeOf(one)}`}
                aria-label={words.dropOf(hiddenNames[one.kind], wordAt(one))}
              >
                {words.drop}
              </button>
            </li>
          ))}
        </ul>
        {revealed.length > 0 && (
          <>
            <h3>{words.revealed(revealed.length)}</h3>
            <ul class="hiding">
              {revealed.map((one) => (
                <li key={placeOf(one)}>
                  <span>
                    {wordAt(one)} <span class="sm">{words.inField(words.fields[one.field])}</span>
                  </span>
                  <button
                    type="submit"
                    class="btn alt"
                    name="lam"
                    value={`che ${placeOf(one)}`}
                    aria-label={words.hideAgainOf(wordAt(one))}
                  >
                    {words.hideAgain}
                  </button>
                </li>
              ))}
            </ul>
            <p class="sm">{words.revealedNote}</p>
          </>
        )}
        <Field
          name="chu"
          label={words.add}
          hint={words.addHint}
          value={typed}
          verbatim
          error={problems.find(({ field }) => field === 'chu')?.text}
        />
        <p class="row">
          <button type="submit" class="btn" name="lam" value="go">
            {words.addButton}
          </button>
          <button type="submit" class="btn alt" name="lam" value="" data-select-first={words.selectFirst} hidden>
            {words.addSelection}
          </button>
        </p>
      </form>
    </section>
  )
}

/** `phone content 34 44`, as the buttons send it. */
const placeOf = ({ field, from, to, kind }: Redaction) => `${kind} ${field} ${from} ${to}`
