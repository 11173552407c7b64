import { compareNames } from './vietnamese'

/**
 * Kinds of offices since 01/07/2025: two levels, province and commune, with one-stop centres on both. The kind is for
 * reading and never decides where an office stands in the tree.
 */
export const officeKinds = [
  'province-committee',
  'department',
  'division',
  'unit',
  'school',
  'provincial-centre',
  'commune-committee',
  'commune-division',
  'communal-centre',
  'other',
] as const
export type OfficeKind = (typeof officeKinds)[number]

/** First and last day, YYYY-MM-DD in UTC+7, both included; null: open. */
export type Validity = { validFrom: string | null; validTo: string | null }

/** True when the office works on this day (YYYY-MM-DD). */
export function isInForce({ validFrom, validTo }: Validity, day: string): boolean {
  return (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo)
}

export type Named = { code: string; name: string }
type Place = Named & { parentCode: string | null }

/**
 * The order of the tree: every office once, a parent before its children, siblings by name as a Vietnamese reader
 * expects (then by code). Depth 0 is a root or an office whose parent is not in the list, so a part of the tree is a
 * tree. Offices whose parents form a circle are listed as well, the first by name as a root.
 */
export function treeOrder<T extends Place>(offices: readonly T[]): { office: T; depth: number }[] {
  const sorted = [...offices].sort(byName)
  const codes = new Set(sorted.map(({ code }) => code))
  const children = new Map<string | null, T[]>()
  for (const office of sorted) {
    const { parentCode } = office
    const above = parentCode !== null && codes.has(parentCode) ? parentCode : null
    const siblings = children.get(above)
    if (siblings) siblings.push(office)
    else children.set(above, [office])
  }
  const seen = new Set<string>()
  const lines: { office: T; depth: number }[] = []
  const below = (first: readonly T[]) => {
    const waiting = first.map((office) => ({ office, depth: 0 })).reverse()
    for (let line = waiting.pop(); line; line = waiting.pop()) {
      const { office, depth } = line
      if (seen.has(office.code)) continue
      seen.add(office.code)
      lines.push(line)
      const next = children.get(office.code) ?? []
      waiting.push(...next.map((child) => ({ office: child, depth: depth + 1 })).reverse())
    }
  }
  below(children.get(null) ?? [])
  for (const office of sorted) if (!seen.has(office.code)) below([office])
  return lines
}

const byName = (a: Place, b: Place) => compareNames(a.name, b.name) || (a.code < b.code ? -1 : 1)

/**
 * A circle in a whole proposed set of parents (child → parent, null at a root; unknown parents count as roots): the
 * codes on the way, each below the next, the first again at the end (`A, B, A`). Null when there is none.
 */
export function findCycle(parents: ReadonlyMap<string, string | null>): string[] | null {
  const clear = new Set<string>()
  for (const start of parents.keys()) {
    const way: string[] = []
    const position = new Map<string, number>()
    for (let code: string | null = start; code !== null && !clear.has(code); code = parents.get(code) ?? null) {
      const before = position.get(code)
      if (before !== undefined) return [...way.slice(before), code]
      position.set(code, way.length)
      way.push(code)
    }
    for (const code of way) clear.add(code)
  }
  return null
}

/** Codes of an office and everything below it, offices that were merged into one of them included. */
export function codesBelow(
  offices: readonly { code: string; parentCode: string | null; successorCode: string | null }[],
  top: string,
): Set<string> {
  const under = new Map<string, string[]>()
  for (const { code, parentCode, successorCode } of offices)
    for (const above of [parentCode, successorCode]) {
      const known = above ? under.get(above) : undefined
      if (known) known.push(code)
      else if (above) under.set(above, [code])
    }
  const found = new Set<string>()
  const waiting = [top]
  for (let code = waiting.pop(); code !== undefined; code = waiting.pop()) {
    if (found.has(code)) continue
    found.add(code)
    waiting.push(...(under.get(code) ?? []))
  }
  return found
}

type Merged = { code: string; parentCode: string | null; successorCode: string | null; validTo: string | null }

/**
 * Offices whose figures an office includes because it goes on with their work, and not because they stand below it.
 * @param from only those that still worked on this day or later; every one when it is left out
 */
export function mergedInto<T extends Merged>(offices: readonly T[], top: string, from = ''): T[] {
  const everything = codesBelow(offices, top)
  const standing = codesBelow(
    offices.map(({ code, parentCode }) => ({ code, parentCode, successorCode: null })),
    top,
  )
  const inTime = ({ validTo }: T) => validTo === null || validTo >= from
  return offices.filter((office) => everything.has(office.code) && !standing.has(office.code) && inTime(office))
}
