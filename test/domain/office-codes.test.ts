import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeFromName, isAgencyId, isOfficeCode, nearestOfficeCode } from '../../server/domain/office-codes'
import { findOfficeFaults, type OfficeFacts } from '../../server/domain/office-faults'

const office = (code: string, change: Partial<OfficeFacts> = {}): OfficeFacts => ({
  ...{ code, name: code, parentCode: null, agencyId: null, successorCode: null, guidedByCode: null },
  ...{ validFrom: null, validTo: null },
  ...change,
})

describe('codes of offices', () => {
  it('are 2–20 capitals, digits and signs between them', () => {
    for (const code of ['CQ', 'CQ-1', 'THPT-CHU-VAN-AN', 'H13.02', 'P_1', '01', 'X'.repeat(20)])
      expect([code, isOfficeCode(code)]).toEqual([code, true])
    for (const code of ['', 'C', 'cq', 'C Q', 'SỞ', '..', '-A', 'A.', 'A/B', 'X'.repeat(21), ' CQ', 'CQ\n'])
      expect([code, isOfficeCode(code)]).toEqual([code, false])
  })

  it('are offered in the right form when they were typed otherwise', () => {
    expect(nearestOfficeCode('thpt chu văn an')).toBe('THPT-CHU-VAN-AN')
    expect(nearestOfficeCode(' Phòng 1 ')).toBe('PHONG-1')
    expect(nearestOfficeCode('đ/c 2')).toBe('D-C-2')
    expect(nearestOfficeCode('…')).toBeNull()
    const some = fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }))
    fc.assert(
      fc.property(some, (text) => {
        const nearest = nearestOfficeCode(text)
        if (nearest !== null) expect(isOfficeCode(nearest)).toBe(true)
        if (isOfficeCode(text)) expect(nearest).toBe(text)
      }),
    )
  })

  it('are proposed from a name', () => {
    const propose = (name: string, ...taken: string[]) => codeFromName(name, new Set(taken))
    expect(propose('Trường THPT Nguyễn Trãi')).toBe('THPT-NGUYEN-TRAI')
    expect(propose('Sở Giáo dục và Đào tạo')).toBe('GIAO-DUC-VA-DAO-TAO')
    expect(propose('Phòng Văn hóa – Xã hội')).toBe('PHONG-VAN-HOA-XA-HOI')
    expect(propose('Trung tâm Phục vụ hành chính công tỉnh Lâm Đồng')).toBe('TTPVHCCTLD')
    expect(propose('Sở', 'SO')).toBe('SO-2')
    expect(propose('Sở', 'SO', 'SO-2')).toBe('SO-3')
    expect(propose('???')).toBeNull()
    const taken = new Set(['PHONG-MOT', 'X'.repeat(20)])
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const code = codeFromName(name, taken)
        if (code !== null) expect([isOfficeCode(code), taken.has(code)]).toEqual([true, false])
      }),
    )
    expect(propose('X'.repeat(20), 'X'.repeat(20))).toBe(`${'X'.repeat(18)}-2`)
  })

  it('have identifiers of agencies beside them', () => {
    for (const id of ['H13', 'H13.02.05', 'A01.1A', 'Y99']) expect([id, isAgencyId(id)]).toEqual([id, true])
    for (const id of ['', 'Z13', 'H1', 'H13.', 'H13..2', 'h13', '000.03.12.H13'])
      expect([id, isAgencyId(id)]).toEqual([id, false])
  })
})

describe('a proposed set of offices', () => {
  const faultsOf = (...offices: OfficeFacts[]) => findOfficeFaults(offices).map(({ code, fault }) => `${code} ${fault}`)

  it('has nothing wrong when it is a tree with validity and successors', () => {
    const closed = office('OLD', { parentCode: 'SO', validTo: '2026-06-30', successorCode: 'NEW' })
    expect(faultsOf(office('SO'), closed, office('NEW', { parentCode: 'SO', guidedByCode: 'SO' }))).toEqual([])
  })

  it('names everything that is wrong', () => {
    expect(faultsOf(office('so'))).toEqual(['so bad-code'])
    expect(faultsOf(office('SO'), office('SO'))).toEqual(['SO duplicate-code'])
    expect(faultsOf(office('SO', { agencyId: 'h13', validFrom: '2026-02-30', validTo: '1/2' }))).toEqual([
      'SO bad-agency-id',
      'SO bad-valid-from',
      'SO bad-valid-to',
    ])
    const backwards = { validFrom: '2026-02-02', validTo: '2026-02-01' }
    expect(faultsOf(office('SO', backwards))).toEqual(['SO ends-before-start'])
    expect(faultsOf(office('SO', { parentCode: 'X', successorCode: 'Y', guidedByCode: 'Z' }))).toEqual([
      'SO unknown-parent',
      'SO unknown-successor',
      'SO unknown-guide',
      'SO successor-without-end',
    ])
    expect(faultsOf(office('SO', { successorCode: 'SO', guidedByCode: 'SO', validTo: '2026-01-01' }))).toEqual([
      'SO own-successor',
      'SO own-guide',
    ])
  })

  it('has nothing that works below what has ended', () => {
    const ended = office('SO', { validTo: '2026-06-30' })
    expect(faultsOf(ended, office('P1', { parentCode: 'SO' }))).toEqual(['P1 open-under-closed'])
    expect(faultsOf(ended, office('P1', { parentCode: 'SO', validTo: '2026-07-01' }))).toEqual(['P1 open-under-closed'])
    expect(faultsOf(ended, office('P1', { parentCode: 'SO', validTo: '2026-06-30' }))).toEqual([])
  })

  it('names circles of parents and of successors', () => {
    const circle = findOfficeFaults([office('AA', { parentCode: 'BB' }), office('BB', { parentCode: 'AA' })])
    expect(circle).toEqual([{ code: 'AA', fault: 'cycle', path: ['AA', 'BB', 'AA'] }])
    const ended = { validTo: '2026-01-01' }
    const heirs = [office('AA', { ...ended, successorCode: 'BB' }), office('BB', { ...ended, successorCode: 'AA' })]
    expect(faultsOf(...heirs)).toEqual(['AA successor-cycle'])
  })
})
