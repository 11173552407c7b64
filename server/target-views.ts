import { listOffices } from '../db/offices'
import { listTargets, type Target } from '../db/targets'
import type { TargetFormPageProps, TargetsPageProps } from '../web/pages/targets'
import { formatShortNumber } from '../web/vi/format'
import { missingTargets, type TypedTargets } from './actions/targets'
import type { Deps } from './deps'
import { foldTree } from './domain/office-list'
import { codesBelow } from './domain/organisation'
import { dayOf } from './domain/period'
import { may, type SignedInStaff } from './domain/permissions'
import { type TargetKind, targetKinds } from './domain/target-kinds'
import { inheritTargets } from './domain/target-tree'
import { officesOf } from './session'

/** About how many lines of the tree are unfolded. */
const most = 200

export type TargetQuery = { year: number; kind: TargetKind; below: string }

/** What the address of the page asks for; this year and satisfaction where it says nothing else. */
export function targetQuery(query: Record<string, string>, now: Date): TargetQuery {
  const years = targetYears(now)
  return {
    year: years.find((year) => String(year) === query.nam) ?? Number(dayOf(now).slice(0, 4)),
    kind: targetKinds.find((kind) => kind === query.loai) ?? 'satisfaction',
    below: query.duoi ?? '',
  }
}

/** The next year, this one and four before it, newest first. */
export function targetYears(now: Date): number[] {
  const year = Number(dayOf(now).slice(0, 4))
  return Array.from({ length: 6 }, (_, i) => year + 1 - i)
}

type PageDeps = Pick<Deps, 'db' | 'now'>

/** The targets of one kind and year in the order of the tree. */
export async function targetsPage(
  deps: PageDeps,
  staff: SignedInStaff,
  query: TargetQuery,
): Promise<Omit<TargetsPageProps, 'notice'>> {
  const { year, kind, below } = query
  const mine = await officesOf(deps, staff)
  const [targets, before] = await Promise.all([listTargets(deps.db, year), listTargets(deps.db, year - 1)])
  const holding = inheritTargets(await listOffices(deps.db), ownTargets(targets, kind))
  const shown = mine.filter(({ validTo }) => validTo === null || validTo >= `${year}-01-01`)
  const inside = below === '' ? null : codesBelow(shown, below)
  const lines = foldTree(inside ? shown.filter(({ code }) => inside.has(code)) : shown, most)
  const mayEdit = may(staff.role, 'targets.edit')
  const missing = missingTargets(before, targets, new Set(mine.map(({ code }) => code)))
  return {
    ...query,
    years: targetYears(deps.now()),
    mayEdit,
    missing: mayEdit ? missing.length : 0,
    lines: lines.map(({ office: { code, name }, depth, folded }) => {
      const { target, of } = holding.get(code) ?? { target: null, of: null }
      return { code, name, depth, folded, target, of: of && of.code !== code ? of.name : null }
    }),
  }
}

/** The form of the targets of one office and year; null when the office is not in the person's part. */
export async function targetForm(
  deps: PageDeps,
  staff: SignedInStaff,
  code: string,
  year: number,
): Promise<TargetFormPageProps | null> {
  const office = (await officesOf(deps, staff)).find((one) => one.code === code)
  if (!office) return null
  const [targets, offices] = await Promise.all([listTargets(deps.db, year), listOffices(deps.db)])
  const above = (kind: TargetKind) => {
    const others = ownTargets(targets, kind)
    others.delete(code)
    return inheritTargets(offices, others).get(code) ?? null
  }
  const own = targets.filter(({ officeCode }) => officeCode === code)
  return {
    office,
    year,
    typed: Object.fromEntries(targetKinds.map((kind) => [kind, typedOf(own, kind)])) as TypedTargets,
    inherited: Object.fromEntries(targetKinds.map((kind) => [kind, above(kind)])) as TargetFormPageProps['inherited'],
    problems: [],
  }
}

function ownTargets(targets: readonly Target[], kind: TargetKind): Map<string, Target> {
  return new Map(targets.filter((target) => target.kind === kind).map((target) => [target.officeCode, target]))
}

function typedOf(own: readonly Target[], kind: TargetKind): TypedTargets[TargetKind] {
  const target = own.find((one) => one.kind === kind)
  const percent = target ? formatShortNumber(target.hundredths / 100) : ''
  return { operator: target?.operator ?? '>=', percent, source: target?.source ?? '' }
}
