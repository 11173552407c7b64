import { insertStaff } from '../../db/staff'
import type { Role } from '../../server/domain/permissions'
import { hashPassword } from '../../server/store/passwords'
import type { TestApp } from './app'
import type { Visitor } from './visitor'

export const password = 'mưa xuân trên sông'
let hash: Promise<string> | undefined
/** Made once for each file: hashing is slow on purpose. */
function sameHash(): Promise<string> {
  hash ??= hashPassword(password)
  return hash
}

/** The first administrator, Lê Thị Hoa, signed in after using the set-up link. */
export async function signInAdministrator(app: TestApp): Promise<Visitor> {
  const visitor = app.visitor()
  await visitor.open(`/can-bo/thiet-lap/${app.setupToken}`)
  await visitor.send('/can-bo/thiet-lap', { name: 'Lê Thị Hoa', login: 'hoa.lt', password, repeat: password })
  return visitor
}

/** Somebody with a role, signed in; `officeCode` null sees everything. */
export async function signInAs(app: TestApp, role: Role, officeCode: string | null = null): Promise<Visitor> {
  const login = `${role}.${officeCode ?? 'all'}`.toLowerCase()
  await insertStaff(app.deps.db, {
    id: app.deps.newId(),
    login,
    name: `Cán bộ ${role}`,
    role,
    officeCode,
    passwordHash: await sameHash(),
    createdAt: app.deps.now().toISOString(),
    disabledAt: null,
  })
  const visitor = app.visitor()
  await visitor.open('/can-bo/dang-nhap')
  await visitor.send('/can-bo/dang-nhap', { login, password })
  return visitor
}
