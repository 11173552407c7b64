import { setImmediate as breathe } from 'node:timers/promises'

const rowsPerStatement = 500

/** Writes many rows in statements of 500, letting others run between them. */
export async function inBatches<T>(
  rows: readonly T[],
  write: (batch: readonly T[]) => Promise<unknown>,
): Promise<void> {
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    await write(rows.slice(start, start + rowsPerStatement))
    await breathe()
  }
}
