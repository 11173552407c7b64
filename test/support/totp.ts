import { Secret, TOTP } from 'otpauth'

/** The code that an app on a telephone shows at a moment. @param secret base32, with or without spaces */
export function codeAt(secret: string, instant: string): string {
  const totp = new TOTP({ secret: Secret.fromBase32(secret.replace(/\s/g, '')) })
  return totp.generate({ timestamp: Date.parse(instant) })
}

/** The secret that a set-up page shows for typing. */
export function secretOn(html: string): string {
  return /<p class="seal">([A-Z2-7 ]+)<\/p>/.exec(html)?.[1]?.replace(/\s/g, '') ?? ''
}

/** The recovery codes of a page. */
export function recoveryCodesOn(html: string): string[] {
  return [...html.matchAll(/<li>([2-9A-Z]{5}-[2-9A-Z]{5})<\/li>/g)].map(([, code = '']) => code)
}
