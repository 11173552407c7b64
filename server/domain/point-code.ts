/** Crockford's alphabet without letters that look like digits; a code is read aloud and typed from paper. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A point's short code, 4 characters (810,000 codes), from at least 4 random bytes. */
export function newPointCode(random: Uint8Array): string {
  return [...random.subarray(0, 4)].map((byte) => alphabet[byte % alphabet.length]).join('')
}
