/** One page of a list: `page` counts from 1 and is moved to the nearest there is. */
export function pageOf<T>(
  lines: readonly T[],
  page: number,
  size: number,
): { lines: T[]; page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(lines.length / size))
  const shown = Math.min(Math.max(1, Math.trunc(page) || 1), pages)
  return { lines: lines.slice((shown - 1) * size, shown * size), page: shown, pages }
}
