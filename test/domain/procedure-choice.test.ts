import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  matchProcedure,
  offerProcedures,
  procedureCodeIn,
  procedureText,
  suggestProcedures,
  withProcedure,
} from '../../server/domain/procedure-choice'
import { fold } from '../../server/domain/vietnamese'

const named = (code: string, name: string) => ({ code, name, field: 'Hộ tịch' })
const birth = named('1.001193', 'Đăng ký khai sinh')
const again = named('1.004772', 'Đăng ký khai sinh cho người đã có hồ sơ, giấy tờ cá nhân')
const parents = named('1.001022', 'Đăng ký nhận cha, mẹ, con')
const whole = named('1.008377.000.00.00.H13', 'Xét tuyển (cấp học bổng)')
const all = [birth, again, parents, whole]

describe('a procedure that was typed', () => {
  it.each([
    ['1.001193', birth],
    ['mã 1.001193.', birth],
    ['Đăng ký khai sinh (1.004772)', again],
    ['1.008377.000.00.00.h13', whole],
    ['dang ky khai sinh', birth],
    ['KHAI SINH', undefined],
    ['nhan cha me', parents],
    ['con me cha', parents],
    ['hoc bong', whole],
    ['ho tich', undefined],
    ['đăng ký', undefined],
    ['11.001193', undefined],
    ['', undefined],
  ])('%s', (text, expected) => {
    expect(matchProcedure(text, all)).toBe(expected)
  })

  it('is found by its own name in any writing, and never by another one', () => {
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.boolean(), fc.boolean(), (procedure, folded, apart) => {
        const name = folded ? fold(procedure.name) : procedure.name
        expect(matchProcedure(apart ? name.normalize('NFD') : name, all)).toBe(procedure)
      }),
    )
    fc.assert(
      fc.property(fc.string(), (text) => {
        const found = matchProcedure(text, all)
        if (found && !procedureCodeIn(text)) expect(suggestProcedures(text, all)).toContain(found)
      }),
    )
  })

  it('is suggested from the beginning of words, names that begin so first', () => {
    expect(suggestProcedures('khai si', all)).toEqual([birth, again])
    expect(suggestProcedures('ho tich dang', [again, birth])).toEqual([again, birth])
    expect(suggestProcedures('inh', all)).toEqual([])
  })

  it('is kept beside what else the form says', () => {
    const parsed = {
      answers: '4',
      traits: '',
      extras: '{"items":{"a":1}}',
      comment: null,
      standing: 'counted' as const,
    }
    expect(withProcedure(parsed, null)).toBe(parsed)
    const kept = withProcedure(parsed, { procedure: birth }).extras
    expect(JSON.parse(kept ?? '')).toEqual({ items: { a: 1 }, procedure: { code: '1.001193' } })
    expect(procedureText(`  a\nb\u0000${'c'.repeat(2000)}`)).toHaveLength(120)
  })
})

describe('what a point asks', () => {
  const many = Array.from({ length: 13 }, (_, i) => named(`1.${String(i).padStart(6, '0')}`, `T${i}`))
  it('follows the procedures of the point and the catalogue', () => {
    expect(offerProcedures(true, null, [])).toEqual({ kind: 'none' })
    expect(offerProcedures(true, [], many)).toEqual({ kind: 'none' })
    expect(offerProcedures(false, null, many)).toEqual({ kind: 'none' })
    expect(offerProcedures(false, [birth], [])).toEqual({ kind: 'fixed', procedure: birth })
    expect(offerProcedures(true, null, many)).toEqual({ kind: 'search', procedures: null })
    expect(offerProcedures(true, many, [])).toEqual({ kind: 'search', procedures: many })
    expect(offerProcedures(true, null, many.slice(1))).toMatchObject({ kind: 'list' })
  })
})
