/** What a text may be besides a petition. Only a hint for a person, never a decision. */
export const hintCodes = ['child', 'urgent', 'denunciation', 'complaint', 'question'] as const
export type HintCode = (typeof hintCodes)[number]

/** `words`: what in the text speaks for it, as it was typed, at most five. */
export type Hint = { code: HintCode; words: string[] }

/** Signs in a text, the gravest first; capitals and marks aside. At most one of each code. */
export function hintsOf(text: string): Hint[] {
  return text === '' ? [] : []
}
