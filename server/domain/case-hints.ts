import { findPersonalData } from './personal-data'
import { nfc } from './vietnamese'
import * as said from './vietnamese-hints'
import { type PhraseTest, phrases, type Reading, readWords } from './vietnamese-words'

/** What a text may be besides a petition. Only a hint for a person, never a decision. */
export const hintCodes = ['child', 'urgent', 'denunciation', 'complaint', 'question'] as const
export type HintCode = (typeof hintCodes)[number]

/** `words`: what in the text speaks for it, as it was typed, at most five. */
export type Hint = { code: HintCode; words: string[] }

const is = {
  complaint: phrases(said.complaintWords),
  denunciation: phrases(said.denunciationWords),
  breach: phrases(said.breachWords),
  role: phrases(said.roleWords),
  child: phrases(said.childWords),
  harm: phrases(said.harmWords),
  urgent: phrases(said.urgentWords),
  question: phrases(said.questionWords),
  asking: phrases(said.askingWords),
  harmless: phrases(said.harmlessWords),
}

const mostWords = 5

/** Signs in a text, the gravest first; capitals and marks aside. At most one of each code. */
export function hintsOf(text: string): Hint[] {
  const reading = readWords(nfc(text))
  const words: Record<HintCode, string[]> = {
    child: sentencesOf(reading).flatMap((sentence) => together(sentence, is.child, is.harm)),
    urgent: wordsOf(reading, is.urgent),
    denunciation: denunciation(reading),
    complaint: wordsOf(reading, is.complaint),
    question: [...wordsOf(reading, is.question), ...(reading.text.includes('?') ? wordsOf(reading, is.asking) : [])],
  }
  return hintCodes
    .map((code) => ({ code, words: [...new Set(words[code])].slice(0, mostWords) }))
    .filter((hint) => hint.words.length > 0)
}

/** That somebody says so, or that a breach of law is told and somebody named or an office held. */
function denunciation(reading: Reading): string[] {
  const breaches = wordsOf(reading, is.breach)
  const persons = breaches.length > 0 ? [...namesIn(reading.text), ...wordsOf(reading, is.role)] : []
  return [...wordsOf(reading, is.denunciation), ...(persons.length > 0 ? [...breaches.slice(0, 3), ...persons] : [])]
}

const namesIn = (text: string) =>
  findPersonalData(text)
    .filter(({ kind }) => kind === 'name' || kind === 'pupil')
    .map(({ from, to }) => text.slice(from, to))

function together(sentence: Reading, one: PhraseTest, other: PhraseTest): string[] {
  const [some, others] = [wordsOf(sentence, one), wordsOf(sentence, other)]
  return some.length > 0 && others.length > 0 ? [...some.slice(0, 1), ...others] : []
}

/** The phrases of a reading as they were typed, but where the words mean something else. */
function wordsOf(reading: Reading, test: PhraseTest): string[] {
  const { words, text } = reading
  const found: string[] = []
  for (let at = 0; at < words.length; ) {
    const [length, harmless] = [test(reading, at), is.harmless(reading, at)]
    const [first, last] = [words[at], words[at + length - 1]]
    if (length > harmless && first && last) found.push(text.slice(first.from, last.to))
    at += Math.max(1, length, harmless)
  }
  return found
}

/** Readings of one sentence each. */
function sentencesOf(reading: Reading): Reading[] {
  const sentences: Reading[] = []
  for (const word of reading.words) {
    const last = sentences.at(-1)
    if (last && !/[.!?;\n]/.test(word.gap)) last.words.push(word)
    else sentences.push({ ...reading, words: [word] })
  }
  return sentences
}
