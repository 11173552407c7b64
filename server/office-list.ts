import { listOldNames } from '../db/office-names'
import type { Office } from '../db/offices'
import { countOpenPoints } from '../db/offices-import'
import type { OfficeLine, OfficesPageProps } from '../web/pages/offices'
import type { Deps } from './deps'
import { foldTree, pickOffices, searchOffices, type TreeLine } from './domain/office-list'
import { codesBelow, type OfficeKind, officeKinds, treeOrder } from './domain/organisation'
import { pageOf } from './domain/paging'
import { dayOf } from './domain/period'
import type { SignedInStaff } from './domain/permissions'
import { officesOf } from './session'

/** Lines of one page, and about how many lines of the tree are unfolded. */
const most = 200
const states = { '': 'working', dong: 'closed', 'tat-ca': 'all' } as const
export type StateWord = keyof typeof states

/** `below`: the code of the office whose part of the tree is shown; empty: all. */
export type ListQuery = { text: string; kind: OfficeKind | null; state: StateWord; below: string; page: number }

/** What the address of the list asks for; what is not known there is left out. */
export function listQuery(query: Record<string, string>): ListQuery {
  const states: readonly StateWord[] = ['dong', 'tat-ca']
  return {
    text: query.tim?.trim() ?? '',
    kind: officeKinds.find((kind) => kind === query.loai) ?? null,
    state: states.find((state) => state === query['tinh-trang']) ?? '',
    below: query.duoi ?? '',
    page: Math.max(1, Math.trunc(Number(query.trang)) || 1),
  }
}

/** The tree, or what was searched for, as far as a person sees it. */
export async function officesPage(
  deps: Pick<Deps, 'db' | 'now'>,
  staff: SignedInStaff,
  query: ListQuery,
): Promise<OfficesPageProps> {
  const today = dayOf(deps.now())
  const offices = treeOrder(await officesOf(deps, staff)).map(({ office }) => office)
  const oldNames = await namesByOffice(deps)
  const points = await countOpenPoints(deps.db)
  const byCode = new Map(offices.map((office) => [office.code, office]))
  const pool = pickOffices(searchOffices(offices, oldNames, query.text), states[query.state], today)
  const isFlat = query.text !== '' || query.kind !== null || query.state === 'dong'
  const found = query.kind === null ? pool : pool.filter(({ kind }) => kind === query.kind)
  const lines = isFlat
    ? found.map((office) => ({ office, depth: 0, folded: 0 }))
    : foldTree(under(found, query.below), most)
  const shown = pageOf(lines, query.page, most)
  const toLine = (line: TreeLine<Office>): OfficeLine => ({
    ...factsOf(line),
    successor: byCode.get(line.office.successorCode ?? '')?.name ?? line.office.successorCode,
    points: points.get(line.office.code) ?? 0,
    path: isFlat ? pathOf(byCode, line.office).map(({ name }) => name) : [],
    oldNames: query.text === '' ? [] : (oldNames.get(line.office.code) ?? []),
  })
  return {
    query: { ...query, page: shown.page },
    isFlat,
    total: isFlat ? lines.length : offices.length,
    lines: shown.lines.map(toLine),
    pages: shown.pages,
    kinds: countKinds(pool),
    trail: trailOf(byCode, query.below),
    today,
  }
}

const factsOf = ({ office: { code, name, kind, validFrom, validTo }, depth, folded }: TreeLine<Office>) => {
  return { code, name, kind, validFrom, validTo, depth, folded }
}

/** What stands below an office in the tree, without itself; everything for an empty code. */
function under(offices: readonly Office[], code: string): readonly Office[] {
  if (code === '') return offices
  const below = codesBelow(
    offices.map(({ code, parentCode }) => ({ code, parentCode, successorCode: null })),
    code,
  )
  return offices.filter((office) => office.code !== code && below.has(office.code))
}

/** The offices above an office, the top one first, as far as they are in the map. */
export function pathOf(byCode: ReadonlyMap<string, Office>, office: Office): Office[] {
  const path: Office[] = []
  for (let up = byCode.get(office.parentCode ?? ''); up && !path.includes(up); up = byCode.get(up.parentCode ?? ''))
    path.unshift(up)
  return path
}

function trailOf(byCode: ReadonlyMap<string, Office>, code: string): { code: string; name: string }[] {
  const office = byCode.get(code)
  return office ? [...pathOf(byCode, office), office] : []
}

function countKinds(offices: readonly Office[]): { kind: OfficeKind; n: number }[] {
  const counted = officeKinds.map((kind) => ({ kind, n: offices.filter((office) => office.kind === kind).length }))
  return counted.filter(({ n }) => n > 0)
}

async function namesByOffice({ db }: Pick<Deps, 'db'>): Promise<Map<string, string[]>> {
  const names = new Map<string, string[]>()
  for (const { officeCode, name } of await listOldNames(db))
    names.set(officeCode, [...(names.get(officeCode) ?? []), name])
  return names
}
