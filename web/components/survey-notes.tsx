import { useWords } from '../survey-words'

/** Offers a form begun earlier on this device. Shown by the script, which never fills anything in by itself. */
export function DraftOffer() {
  const { survey } = useWords()
  return (
    <div class="note" data-draft hidden>
      <p>{survey.draft}</p>
      <p class="pair">
        <button type="button" class="btn" data-take>
          {survey.takeUpDraft}
        </button>
        <button type="button" class="btn alt" data-drop>
          {survey.dropDraft}
        </button>
      </p>
    </div>
  )
}

/** The end of the form: what the script may have to say before sending, and the button. */
export function SendSection() {
  const { survey } = useWords()
  return (
    <>
      <div class="note wa" data-missing tabIndex={-1} hidden>
        <p data-text={survey.missing} />
        <button type="button" class="lnk">
          {survey.firstMissing}
        </button>
      </div>
      <p class="note wa" data-offline role="alert" hidden>
        {survey.offline}
      </p>
      <p class="send">
        <button type="submit" class="btn" data-send data-busy={survey.sending}>
          {survey.send}
        </button>
      </p>
    </>
  )
}
