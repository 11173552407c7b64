type Link = { code: string; officeCode: string; replacedBy: string | null }

/** By code: the codes that lead to it, youngest first; those without any are missing. */
export function codesBefore(points: readonly Pick<Link, 'code' | 'replacedBy'>[]): Map<string, string[]> {
  const next = new Map(points.map(({ code, replacedBy }) => [code, replacedBy]))
  const before = new Map<string, string[]>()
  const replaced = new Set(points.map(({ replacedBy }) => replacedBy))
  // From the oldest of each chain on; who wrote a circle by hand finds none here.
  for (const { code } of points.filter((point) => !replaced.has(point.code))) {
    const older: string[] = []
    for (let at = code, up = next.get(at); up && !older.includes(at); at = up, up = next.get(at)) {
      older.unshift(at)
      before.set(up, [...older, ...(before.get(up) ?? []).filter((one) => !older.includes(one))])
    }
  }
  return before
}

/**
 * By code: the point that goes on with it in the same office, itself when none does. A point whose office merged goes
 * on elsewhere, so it stays the last one of its own office.
 */
export function lastInOffice(points: readonly Link[]): Map<string, string> {
  const byCode = new Map(points.map((point) => [point.code, point]))
  const lastOf = (point: Link): string => {
    let last = point
    for (let left = points.length; left > 0; left--) {
      const next = last.replacedBy === null ? undefined : byCode.get(last.replacedBy)
      if (!next || next.officeCode !== point.officeCode) break
      last = next
    }
    return last.code
  }
  return new Map(points.map((point) => [point.code, lastOf(point)]))
}
