import type { Role } from '../domain/permissions'

/** Everybody may sign in to a demonstration: its figures are invented. */
export const demoAccount = { login: 'demo', password: 'hai-long-demo' }

/** The account of a role, with the same password. */
export const demoLogin = (role: Role): string => `${role}.demo`
