type Link = { code: string; officeCode: string; replacedBy: string | null }

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
