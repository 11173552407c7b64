import { hash, verify } from '@node-rs/argon2'

/** OWASP's second choice for argon2id: 19 MiB, two passes, about 30 ms. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Hash of random bytes that nobody kept, checked when the login does not exist, so that both cases take as long. */
const nobody = '$argon2id$v=19$m=19456,t=2,p=1$cZRNXLslI01mACb+ztrYOA$hmuQt97HphxUHIz/hCGgertr1T1ZOR/p6WX46czMzY0'

/** Composed letters, because keyboards and phones send "ữ" in different ways. */
const composed = (password: string) => password.normalize('NFC')

/** An argon2id hash with its own salt, as one line of text. */
export function hashPassword(password: string): Promise<string> {
  return hash(composed(password), cost)
}

/** True when the password belongs to the hash; the same work, and false, when there is no hash. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const matches = await verify(passwordHash ?? nobody, composed(password))
  return matches && passwordHash !== null
}
