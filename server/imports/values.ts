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
  for (const word of ['na', 'n/a', noOpinion.label, noOpinion.short]) words.set(comparable(word), ['na'])
  scale.forEach(({ label, short }, at) => {
    const level = [`${at + 1}`]
    for (const word of [`${at + 1}`, label, short ?? label]) words.set(comparable(word), level)
  })
  return {
    field: '',
    isCriterion: true,
    code: 'not-a-level',
    expected: [...scale.map(({ label }, at) => `${at + 1} (${label})`), 'na'],
    read: (text) => words.get(text) ?? words.get(comparable(text.replace(/^(\d)[.,]0+$/, '$1'))) ?? null,
  }
}

export function oneReader(field: string, options: readonly Option[]): Reader {
  const words = optionWords(options)
  const expected = options.map((option) => option.label)
  const read = (text: string) => asList(words.get(comparable(text)))
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
      .map((part) => words.get(comparable(part)))
    return keys.every((key) => key !== undefined) ? keys : null
  }
  return { field, isCriterion: false, code: 'unknown-option', expected, read }
}

/** Texts and numbers are judged when the whole row is read. */
export function textReader(field: string): Reader {
  return { field, isCriterion: false, code: 'too-long', expected: [], read: (text) => [text] }
}

function optionWords(options: readonly Option[]): Map<string, string> {
  return new Map(options.flatMap(({ key, label }) => [key, label].map((word) => [comparable(word), key] as const)))
}

function asList(value: string | undefined): string[] | null {
  return value === undefined ? null : [value]
}
