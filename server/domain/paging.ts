/** Where a page of a long list lies: `page` counts from 1 and is moved to the nearest there is; `skip` lines before it. */
export function pageAt(total: number, page: number, size: number): { page: number; pages: number; skip: number } {
  const pages = Math.max(1, Math.ceil(total / size))
  const shown = Math.min(Math.max(1, Math.trunc(page) || 1), pages)
  return { page: shown, pages, skip: (shown - 1) * size }
}

/** One page of a list. */
export function pageOf<T>(
  lines: readonly T[],
  page: number,
  size: number,
): { lines: T[]; page: number; pages: number } {
  const { skip, ...at } = pageAt(lines.length, page, size)
  return { lines: lines.slice(skip, skip + size), ...at }
}
