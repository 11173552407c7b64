/** Letters and digits that nobody confuses; 32 of them, five bits each. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const length = 10

export const recoveryCodeCount = 10

/** A code such as `7F3KM-9H5NQ`: 50 bits. @param bytes at least 10 random bytes */
export function makeRecoveryCode(bytes: Uint8Array): string {
  const letters = Array.from(bytes.subarray(0, length), (byte) => alphabet[byte & 31]).join('')
  return `${letters.slice(0, 5)}-${letters.slice(5)}`
}

/** What somebody typed for the second step: a code of the app (`123 456`), a recovery code in its one form, or neither. */
export function readSecondStep(text: string): { kind: 'totp' | 'recovery'; code: string } | null {
  const bare = text.replace(/[\s.-]/g, '').toUpperCase()
  if (/^\d{6}$/.test(bare)) return { kind: 'totp', code: bare }
  const isRecovery = bare.length === length && [...bare].every((letter) => alphabet.includes(letter))
  return isRecovery ? { kind: 'recovery', code: `${bare.slice(0, 5)}-${bare.slice(5)}` } : null
}
