/**
 * What a thrown database error means, on both engines. Codes are SQLite's extended result names and PostgreSQL's
 * SQLSTATE classes.
 */
function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' ? code : ''
}

/** A unique or primary key was already taken. */
export function isUnique(error: unknown): boolean {
  return /^(SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY|ROWID)|23505)$/.test(codeOf(error))
}

/** Somebody else holds the lock, or a serializable transaction must be run again. */
export function isBusy(error: unknown): boolean {
  return /^(SQLITE_BUSY|SQLITE_LOCKED|40001|40P01|55P03)/.test(codeOf(error))
}

/** The disk is full or fails; nothing of the transaction was kept. */
export function isFull(error: unknown): boolean {
  return /^(SQLITE_FULL|SQLITE_IOERR|53100|53200|58030|ENOSPC)/.test(codeOf(error))
}

/** The database server cannot be reached; whether the last commit arrived is unknown. */
export function isGone(error: unknown): boolean {
  if (/^(08|57P0|53300|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH)/.test(codeOf(error))) return true
  return error instanceof Error && /^(Connection terminated|Client has encountered|timeout exc)/.test(error.message)
}

/** The values of one row were refused (key, type, text that cannot be stored); other rows are not touched. */
export function isRowFault(error: unknown): boolean {
  const code = codeOf(error)
  if (code.startsWith('SQLITE_')) return /^SQLITE_(CONSTRAINT|MISMATCH|TOOBIG)/.test(code)
  return error instanceof TypeError || error instanceof RangeError || /^2[23]/.test(code)
}

/** The database could not keep the answer: `full` disk, `locked` by another program, or `gone`. Trying again is safe. */
export class StorageFailed extends Error {
  readonly reason: 'full' | 'locked' | 'gone'
  constructor(reason: StorageFailed['reason'], cause: unknown) {
    super(`storage failed: ${reason}`, { cause })
    this.reason = reason
  }
}

/** What writing threw, as `StorageFailed` when it is the storage's fault; anything else as it is. */
export function toStorageFailure(error: unknown): unknown {
  if (isFull(error)) return new StorageFailed('full', error)
  if (isBusy(error)) return new StorageFailed('locked', error)
  return isGone(error) ? new StorageFailed('gone', error) : error
}
