import { treeOrder, type Validity } from './organisation'
import { wordFinder } from './vietnamese'

/** Offices whose code, name or old name has every word of the text, without regard to marks and capitals. */
export function searchOffices<T extends { code: string; name: string }>(
  offices: readonly T[],
  oldNames: ReadonlyMap<string, readonly string[]>,
  text: string,
): T[] {
  const hasWords = wordFinder(text)
  return offices.filter(({ code, name }) => hasWords([code, name, ...(oldNames.get(code) ?? [])].join('\n')))
}

/** Offices by state on a day, in their order. One that begins later counts as working. */
export function pickOffices<T extends Validity>(
  offices: readonly T[],
  state: 'working' | 'closed' | 'all',
  today: string,
): T[] {
  const ended = ({ validTo }: T) => validTo !== null && validTo < today
  return offices.filter((office) => state === 'all' || ended(office) === (state === 'closed'))
}

export type TreeLine<T> = { office: T; depth: number; folded: number }

/**
 * The tree as deep as about `most` lines go: whole levels, at least two. `folded` of a line on the last level: how many
 * offices stand below it and are left out.
 */
export function foldTree<T extends { code: string; name: string; parentCode: string | null }>(
  offices: readonly T[],
  most: number,
): TreeLine<T>[] {
  const lines = treeOrder(offices)
  const depth = deepest(lines, most)
  const shown: TreeLine<T>[] = []
  for (const line of lines) {
    const last = shown.at(-1)
    if (line.depth <= depth) shown.push({ ...line, folded: 0 })
    else if (last) last.folded++
  }
  return shown
}

function deepest(lines: readonly { depth: number }[], most: number): number {
  for (let depth = 1; ; depth++) {
    const within = lines.filter((line) => line.depth <= depth).length
    if (within > most) return Math.max(1, depth - 1)
    if (within === lines.length) return depth
  }
}
