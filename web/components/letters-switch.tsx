import { useWords } from '../survey-words'

/** Larger letters, remembered on this device; shown by the script. */
export function LettersSwitch() {
  const { survey } = useWords()
  return (
    <button type="button" class="lnk no" data-letters aria-pressed="false" hidden>
      {survey.letters}
    </button>
  )
}
