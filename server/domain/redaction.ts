import type { PersonalDataKind } from './personal-data'

/** The texts of a case that are published. */
export const redactedFields = ['title', 'content', 'place', 'wish', 'answer'] as const
export type RedactedField = (typeof redactedFields)[number]

/** What is hidden: proposed by the detector, or `other`, marked by whoever publishes. */
export type RedactionKind = PersonalDataKind | 'other'

/** From one UTF-16 position of a text to another, the latter not included. */
export type Hidden = { from: number; to: number; kind: RedactionKind }
export type Redaction = Hidden & { field: RedactedField }

/** A piece of a public text: words as they are, or what kind of words is hidden here. */
export type RedactedPart = { text: string } | { hidden: RedactionKind }

/** Those of one field, for `redactedParts` of its text. */
export function redactionsOf(list: readonly Redaction[], field: RedactedField): Hidden[] {
  return list.filter((one) => one.field === field).map(({ from, to, kind }) => ({ from, to, kind }))
}

/**
 * In the order of fields and positions, within the texts, without overlaps (the longer one gives the kind), never through
 * the middle of a character. Running it twice changes nothing.
 */
export function normaliseRedactions(
  list: readonly Redaction[],
  texts: Partial<Record<RedactedField, string>>,
): Redaction[] {
  return redactedFields.flatMap((field) =>
    tidy(texts[field] ?? '', redactionsOf(list, field)).map((hidden) => ({ field, ...hidden })),
  )
}

/** A text in pieces. `list`: of this text alone (`redactionsOf`), in any order. The text itself is not changed. */
export function redactedParts(text: string, list: readonly Hidden[]): RedactedPart[] {
  const parts: RedactedPart[] = []
  let at = 0
  for (const { from, to, kind } of tidy(text, list)) {
    if (from > at) parts.push({ text: text.slice(at, from) })
    parts.push({ hidden: kind })
    at = to
  }
  if (at < text.length) parts.push({ text: text.slice(at) })
  return parts
}

/** The text with a label, such as `[đã ẩn]`, wherever something is hidden. */
export function redactedText(
  text: string,
  list: readonly Hidden[],
  label: string | ((kind: RedactionKind) => string),
): string {
  const say = typeof label === 'string' ? () => label : label
  return redactedParts(text, list)
    .map((part) => ('text' in part ? part.text : say(part.hidden)))
    .join('')
}

function tidy(text: string, list: readonly Hidden[]): Hidden[] {
  const inside = list
    .map((hidden) => widen(text, hidden))
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from || b.to - a.to)
  const merged: (Hidden & { longest: number })[] = []
  for (const next of inside) {
    const last = merged.at(-1)
    const longest = next.to - next.from
    if (!last || next.from >= last.to) merged.push({ ...next, longest })
    else {
      if (longest > last.longest) Object.assign(last, { kind: next.kind, longest })
      last.to = Math.max(last.to, next.to)
    }
  }
  return merged.map(({ from, to, kind }) => ({ from, to, kind }))
}

const inside = (text: string, position: number) => Math.min(Math.max(0, position || 0), text.length)

/** Within the text, and over whole characters: no half of a pair and no letter without its marks. */
function widen(text: string, { from, to, kind }: Hidden): Hidden {
  const [first, last] = [inside(text, from), inside(text, to)]
  if (first >= last) return { from: 0, to: 0, kind }
  let [start, end] = [Math.floor(first), Math.ceil(last)]
  while (start > 0 && goesOn(text, start)) start--
  while (end < text.length && goesOn(text, end)) end++
  return { from: start, to: end, kind }
}

/** Whether what stands at a position belongs to the character before it. */
function goesOn(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return (unit >= 0xdc00 && unit <= 0xdfff && isHigh(text.charCodeAt(at - 1))) || /^\p{M}/u.test(text.slice(at, at + 2))
}

const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff
