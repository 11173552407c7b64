/** Fewer answers than this are not shown in public and enter no mean. */
export const hiddenBelow = 5
/** From here on a rate is shown without a remark, and an office may be ranked. */
export const reliableFrom = 30

/** What may be said with `n` answers: nothing in public, only as a hint, or as it stands. */
export const reliabilities = ['hidden', 'low', 'ok'] as const
export type Reliability = (typeof reliabilities)[number]

export function reliabilityOf(n: number, minimum = hiddenBelow): Reliability {
  if (n < minimum) return 'hidden'
  return n < reliableFrom ? 'low' : 'ok'
}

/**
 * Which parts of an additive table stay hidden when its total is shown: those with fewer than `minimum` answers, and
 * then the smallest others until the hidden parts together cannot be told apart by subtraction (at least two parts,
 * at least `minimum` answers). Parts without answers show that they are empty and hide nobody.
 * When the total itself is too small every part that has answers is hidden.
 * @param sizes number of answers of each part (rows of a table, months of a quarter)
 * @returns for each part whether it is hidden
 */
export function hiddenParts(sizes: readonly number[], minimum = hiddenBelow): boolean[] {
  const hidden = sizes.map((n) => n > 0 && n < minimum)
  if (!hidden.includes(true)) return hidden
  const others = sizes.map((n, i) => ({ n, i })).filter(({ n }) => n >= minimum)
  others.sort((a, b) => b.n - a.n)
  while (isRecoverable(sizes, hidden, minimum)) {
    const smallest = others.pop()
    if (!smallest) break
    hidden[smallest.i] = true
  }
  return hidden
}

function isRecoverable(sizes: readonly number[], hidden: readonly boolean[], minimum: number): boolean {
  const concealed = sizes.filter((_, i) => hidden[i])
  return concealed.length < 2 || concealed.reduce((sum, n) => sum + n, 0) < minimum
}

/**
 * The same for a table of rows by criteria with totals and with means in each row: which criteria of which row are
 * hidden. They must be left out of that row's means too (`withoutCriteria` of `summarise`), else a mean gives one back.
 * @param rows for each row the number of answers of each criterion, all of equal length
 */
export function hiddenCells(rows: readonly (readonly number[])[], minimum = hiddenBelow): boolean[][] {
  const width = rows[0]?.length ?? 0
  const columns = Array.from({ length: width }, (_, c) =>
    hiddenParts(
      rows.map((row) => row[c] ?? 0),
      minimum,
    ),
  )
  return rows.map((_, r) => columns.map((column) => column[r] ?? false))
}
