import type { SurveyDefinition } from '../domain/survey'
import { comparable } from './cells'
import type { FaultCode } from './faults'

/** Turns the text of a cell into the values a form would have sent; null when it is none of `expected`. */
export type Reader = {
  field: string
  isCriterion: boolean
  code: FaultCode
  expected: readonly string[]
  read: (text: string) => readonly string[] | null
}

type Option = { key: string; label: string }

/** A level as number (4, 4.0, 4,0), by its label, or no opinion. The field is the criterion's key, set by the caller. */
export function levelReader(definition: SurveyDefinition): Reader {
  const { scale, noOpinion } = definition
  const words = new Map<string, string[]>()
  for (const word of ['na', 'n/a', noOpinion.label, noOpinion.short]) addWord(words, word, ['na'])
  scale.forEach(({ label, short }, at) => {
    for (const word of [`${at + 1}`, label, short ?? label]) addWord(words, word, [`${at + 1}`])
  })
  return {
    field: '',
    isCriterion: true,
    code: 'not-a-level',
    expected: [...scale.map(({ label }, at) => `${at + 1} (${label})`), 'na'],
    read: (text) => findWord(words, text.replace(/^(\d)[.,]0+$/, '$1')) ?? null,
  }
}

export function oneReader(field: string, options: readonly Option[]): Reader {
  const words = optionWords(options)
  const expected = options.map((option) => option.label)
  const read = (text: string) => asList(findWord(words, text))
  return { field, isCriterion: false, code: 'unknown-option', expected, read }
}

/** Several options in one cell, separated by `;`, `|`, `·` or line breaks. */
export function manyReader(field: string, options: readonly Option[]): Reader {
  const words = optionWords(options)
  const expected = options.map((option) => option.label)
  const read = (text: string) => {
    const keys = text
      .split(/[;|·\n]/)
      .filter((part) => part.trim() !== '')
      .map((part) => findWord(words, part.trim()))
    return keys.every((key) => key !== undefined) ? keys : null
  }
  return { field, isCriterion: false, code: 'unknown-option', expected, read }
}

/** Texts and numbers are judged when the whole row is read. */
export function textReader(field: string): Reader {
  return { field, isCriterion: false, code: 'too-long', expected: [], read: (text) => [text] }
}

function optionWords(options: readonly Option[]): Map<string, string> {
  const words = new Map<string, string>()
  for (const { key, label } of options) for (const word of [key, label]) addWord(words, word, key)
  return words
}

function addWord<T>(words: Map<string, T>, word: string, value: T): void {
  words.set(comparable(word), value)
  words.set(word, value)
}

/** Words in any case, without marks or punctuation; but a number with signs around it, `-1` or `<2`, is another number. */
function findWord<T>(words: ReadonlyMap<string, T>, text: string): T | undefined {
  const word = comparable(text)
  return words.get(text) ?? (/^[\d.]+$/.test(word) ? undefined : words.get(word))
}

function asList(value: string | undefined): string[] | null {
  return value === undefined ? null : [value]
}
