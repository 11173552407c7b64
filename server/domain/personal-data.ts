import { findPersons } from './personal-data-names'
import { findNumbers } from './personal-data-numbers'
import { findPlaces } from './personal-data-places'
import { type Sheet, sheetOf } from './personal-data-sheet'
import { nfc } from './vietnamese'

/** What the detector proposes to hide before a text is published. `pupil`: a child with class or school. */
export const personalDataKinds = [
  'phone',
  'email',
  'id-number',
  'bank-account',
  'address',
  'name',
  'pupil',
  'birth-date',
  'plate',
  'link',
] as const
export type PersonalDataKind = (typeof personalDataKinds)[number]

/** From one UTF-16 position of the text in NFC to another, the latter not included. */
export type Finding = { from: number; to: number; kind: PersonalDataKind }

/** What was behind something that was found may then be seen as well; more turns than this bring nothing. */
const mostTurns = 4

/**
 * What may be personal data in a text, in its order, without overlaps. A proposal for a person to check: it may miss
 * things and find too much. Positions are those of the text in NFC, as `cleanText` keeps it.
 */
export function findPersonalData(text: string): Finding[] {
  const sheet = sheetOf(plainDigits(nfc(text)))
  for (let turn = 0; turn < mostTurns && look(sheet); turn++);
  return sheet.found.sort((a, b) => a.from - b.from)
}

/** Digits of full width, as some keyboards write them, as usual ones; every position stays. */
const plainDigits = (text: string) => text.replace(/[\uff10-\uff19]/g, (digit) => String(digit.charCodeAt(0) - 0xff10))

/** One turn; whether it found something. */
function look(sheet: Sheet): boolean {
  const before = sheet.found.length
  findNumbers(sheet)
  findPlaces(sheet)
  findPersons(sheet)
  return sheet.found.length > before
}
