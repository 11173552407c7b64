import fc from 'fast-check'
import { expect, it } from 'vitest'
import { formatCaseCode, newSecret, readCaseCode, readSecret } from '../../server/domain/case-code'

it('a code is read as people type it', () => {
  expect(formatCaseCode('SGDDT', 2026, 123)).toBe('SGDDT-26-000123')
  for (const typed of ['SGDDT-26-000123', ' sgddt 26 123', 'sgddt–26–0123'])
    expect(readCaseCode(typed)).toBe('SGDDT-26-000123')
  expect(readCaseCode('THPT-A.1-26-000001')).toBe('THPT-A.1-26-000001')
  for (const typed of ['', 'SGDDT', '26-123', 'SGDDT-2026-1', 'PAKN.20260820.0009'])
    expect(readCaseCode(typed)).toBeNull()
})

const bytes = fc.uint8Array({ minLength: 10, maxLength: 32 })

it('a look-up code is read whatever its case, dashes and spaces, with O for 0 and I for 1', () => {
  fc.assert(
    fc.property(bytes, (random) => {
      const secret = newSecret(random)
      expect(secret).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/)
      const typed = secret.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
      expect(readSecret(typed)).toBe(secret)
    }),
  )
})

it('a wrong letter or two swapped ones are noticed', () => {
  fc.assert(
    fc.property(bytes, fc.nat(15), fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'), (random, at, letter) => {
      const plain = newSecret(random).replaceAll('-', '')
      const wrong = plain.slice(0, at) + letter + plain.slice(at + 1)
      expect(readSecret(wrong) === null).toBe(wrong !== plain)
      const swapped = plain.slice(0, 3) + plain[4] + plain[3] + plain.slice(5)
      expect(readSecret(swapped) === null).toBe(swapped !== plain)
    }),
  )
})
