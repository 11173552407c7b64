import { randomFillSync } from 'node:crypto'

const pool = Buffer.allocUnsafe(8192)
let used = pool.length

/** Random bytes drawn from a pool: one system call serves hundreds of answers. */
export function randomBytesPooled(size: number): Buffer {
  if (used + size > pool.length) {
    randomFillSync(pool)
    used = 0
  }
  const bytes = Buffer.from(pool.subarray(used, used + size))
  pool.fill(0, used, used + size)
  used += size
  return bytes
}

/** 128 random bits, base64url, 22 characters. */
export function newId(): string {
  return randomBytesPooled(16).toString('base64url')
}
