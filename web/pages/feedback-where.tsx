import { FaultAt } from '../components/feedback-faults'
import { type FeedbackPageProps, FeedbackShell } from '../components/feedback-shell'
import { stepHeadings, whereStep as words } from '../vi/feedback'

export type OfficeChoice = { code: string; name: string; above: string | null }
export type WherePageProps = FeedbackPageProps & {
  /** What was typed to find an office; empty: nothing. */
  typed: string
  /** The offices that fit, as many as are listed, and how many fit in all. */
  choices: readonly OfficeChoice[]
  fitting: number
  /** So few that nobody has to search. */
  few: boolean
}

/** Which office: from a short list, or found by typing. */
export function FeedbackWherePage(props: WherePageProps) {
  const { form, faults, typed, choices, fitting, few } = props
  const chosen = choices.find(({ code }) => code === form.office)
  const isOpen = few || typed !== '' || chosen !== undefined
  return (
    <FeedbackShell {...props} step="where" heading={stepHeadings.where}>
      {!few && <Search typed={typed} fitting={fitting} />}
      <fieldset id="office" class={faults.length > 0 ? 'question er' : 'question'} aria-label={words.list}>
        <FaultAt form={form} field="office" faults={faults} />
        {isOpen ? (
          <Offices choices={choices} chosen={form.office} />
        ) : (
          <details data-offices>
            <summary>{words.showAll(choices.length)}</summary>
            <Offices choices={choices} chosen={form.office} />
          </details>
        )}
        {choices.length < fitting && (
          <p class="sm after" data-cut>
            {words.many(choices.length, fitting)}
          </p>
        )}
      </fieldset>
    </FeedbackShell>
  )
}

function Search({ typed, fitting }: { typed: string; fitting: number }) {
  return (
    <div class="question">
      <label class="ask" for="tim">
        {words.search}
      </label>
      <p class="sm" id="tim-hint">
        {words.searchHint}
      </p>
      <div class="search">
        <input id="tim" class="t" name="tim" value={typed} autocomplete="off" aria-describedby="tim-hint" data-filter />
        <button type="submit" class="btn alt" name="toi" value="noi">
          {words.find}
        </button>
      </div>
      <p class="sm" role="status" data-text={words.live}>
        {typed && (fitting > 0 ? words.found(fitting, typed) : words.none(typed))}
      </p>
    </div>
  )
}

function Offices({ choices, chosen }: { choices: readonly OfficeChoice[]; chosen: string }) {
  return (
    <div class="scale offices-list">
      {choices.map(({ code, name, above }) => (
        <label key={code}>
          <input type="radio" name="office" value={code} checked={code === chosen} />
          <span>
            <i>
              {name}
              {above && <small>{words.below(above)}</small>}
            </i>
          </span>
        </label>
      ))}
    </div>
  )
}
