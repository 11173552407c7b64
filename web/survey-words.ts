import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { type Lang, withAddress } from '../server/domain/survey-language'
import { usualAddress } from '../server/domain/vietnamese'
import { english } from './en/survey'
import { fieldProblems, surveyProblems } from './vi/errors'
import { conflict, receipt, receiptTitle } from './vi/receipt'
import { chrome, survey } from './vi/survey'

const vietnamese = { survey, chrome, surveyProblems, fieldProblems, receipt, receiptTitle, conflict }

/** Everything a citizen's page says itself. */
export type SurveyWords = typeof vietnamese

const known = new Map<string, SurveyWords>()

/** The words in a language and, in Vietnamese, with a form of address. */
export function wordsOf(lang: Lang, address = usualAddress): SurveyWords {
  if (lang === 'en') return english
  if (address === usualAddress) return vietnamese
  const made = known.get(address) ?? readdressed(vietnamese, (text) => withAddress(text, address))
  // Surveys have few forms of address; drafts are tried with any.
  if (known.size > 100) known.clear()
  known.set(address, made)
  return made
}

/** The same words with every text changed, those of functions included. */
function readdressed<T>(words: T, change: (text: string) => string): T {
  if (typeof words === 'string') return change(words) as T
  if (typeof words === 'function') return ((...given: unknown[]) => readdressed(words(...given), change)) as T
  if (typeof words !== 'object' || words === null) return words
  return Object.fromEntries(Object.entries(words).map(([name, value]) => [name, readdressed(value, change)])) as T
}

/** The words of the page around a component; without a page the usual ones. */
export const WordsOfPage = createContext<SurveyWords>(vietnamese)
export const useWords = (): SurveyWords => useContext(WordsOfPage)
