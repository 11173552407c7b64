export const passwordProblems = ['too-short', 'too-long', 'same-as-login'] as const
export type PasswordProblem = (typeof passwordProblems)[number]

export const shortestPassword = 10
const longestPassword = 200

/**
 * What keeps a password from being used, or null. Length is what protects; classes of characters are not asked for
 * (NIST SP 800-63B). Counted in characters as a person sees them after composing.
 */
export function passwordProblem(password: string, login: string): PasswordProblem | null {
  const composed = password.normalize('NFC')
  const length = [...composed].length
  if (length < shortestPassword) return 'too-short'
  if (length > longestPassword) return 'too-long'
  return composed.toLowerCase() === login.normalize('NFC').toLowerCase() ? 'same-as-login' : null
}

/** A login: letters without marks, digits, dot, hyphen, underscore, `@`; 3 to 60 characters, lower case. */
export function isLogin(text: string): boolean {
  return /^[a-z0-9][a-z0-9._@-]{2,59}$/.test(text)
}
