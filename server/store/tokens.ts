import { createHash } from 'node:crypto'

/** What is stored of a secret that travels (session, one-time link): its SHA-256, base64url. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
