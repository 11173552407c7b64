/**
 * Every circle in a set of things that each lead to at most one other (unknown ones lead nowhere): the codes on the way,
 * the first again at the end. Circles of such a set never touch.
 */
export function findCycles(next: ReadonlyMap<string, string | null>): string[][] {
  const seen = new Set<string>()
  const cycles: string[][] = []
  for (const start of next.keys()) {
    const way = new Map<string, number>()
    let code: string | null = start
    for (; code !== null && !seen.has(code); code = next.get(code) ?? null) {
      seen.add(code)
      way.set(code, way.size)
    }
    const entered = code === null ? undefined : way.get(code)
    if (code !== null && entered !== undefined) cycles.push([...[...way.keys()].slice(entered), code])
  }
  return cycles
}
