import { findPersonalData, type PersonalDataKind } from './personal-data'
import { type Hidden, type RedactedPart, redactedParts } from './redaction'

const identityParts = ['name', 'address', 'phone', 'email', 'organisation'] as const
/** What says who sent a case. */
export type Identity = Record<(typeof identityParts)[number], string>

/** What is personal wherever it stands; telephones and addresses of offices belong into an answer. */
const personal: readonly PersonalDataKind[] = ['name', 'id-number', 'bank-account', 'pupil', 'birth-date', 'plate']

/**
 * An answer for another sender, whose case was merged into the one it was written for: without what says who sent that.
 */
export function withoutIdentity(text: string, identity: Identity | null): RedactedPart[] {
  const found = findPersonalData(text).filter(({ kind }) => personal.includes(kind))
  return redactedParts(text, [...found, ...identityParts.flatMap((part) => placesOf(text, identity?.[part] ?? ''))])
}

/** Where a value stands as words of its own, however it is spaced, dotted or written in capitals. */
function placesOf(text: string, value: string): Hidden[] {
  // What may stand between pieces is none itself: else a value of dots alone is looked for in ever so many ways.
  const pieces = value.normalize('NFC').match(/[\p{L}\p{M}]+|\p{N}|[^\p{L}\p{M}\p{N}\s.-]/gu) ?? []
  if (pieces.length === 0) return []
  const pattern = pieces.map((piece) => piece.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('[\\s.\\-]*')
  // A name of one syllable is a common word as well when it has no capital.
  const flags = pieces.length > 1 ? 'giu' : 'gu'
  return [...text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, flags))].map(
    ({ index, 0: { length } }) => ({ from: index, to: index + length, kind: 'other' }),
  )
}
