import { nearestOfficeCode } from '../domain/office-codes'
import type { Fault } from './faults'

/** Codes that are nearly the given one. */
export type Nearly = (code: string) => readonly string[]

const plain = (code: string) => (nearestOfficeCode(code) ?? code).replace(/[._-]/g, '')

/** Compares codes without the signs between; what is known is looked through once, and only when somebody asks. */
export function nearlyCalled(codes: Iterable<string>): Nearly {
  let byPlain: Map<string, string[]> | null = null
  const index = () => {
    const found = new Map<string, string[]>()
    for (const code of codes) found.set(plain(code), [...(found.get(plain(code)) ?? []), code])
    return found
  }
  return (code) => {
    byPlain ??= index()
    return byPlain.get(plain(code)) ?? []
  }
}

/** The fault of a code that is not there, with those that are nearly the same. */
export function unknownOffice(value: string, nearly: Nearly, at: Pick<Fault, 'line' | 'column'>): Fault {
  return { code: 'unknown-office', ...at, value, expected: nearly(value).slice(0, 3) }
}
