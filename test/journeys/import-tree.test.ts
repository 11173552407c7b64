import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { noFaults } from '../../server/imports/faults'
import { readOffices } from '../../server/imports/office-columns'
import { type OfficeContext, type OfficeRecord, planOffices } from '../../server/imports/offices'
import { asCsv, type Rows } from '../support/department-files'

const heading = [
  'Mã đơn vị',
  'Tên đơn vị',
  'Mã đơn vị cấp trên',
  'Điện thoại',
  'Mã định danh',
  'Từ ngày',
  'Đến ngày',
  'Mã đơn vị kế thừa',
]
type Cells = (string | null)[]

const context = (known: readonly OfficeRecord[] = []): OfficeContext => ({
  known: new Map(known.map((office) => [office.code, office])),
  part: null,
  top: null,
  openPoints: new Map(),
  today: '2026-03-10',
})

async function plan(rows: readonly Cells[], known: readonly OfficeRecord[] = []) {
  const faults = noFaults()
  const all: Rows = [heading, ...rows.map((row) => [...row])]
  const table = await readOffices(Buffer.from(asCsv(all)), faults)
  const planned = table && planOffices(table, context(known), faults)
  return { faults: faults.listed, changes: planned?.changes ?? [] }
}

/** A random tree: each office stands below an earlier one. */
const trees = fc
  .array(fc.nat(), { minLength: 1, maxLength: 30 })
  .map((parents) =>
    parents.map(
      (n, i): Cells => [`D-${i}`, `Đơn vị ${i}`, i === 0 ? null : `D-${n % i}`, null, null, null, null, null],
    ),
  )

/** One fault in one row, and the code it is reported with. */
const spoilers: [code: string, spoil: (row: Cells) => void][] = [
  [
    'missing-value',
    (row) => {
      row[1] = ''
    },
  ],
  [
    'unknown-office',
    (row) => {
      row[2] = 'KHONG-CO'
    },
  ],
  [
    'malformed-office',
    (row) => {
      row[2] = 'phòng một'
    },
  ],
  [
    'malformed-phone',
    (row) => {
      row[3] = 'gọi sau'
    },
  ],
  [
    'malformed-agency',
    (row) => {
      row[4] = '13.02'
    },
  ],
  [
    'not-a-date',
    (row) => {
      row[5] = '31/02/2026'
    },
  ],
  [
    'dates-reversed',
    (row) => {
      row[5] = '01/07/2027'
      row[6] = '01/07/2026'
    },
  ],
  [
    'formula-error',
    (row) => {
      row[4] = '#REF!'
    },
  ],
  [
    'successor-without-end',
    (row) => {
      row[7] = 'TIEP'
    },
  ],
  [
    'own-relation',
    (row) => {
      row[7] = row[0] ?? ''
      row[6] = '31/12/2026'
    },
  ],
]

describe('a file of offices', () => {
  it('makes the same tree whatever the order of its rows', async () => {
    const shuffled = trees.chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
    )
    await fc.assert(
      fc.asyncProperty(shuffled, async ([rows, mixed]) => {
        const tree = async (list: readonly Cells[]) => {
          const { faults, changes } = await plan(list)
          expect(faults).toEqual([])
          return changes.map(({ after }) => after).sort((a, b) => (a.code < b.code ? -1 : 1))
        }
        expect(await tree(mixed)).toEqual(await tree(rows))
      }),
    )
  })

  it('is refused with exactly the faults that are in it', async () => {
    const picks = fc.array(fc.tuple(fc.nat(), fc.nat(spoilers.length - 1)), { minLength: 1, maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(trees, picks, fc.nat(2), fc.nat(2), async (tree, picked, circles, doubles) => {
        const rows = tree.map((row) => [...row])
        const expected = new Map<number, string>()
        // Leaves alone: an office that ends takes those below it along, which is another fault.
        const parents = new Set(rows.map((row) => row[2]))
        const leaves = rows.flatMap((row, at) => (parents.has(row[0] ?? '') ? [] : [at]))
        for (const [where, what] of picked) {
          const at = leaves[where % leaves.length] ?? 0
          const [code, spoil] = spoilers[what] ?? ['', () => {}]
          if (expected.has(at + 2)) continue
          spoil(rows[at] ?? [])
          expected.set(at + 2, code)
        }
        rows.push(['TIEP', 'Đơn vị tiếp', null, null, null, null, null, null])
        for (let i = 0; i < circles; i++) {
          expected.set(rows.length + 2, 'parent-cycle')
          rows.push([`X-${i}`, 'Vòng', `Y-${i}`, null, null, null, null, null])
          rows.push([`Y-${i}`, 'Vòng', `X-${i}`, null, null, null, null, null])
        }
        for (let i = 0; i < doubles; i++) {
          expected.set(rows.length + 2, 'repeated-row')
          rows.push(['TIEP', 'Lần nữa', null, null, null, null, null, null])
        }
        const { faults } = await plan(rows)
        const found = faults.map(({ line, code }) => [line, code]).sort(([a], [b]) => Number(a) - Number(b))
        expect(found).toEqual([...expected].sort(([a], [b]) => a - b))
      }),
    )
  })

  it('names a circle that closes through the offices that are there', async () => {
    const row = (code: string, parent: string | null): Cells => [code, code, parent, null, null, null, null, null]
    const { changes } = await plan([row('B2', 'A1'), row('A1', null), row('C3', 'B2')])
    const known = changes.map(({ after }) => after)
    const { faults } = await plan([row('A1', 'C3')], known)
    expect(faults).toMatchObject([{ code: 'parent-cycle', line: 2, value: 'B2 → A1 → C3 → B2', expected: ['2'] }])
  })
})
