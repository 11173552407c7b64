import { getHead } from '../../db/log'
import type { Db } from '../../db/schema'
import { peakCount, rootOf } from '../domain/merkle'
import { sha256 } from './leaf'

const hashLength = 32

/**
 * The peaks of a tree of `size` leaves from the bytes stored in `log_head`.
 * @throws when their number does not fit the size: the log cannot be continued on damaged peaks
 */
export function unpackPeaks(bytes: Uint8Array, size: number): Uint8Array[] {
  const count = peakCount(size)
  if (bytes.length !== count * hashLength) throw new Error(`the log of ${size} entries does not fit its peaks`)
  return Array.from({ length: count }, (_, i) => bytes.subarray(i * hashLength, (i + 1) * hashLength))
}

export function packPeaks(peaks: readonly Uint8Array[]): Buffer {
  return Buffer.concat(peaks)
}

/** SHA-256 root of a log with these peaks, 64 hexadecimal digits. */
export function rootText(peaks: readonly Uint8Array[]): string {
  return Buffer.from(rootOf(sha256, peaks)).toString('hex')
}

/** The state of the log that a closed period is bound to: number of entries and their root in hexadecimal. */
export async function logRoot(db: Db): Promise<{ size: number; root: string }> {
  const { size, peaks } = await getHead(db)
  return { size, root: rootText(unpackPeaks(peaks, size)) }
}

/** What a snapshot stores beside its figures so that a later change shows: SHA-256 of the text, hexadecimal. */
export function figuresHash(figures: string): string {
  return sha256(figures).toString('hex')
}
