import { listOffices } from '../../db/offices'
import type { Db } from '../../db/schema'
import { listStaff, type Staff } from '../../db/staff'
import { isRole, may, type Permission } from '../domain/permissions'

/** Finds who of the staff looks after an office's cases, with a permission. */
export type NearestPeople = (officeCode: string, permission: Permission) => Staff[]

/**
 * Reads the staff once. Asked for an office it gives its own people with a permission; where it has none, those of the
 * nearest office above, at last those of the whole installation. Locked people are left out.
 */
export async function readPeople(db: Db): Promise<NearestPeople> {
  const [offices, staff] = await Promise.all([listOffices(db), listStaff(db, null)])
  const parents = new Map(offices.map(({ code, parentCode }) => [code, parentCode]))
  const active = staff.filter(({ disabledAt }) => disabledAt === null)
  return (officeCode, permission) => {
    const able = active.filter(({ role }) => isRole(role) && may(role, permission))
    const passed = new Set<string | null>()
    for (
      let code: string | null = officeCode;
      !passed.has(code);
      code = code === null ? null : (parents.get(code) ?? null)
    ) {
      const own = able.filter((person) => person.officeCode === code)
      if (own.length > 0) return own
      passed.add(code)
    }
    return []
  }
}
