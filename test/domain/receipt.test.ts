import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstBits, formatReceipt, parseReceipt } from '../../server/domain/receipt'

const id = fc.integer({ min: 0, max: 2 ** 35 - 1 })
const mac = fc.uint8Array({ minLength: 8, maxLength: 32 })
const letters = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ']

describe('the receipt', () => {
  it('has five groups of four letters without I, L, O, U', () => {
    expect(formatReceipt(1, new Uint8Array(8))).toMatch(/^0000-001/)
    fc.assert(
      fc.property(id, mac, (i, m) => /^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/.test(formatReceipt(i, m))),
    )
  })

  it('comes back with its id and the first 60 bits of its MAC', () => {
    fc.assert(
      fc.property(id, mac, (i, m) => {
        const receipt = parseReceipt(formatReceipt(i, m))
        expect(receipt).toEqual({ id: i, mac60: firstBits(m) })
        expect(receipt?.mac60.subarray(0, 7)).toEqual(m.subarray(0, 7))
        expect(receipt?.mac60[7]).toBe((m[7] ?? 0) & 0xf0)
      }),
    )
  })

  it('is read as people type it', () => {
    const code = formatReceipt(34_000_001, Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8]))
    const typed = code.toLowerCase().replaceAll('-', '  ').replaceAll('0', 'o').replace('1', 'l')
    expect(parseReceipt(typed)).toEqual(parseReceipt(code))
    expect(parseReceipt(` ${code.replaceAll('-', '')} `)).toEqual(parseReceipt(code))
  })

  it('notices one wrong letter and two neighbours swapped', () => {
    fc.assert(
      fc.property(id, mac, fc.nat(19), fc.constantFrom(...letters), (i, m, at, letter) => {
        const code = [...formatReceipt(i, m).replaceAll('-', '')]
        if (code[at] !== letter) expect(parseReceipt(code.with(at, letter).join(''))).toBeNull()
        const [a, b] = [code[at], code[at + 1]]
        if (a && b && a !== b)
          expect(
            parseReceipt(
              code
                .with(at, b)
                .with(at + 1, a)
                .join(''),
            ),
          ).toBeNull()
      }),
    )
  })

  it('refuses other texts', () => {
    for (const text of ['', 'abc', 'UUUU-UUUU-UUUU-UUUU-UUUU', '0'.repeat(21), 'đ'.repeat(20)])
      expect(parseReceipt(text)).toBeNull()
    expect(() => formatReceipt(2 ** 35, new Uint8Array(8))).toThrow(RangeError)
    expect(() => formatReceipt(1, new Uint8Array(7))).toThrow(RangeError)
  })
})
