import { nearestOfficeCode } from '../domain/office-codes'
import type { Fault } from './faults'

/** Codes by what stays of them without signs between. */
export type Nearly = ReadonlyMap<string, readonly string[]>

const plain = (code: string) => (nearestOfficeCode(code) ?? code).replace(/[._-]/g, '')

export function nearlyCalled(codes: readonly string[]): Nearly {
  const nearly = new Map<string, string[]>()
  for (const code of codes) nearly.set(plain(code), [...(nearly.get(plain(code)) ?? []), code])
  return nearly
}

/** The fault of a code that is not there, with those that are nearly the same. */
export function unknownOffice(value: string, nearly: Nearly, at: Pick<Fault, 'line' | 'column'>): Fault {
  return { code: 'unknown-office', ...at, value, expected: (nearly.get(plain(value)) ?? []).slice(0, 3) }
}
