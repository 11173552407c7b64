import { may, mayEditProcedures, type Permission, type SignedInStaff } from './permissions'

/** What can be imported from a spreadsheet, in the order in which a department is set up. */
export const importKinds = ['offices', 'procedures', 'points', 'staff', 'dossiers', 'responses'] as const
export type ImportKind = (typeof importKinds)[number]
/** Kinds whose rows are kept under a code of their own, so that the same file changes nothing the second time. */
export type TableKind = Exclude<ImportKind, 'responses'>

const needed: Record<ImportKind, Permission> = {
  offices: 'offices.manage',
  procedures: 'procedures.manage',
  points: 'points.manage',
  staff: 'staff.manage',
  dossiers: 'import',
  responses: 'import',
}

/** True when a person may import this kind. Which offices it holds for is asked separately. */
export function mayImport(staff: Pick<SignedInStaff, 'role' | 'officeCode'>, kind: ImportKind): boolean {
  return may(staff.role, needed[kind]) && (kind !== 'procedures' || mayEditProcedures(staff))
}

/** How an address names a kind. */
export const importSlugs: Record<ImportKind, string> = {
  offices: 'don-vi',
  procedures: 'thu-tuc',
  points: 'diem',
  staff: 'can-bo',
  dossiers: 'ho-so',
  responses: 'phieu',
}

/** The kind with this code or name in an address; undefined for any other text. */
export function findImportKind(text: string | undefined): ImportKind | undefined {
  return importKinds.find((kind) => kind === text || importSlugs[kind] === text)
}
