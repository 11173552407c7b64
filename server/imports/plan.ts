/** What one line of a file makes of a thing: `before` is null when it is new. */
export type Change<R> = { line: number; before: R | null; after: R }
/** What a whole file would do; `same`: lines that change nothing. */
export type Plan<R> = { changes: readonly Change<R>[]; same: number }

/** Lines that change nothing are only counted. Equal means the same value in every field. */
export function planOf<R extends object>(lines: readonly Change<R>[]): Plan<R> {
  const changes = lines.filter(({ before, after }) => before === null || differences(before, after).length > 0)
  return { changes, same: lines.length - changes.length }
}

/** The fields in which two records differ. */
export function differences<R extends object>(before: R, after: R): (keyof R & string)[] {
  return (Object.keys(after) as (keyof R & string)[]).filter((key) => before[key] !== after[key])
}

/** The value after the import: what the cell says, `empty` for an empty cell; without such a column it stays. */
export function settle<T>(given: T | null | undefined, before: T | undefined, empty: T): T {
  return given === undefined ? (before ?? empty) : (given ?? empty)
}
