import { type PublicationPlace, publicationPlaces } from './case-words'
import { type FormValues, lineOf } from './form-values'
import { readDay } from './period'

/** Where else an answer can be published; the own page lists itself. */
export const otherPlaces = publicationPlaces.filter((place) => place !== 'own-page')

/** `publishedOn`: YYYY-MM-DD. `note`: how one can prove it, or what the place is called. */
export type PlaceInput = { place: PublicationPlace; link: string; publishedOn: string; note: string }
export const placeFaults = ['place', 'link', 'day', 'future', 'before', 'proof', 'note'] as const
export type PlaceFault = { code: (typeof placeFaults)[number]; field: string }

/**
 * Reads the form of a place of publication: `place`, `link`, `on`, `note`. A place without a link or a note proves
 * nothing, unless a file is sent along.
 * @param answeredOn no answer is published before it was given
 */
export function readPlace(
  values: FormValues,
  { today, answeredOn, hasFile }: { today: string; answeredOn: string; hasFile: boolean },
): { ok: true; value: PlaceInput } | { ok: false; faults: PlaceFault[] } {
  const faults: PlaceFault[] = []
  const refuse = (code: PlaceFault['code'], field: string) => faults.push({ code, field })
  const place = otherPlaces.find((one) => one === lineOf(values, 'place'))
  const publishedOn = readDay(lineOf(values, 'on'))
  const link = lineOf(values, 'link')
  const note = lineOf(values, 'note')
  if (!place) refuse('place', 'place')
  if (link !== '' && !isWebAddress(link)) refuse('link', 'link')
  if (publishedOn === null) refuse('day', 'on')
  else if (publishedOn > today) refuse('future', 'on')
  else if (publishedOn < answeredOn) refuse('before', 'on')
  if (note.length > 500) refuse('note', 'note')
  if (link === '' && note === '' && !hasFile) refuse('proof', 'note')
  if (faults.length > 0 || !place || publishedOn === null) return { ok: false, faults }
  return { ok: true, value: { place, link, publishedOn, note } }
}

/** A page of the web that a link may lead to: http or https, no name or password in it. */
export function isWebAddress(text: string): boolean {
  if (text.length > 500 || /\s/.test(text) || !URL.canParse(text)) return false
  const { protocol, username, password, hostname } = new URL(text)
  return /^https?:$/.test(protocol) && username === '' && password === '' && hostname.includes('.')
}
