import { expect, it } from 'vitest'
import type { Office } from '../../db/offices'
import { officeChoices, officeOptions } from '../../server/office-options'

const office = (code: string, parentCode: string | null, validTo: string | null = null) =>
  ({ code, name: `Đơn vị ${code}`, parentCode, validFrom: null, validTo }) as Office

const tree = [office('C', 'B'), office('B', 'A', '2026-01-31'), office('A', null)]

it('offices to choose from stand in the order of the tree, those below drawn in', () => {
  expect(officeOptions(tree)).toEqual([
    { value: 'A', label: 'Đơn vị A' },
    { value: 'B', label: '\u00a0\u00a0\u00a0Đơn vị B' },
    { value: 'C', label: '\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0Đơn vị C' },
  ])
})

it('ended ones are left out unless they stand there already, and too many are typed instead', () => {
  const codes = (also: string[]) => officeChoices(tree, '2026-03-01', also)?.map(({ code }) => code)
  expect([codes([]), codes(['B'])]).toEqual([
    ['A', 'C'],
    ['A', 'B', 'C'],
  ])
  const many = Array.from({ length: 401 }, (_, i) => office(`D${i}`, null))
  expect(officeChoices(many, '2026-03-01')).toBeNull()
})
