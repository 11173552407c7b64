import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const ivSize = 12
const tagSize = 16

/**
 * Encrypts a text with AES-256-GCM. `purpose` is proved along with it, so that what was sealed for one thing or person
 * opens for no other.
 * @param key 32 bytes
 * @returns base64url of nonce, tag and ciphertext
 */
export function seal(key: Buffer, purpose: string, text: string): string {
  const iv = randomBytes(ivSize)
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: tagSize }).setAAD(Buffer.from(purpose))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** The text; null when it was sealed with another key or for another purpose, or was changed. */
export function unseal(key: Buffer, purpose: string, sealed: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url')
  if (bytes.length < ivSize + tagSize) return null
  const iv = bytes.subarray(0, ivSize)
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: tagSize }).setAAD(Buffer.from(purpose))
  decipher.setAuthTag(bytes.subarray(ivSize, ivSize + tagSize))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(ivSize + tagSize)), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}
