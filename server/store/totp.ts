import { Secret, TOTP } from 'otpauth'

/** What every authenticator app understands (RFC 6238): SHA-1, six digits, thirty seconds. */
const usual = { algorithm: 'SHA1', digits: 6, period: 30 }

/** A secret of 160 random bits in base32, as it is typed into an app. @param bytes 20 random bytes */
export function totpSecret(bytes: Uint8Array): string {
  return new Secret({ buffer: Uint8Array.from(bytes).buffer }).base32
}

/** What the QR code of the set-up page says: `otpauth://totp/…`. */
export function totpUri(secret: string, issuer: string, label: string): string {
  return new TOTP({ ...usual, issuer, label, secret }).toString()
}

/**
 * The time step to which a code of six digits belongs: this one, the one before or the one after, because clocks differ.
 * Null when it belongs to none. Whether it was used before is for the caller to say.
 */
export function totpStepOf(secret: string, code: string, now: Date): number | null {
  const timestamp = now.getTime()
  const delta = new TOTP({ ...usual, secret }).validate({ token: code, timestamp, window: 1 })
  return delta === null ? null : Math.floor(timestamp / (usual.period * 1000)) + delta
}
