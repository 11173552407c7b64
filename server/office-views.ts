import { listAudit } from '../db/audit'
import { auditNames } from '../db/audit-names'
import { listOldNames } from '../db/office-names'
import type { Office } from '../db/offices'
import { countStaffByOffice } from '../db/offices'
import { listPoints } from '../db/points'
import type { OfficeFormProps } from '../web/components/office-form'
import type { OfficePageProps } from '../web/pages/office'
import { paths } from '../web/paths'
import { officePart } from './actions/office-part'
import type { TypedOffice } from './actions/offices'
import { auditLines } from './audit-views'
import type { Deps } from './deps'
import { actionsOf } from './domain/audit-actions'
import { codesBelow, mergedInto } from './domain/organisation'
import { dayOf } from './domain/period'
import type { SignedInStaff } from './domain/permissions'
import { pathOf } from './office-list'
import { officeChoices } from './office-options'

/** Of what belongs to an office, this many are named on its page. */
const named = 30
const officeActions = actionsOf(['places']).filter((action) => action.startsWith('office.'))

/** Names of all offices by code. */
export function namesOf(offices: readonly Office[]): Record<string, string> {
  return Object.fromEntries(offices.map(({ code, name }) => [code, name]))
}

type FormDeps = Pick<Deps, 'db' | 'now'>

/** The form of a new office below `parent`, as it is first shown. */
export async function newOfficeForm(deps: FormDeps, staff: SignedInStaff, parent: string): Promise<OfficeFormProps> {
  const { all, codes, top } = await officePart(deps.db, staff)
  const below = codes.has(parent) ? parent : (top ?? all.find((one) => one.parentCode === null)?.code ?? '')
  return {
    action: paths.staff.offices(),
    isNew: true,
    mayMove: true,
    mayBeTop: top === null,
    options: officeChoices(
      all.filter(({ code }) => codes.has(code)),
      dayOf(deps.now()),
    ),
    typed: { ...empty, kind: 'unit', parent: below },
    problems: [],
    names: namesOf(all),
  }
}

const empty: TypedOffice = {
  ...{ code: '', name: '', kind: 'other', parent: '', address: '', phone: '', agencyId: '', validFrom: '' },
  ...{ guidedBy: '', renamedOn: '', correction: '' },
}

/** All that the page of an office shows, without what happened just now; null when it is not in the person's part. */
export async function officePage(
  deps: FormDeps,
  staff: SignedInStaff,
  code: string,
): Promise<Omit<OfficePageProps, 'done' | 'problem'> | null> {
  const { all, codes, top } = await officePart(deps.db, staff)
  const office = all.find((one) => one.code === code)
  if (!office || !codes.has(code)) return null
  const byCode = new Map(all.map((one) => [one.code, one]))
  const seen = new Map([...byCode].filter(([code]) => codes.has(code)))
  const inPart = all.filter((one) => codes.has(one.code))
  const options = officeChoices(inPart, dayOf(deps.now()), [office.parentCode ?? '', office.guidedByCode ?? ''])
  const points = await listPoints(deps.db, [code])
  const current = points.filter(({ replacedBy }) => replacedBy === null)
  const lines = [...current, ...points.filter(({ replacedBy }) => replacedBy !== null)]
  const other = (code: string | null) => {
    const found = byCode.get(code ?? '')
    return found ? { ...found, isOutside: !codes.has(found.code) } : null
  }
  const treeOnly = all.map(({ code, parentCode }) => ({ code, parentCode, successorCode: null }))
  return {
    office,
    trail: pathOf(seen, office),
    successor: other(office.successorCode),
    guide: other(office.guidedByCode),
    oldNames: await listOldNames(deps.db, code),
    predecessors: mergedInto(all, code).filter(({ successorCode }) => successorCode === code),
    children: some(all.filter((one) => one.parentCode === code)),
    below: codesBelow(treeOnly, code).size - 1,
    guided: some(inPart.filter((one) => one.guidedByCode === code)),
    points: some(lines.map((point) => ({ ...point, open: point.closedAt === null }))),
    people: (await countStaffByOffice(deps.db)).get(code) ?? 0,
    isOwnTop: code === top,
    history: await historyOf(deps, code),
    form: {
      action: paths.staff.office(code),
      isNew: false,
      mayMove: code !== top,
      mayBeTop: top === null,
      options: options?.filter((option) => option.code !== code) ?? null,
      typed: typedOf(office),
      problems: [],
      names: namesOf(all),
    },
  }
}

/** The last acts on an office; those on other things with the same code are left out. */
async function historyOf({ db }: FormDeps, code: string) {
  const rows = await listAudit(db, { limit: 50, subject: code, actions: officeActions })
  return auditLines(rows, await auditNames(db))
}

function some<T>(list: readonly T[]): { first: T[]; total: number } {
  return { first: list.slice(0, named), total: list.length }
}

function typedOf(office: Office): TypedOffice {
  const { name, kind, parentCode, address, phone, agencyId, validFrom, guidedByCode } = office
  return {
    ...empty,
    ...{ name, kind, parent: parentCode ?? '', address: address ?? '', phone: phone ?? '' },
    ...{ agencyId: agencyId ?? '', validFrom: validFrom ?? '', guidedBy: guidedByCode ?? '' },
  }
}
