import { createHmac, timingSafeEqual } from 'node:crypto'
import { type FeedbackCase, findCase } from '../../db/cases'
import type { Db } from '../../db/schema'
import { newSecret, readCaseCode, readSecret } from '../domain/case-code'
import type { Keys } from '../store/keys'

type KeyDeps = { keys: Pick<Keys, 'secret'> }

/** What is stored of a look-up code: its keyed hash. */
export function hashSecret({ keys }: KeyDeps, secret: string): string {
  return mac(keys, 'case secret', secret).toString('base64url')
}

/**
 * The look-up code of what a form sends, always the same for the same id, so that a form sent twice gets the same reply;
 * 75 bits that nobody can work out without the key.
 */
export function secretOf({ keys }: KeyDeps, clientId: string): string {
  return newSecret(mac(keys, 'case of', clientId))
}

/** What is stored of the id that a form made; whoever reads it cannot work out the look-up code. */
export function hashClientId({ keys }: KeyDeps, clientId: string): string {
  return mac(keys, 'case id', clientId).toString('base64url')
}

/** The case of a code and its look-up code as they were typed; null when either is wrong. The work is the same. */
export async function openBySecret(
  deps: KeyDeps & { db: Db },
  typedCode: string,
  typedSecret: string,
): Promise<FeedbackCase | null> {
  const found = await findCase(deps.db, readCaseCode(typedCode) ?? '')
  const given = Buffer.from(hashSecret(deps, readSecret(typedSecret) ?? ''))
  const kept = Buffer.from(found?.secretHash ?? hashSecret(deps, 'nobody'))
  const same = given.length === kept.length && timingSafeEqual(given, kept)
  return found && same && readSecret(typedSecret) ? found : null
}

const mac = (keys: KeyDeps['keys'], purpose: string, text: string) =>
  createHmac('sha256', keys.secret).update(`${purpose}\n${text}`).digest()
