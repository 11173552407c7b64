const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const idSymbols = 7
const macSymbols = 12
const largestId = 2 ** 35 - 1

export type Receipt = { id: number; mac60: Uint8Array }

/**
 * The code on a receipt, `XXXX-XXXX-XXXX-XXXX-XXXX` in Crockford base32: 35 bits of the response's id, the first
 * 60 bits of a MAC over it (made by the caller, at least 8 bytes), 5 check bits. Nothing of it is stored.
 */
export function formatReceipt(id: number, mac: Uint8Array): string {
  if (!Number.isSafeInteger(id) || id < 0 || id > largestId) throw new RangeError(`receipt of id ${id}`)
  if (mac.length < 8) throw new RangeError('receipt with a MAC under 8 bytes')
  const symbols = [...idToSymbols(id), ...macToSymbols(mac)]
  const code = [...symbols, checkOf(symbols)].map((symbol) => alphabet[symbol]).join('')
  return code.replace(/(.{4})(?=.)/g, '$1-')
}

/**
 * Reads a code as people type it: any case, with or without dashes and spaces, O for 0, I and L for 1.
 * Null when it cannot be a receipt: another length or letter, or the check symbol is wrong (every single wrong letter
 * and every two letters swapped are noticed). Compare `mac60` with `firstBits(mac)` of the id's MAC.
 */
export function parseReceipt(text: string): Receipt | null {
  const code = text.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  if (code.length !== idSymbols + macSymbols + 1) return null
  const symbols = [...code].map((letter) => alphabet.indexOf(letter))
  const check = symbols.pop()
  if (symbols.includes(-1) || check !== checkOf(symbols)) return null
  const id = symbols.slice(0, idSymbols).reduce((sum, symbol) => sum * 32 + symbol, 0)
  return { id, mac60: symbolsToMac(symbols.slice(idSymbols)) }
}

/** The 60 bits of a MAC that a receipt carries, as 8 bytes whose last four bits are 0. */
export function firstBits(mac: Uint8Array): Uint8Array {
  return symbolsToMac(macToSymbols(mac))
}

function idToSymbols(id: number): number[] {
  return Array.from({ length: idSymbols }, (_, i) => Math.floor(id / 32 ** (idSymbols - 1 - i)) % 32)
}

function macToSymbols(mac: Uint8Array): number[] {
  return Array.from({ length: macSymbols }, (_, i) => {
    const byte = (i * 5) >> 3
    const pair = ((mac[byte] ?? 0) << 8) | (mac[byte + 1] ?? 0)
    return (pair >> (11 - ((i * 5) & 7))) & 31
  })
}

function symbolsToMac(symbols: number[]): Uint8Array {
  const bytes = new Uint8Array(8)
  symbols.forEach((symbol, i) => {
    const byte = (i * 5) >> 3
    const pair = symbol << (11 - ((i * 5) & 7))
    bytes[byte] = (bytes[byte] ?? 0) | (pair >> 8)
    if (byte < 7) bytes[byte + 1] = (bytes[byte + 1] ?? 0) | (pair & 255)
  })
  return bytes
}

/** Horner's rule in GF(32) with x⁵ + x² + 1: each place has its own weight, so a swap changes the sum. */
function checkOf(symbols: number[]): number {
  return symbols.reduce((sum, symbol) => double(sum ^ symbol), 0)
}

function double(value: number): number {
  return value & 16 ? ((value << 1) ^ 0b100101) & 31 : value << 1
}
