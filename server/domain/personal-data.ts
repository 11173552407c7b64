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

/**
 * What may be personal data in a text, in its order, without overlaps. A proposal for a person to check: it may miss
 * things and find too much. Positions are those of the text in NFC, as `cleanText` keeps it.
 */
export function findPersonalData(text: string): Finding[] {
  const found = /(?<!\d)0\d{9}(?!\d)/g
  return [...text.normalize('NFC').matchAll(found)].map(({ index, 0: { length } }) => ({
    from: index,
    to: index + length,
    kind: 'phone',
  }))
}
