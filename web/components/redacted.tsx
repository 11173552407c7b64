import { type Hidden, type RedactedPart, redactedParts } from '../../server/domain/redaction'
import { hiddenLabel, hiddenNames, publicCasesWords as words } from '../vi/public-cases'

/** A public text: black blocks, each saying what it hides. */
export function Redacted({ parts }: { parts: readonly RedactedPart[] }) {
  return (
    <>
      {parts.map((part, at) =>
        'text' in part ? (
          part.text
        ) : (
          <span class="red" key={at}>
            {words.hidden(hiddenNames[part.hidden])}
          </span>
        ),
      )}
    </>
  )
}

/** The same where nothing but letters can stand. */
export function redactedLine(parts: readonly RedactedPart[]): string {
  return parts.map((part) => ('text' in part ? part.text : hiddenLabel(part.hidden))).join('')
}

/** The original, with what is hidden marked. */
export function Marked({ text, hidden }: { text: string; hidden: readonly Hidden[] }) {
  let at = 0
  return (
    <>
      {redactedParts(text, hidden).map((part) => {
        const from = at
        at = 'text' in part ? from + part.text.length : endOf(text, hidden, from)
        return 'text' in part ? part.text : <mark key={from}>{text.slice(from, at)}</mark>
      })}
    </>
  )
}

/** Hidden places are in order and apart from each other. */
const endOf = (text: string, hidden: readonly Hidden[], from: number) =>
  hidden.find((one) => one.from === from)?.to ?? text.length
