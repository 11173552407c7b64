import { insertStaff } from '../../db/staff'
import type { Role } from '../../server/domain/permissions'
import { hashPassword } from '../../server/store/passwords'
import type { TestApp } from './app'
import type { Visitor } from './visitor'

const password = 'mat khau du dai cho moi nguoi'

/** A person of a role, signed in; limited to a part of the tree when an office is given. */
export async function signIn(
  { deps, visitor }: TestApp,
  role: Role,
  officeCode: string | null = null,
): Promise<Visitor> {
  const login = `${role}-${officeCode?.toLowerCase() ?? 'moi-noi'}`
  const passwordHash = await hashPassword(password)
  const createdAt = deps.now().toISOString()
  await insertStaff(deps.db, {
    id: deps.newId(),
    login,
    name: login,
    role,
    officeCode,
    passwordHash,
    createdAt,
    disabledAt: null,
  })
  const person = visitor()
  await person.open('/can-bo/dang-nhap')
  await person.send('/can-bo/dang-nhap', { login, password })
  return person
}
