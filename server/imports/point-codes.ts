/** Points by code, and by the number that a spreadsheet makes of a code such as `7E22` or `0042`. */
export type PointsByName<P> = ReadonlyMap<string, P>

export function pointsByName<P extends { code: string }>(points: readonly P[]): PointsByName<P> {
  const numbers = points.filter((point) => !Number.isNaN(Number(point.code)))
  return new Map([
    ...numbers.map((point) => [String(Number(point.code)), point] as const),
    ...points.map((point) => [point.code.toUpperCase(), point] as const),
  ])
}

/** The point that a file names, in any case. */
export function findPointByName<P>(points: PointsByName<P>, name: string): P | null {
  return points.get(name.toUpperCase()) ?? (name === '' ? null : (points.get(`${Number(name)}`) ?? null))
}
