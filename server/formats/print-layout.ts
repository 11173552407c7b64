/** What a column needs, in ems: the longest word it must hold, the longest line it would like to hold. */
export type Need = { least: number; wanted: number; figure: boolean }

/** A table on A4: sizes in points; each part holds some of the columns (by position) and their widths. */
export type Layout = { landscape: boolean; size: number; parts: { columns: number[]; widths: number[] }[] }

/** In points, after Nghị định 30/2020/NĐ-CP: left 30 mm, right, top and bottom 20 mm. */
export const margins = { left: 85, right: 56.7, top: 56.7, bottom: 56.7 }
export const cellPadding = 3

const a4 = { short: 595.28, long: 841.89 }
const besides = margins.left + margins.right
const room = { portrait: a4.short - besides, landscape: a4.long - besides }
/** From the most pleasant down; 14 ems are a column of text that reads well. */
const sheets = [
  { landscape: false, size: 12 },
  { landscape: false, size: 11 },
  { landscape: true, size: 12 },
  { landscape: true, size: 11 },
  { landscape: true, size: 10 },
  { landscape: true, size: 9 },
] as const
const smallest = sheets[sheets.length - 1]
const readable = 14

/** The first sheet that holds all columns in one table; null when none does. */
export function fitOneTable(needs: readonly Need[]): Layout | null {
  const columns = needs.map((_, i) => i)
  for (const { landscape, size } of sheets) {
    const width = landscape ? room.landscape : room.portrait
    const bases = needs.map((need) => baseWidth(need, size))
    if (sum(bases) <= width) return { landscape, size, parts: [{ columns, widths: spread(needs, bases, size, width) }] }
  }
  return null
}

/** Several tables one after another, each beginning with the first column, which names the row. */
export function fitInParts(needs: readonly Need[]): Layout {
  const { landscape, size } = smallest ?? { landscape: true, size: 9 }
  const bases = needs.map((need) => baseWidth(need, size))
  const groups: number[][] = []
  let used = Number.POSITIVE_INFINITY
  for (let i = 1; i < needs.length; i++) {
    const width = bases[i] ?? 0
    if (used + width > room.landscape) {
      groups.push([0])
      used = bases[0] ?? 0
    }
    groups[groups.length - 1]?.push(i)
    used += width
  }
  const parts = groups.map((columns) => {
    const own = (i: number) => bases[i] ?? 0
    const widths = spread(
      columns.flatMap((i) => needs[i] ?? []),
      columns.map(own),
      size,
      room.landscape,
    )
    return { columns, widths }
  })
  return { landscape, size, parts }
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
const around = 2 * cellPadding + 1
const baseWidth = ({ least, wanted }: Need, size: number) => Math.max(least, Math.min(wanted, readable)) * size + around

/** Gives what is left first to columns that want more, then to columns of text. */
function spread(needs: readonly Need[], bases: readonly number[], size: number, width: number): number[] {
  const missing = needs.map(({ wanted }, i) => Math.max(0, wanted * size + around - (bases[i] ?? 0)))
  const left = width - sum(bases)
  const given = Math.min(1, left / Math.max(1, sum(missing)))
  const widths = bases.map((base, i) => base + (missing[i] ?? 0) * given)
  const rest = width - sum(widths)
  const texts = needs.map(({ figure, wanted }, i) => (figure || wanted < 3 ? 0 : (widths[i] ?? 0)))
  const weights = sum(texts) > 0 ? texts : widths
  return widths.map((own, i) => own + (rest * (weights[i] ?? 0)) / Math.max(1, sum(weights)))
}
