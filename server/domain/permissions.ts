import { addDays } from './period'

/** The roles of a staff member. Their names and one sentence each stand in web/vi/staff. */
export const roles = [
  'viewer',
  'intake',
  'handler',
  'approver',
  'publisher',
  'statistics',
  'auditor',
  'administrator',
] as const
export type Role = (typeof roles)[number]

export const permissions = [
  'results.view',
  'results.export',
  'responses.export',
  'periods.view',
  'periods.close',
  'periods.approve',
  'periods.publish',
  'periods.reopen',
  'denominators.edit',
  'targets.edit',
  'import',
  'points.view',
  'points.manage',
  'offices.manage',
  'procedures.manage',
  'surveys.manage',
  'rounds.view',
  'rounds.manage',
  'cases.view',
  'cases.receive',
  'cases.handle',
  'cases.approve',
  'cases.publish',
  'cases.sender',
  'cases.restricted',
  'cases.figures',
  'cases.register',
  'templates.manage',
  'contacts.manage',
  'calendar.view',
  'calendar.manage',
  'staff.manage',
  'audit.view',
  'backups.manage',
  'system.view',
  'training.manage',
] as const
export type Permission = (typeof permissions)[number]

/** Everybody who signs in reads the results of the own office and the state of its periods. */
const everybody: readonly Permission[] = [
  'results.view',
  'periods.view',
  'points.view',
  'rounds.view',
  'cases.figures',
  'calendar.view',
]

/** What is about single cases: their contents, their senders. Not for whoever looks after the program. */
const aboutCases: readonly Permission[] = [
  'cases.view',
  'cases.receive',
  'cases.handle',
  'cases.approve',
  'cases.publish',
  'cases.sender',
  'cases.restricted',
  'cases.register',
]

/**
 * Who may do what; the only such table. The administrator closes, approves and publishes figures as well, because a
 * small office has one person for all of it; every step names who did it. Cases are closed to the administrator.
 */
const granted: Record<Role, readonly Permission[]> = {
  viewer: [...everybody, 'results.export', 'cases.view', 'cases.register'],
  intake: [
    ...everybody,
    'cases.view',
    'cases.receive',
    'cases.handle',
    'cases.sender',
    'cases.register',
    'templates.manage',
  ],
  handler: [...everybody, 'cases.view', 'cases.handle'],
  approver: [
    ...everybody,
    'cases.view',
    'cases.receive',
    'cases.handle',
    'cases.approve',
    'cases.publish',
    'cases.sender',
    'cases.restricted',
    'cases.register',
    'templates.manage',
    'contacts.manage',
    'results.export',
    'periods.close',
    'periods.approve',
    'periods.publish',
    'periods.reopen',
    'targets.edit',
  ],
  publisher: [...everybody, 'results.export', 'periods.publish', 'cases.view', 'cases.publish', 'cases.register'],
  statistics: [
    ...everybody,
    'results.export',
    'responses.export',
    'periods.close',
    'denominators.edit',
    'import',
    'rounds.manage',
    'cases.register',
  ],
  auditor: [...everybody, 'results.export', 'responses.export', 'audit.view'],
  administrator: permissions.filter((permission) => !aboutCases.includes(permission)),
}

/** True when a person of this role may do it. Which offices it holds for is asked separately (organisation). */
export function may(role: Role, permission: Permission): boolean {
  return granted[role].includes(permission)
}

/** True when the text is the code of a role. */
export function isRole(text: string): text is Role {
  return (roles as readonly string[]).includes(text)
}

/** Whoever is signed in. `officeCode` null: the whole installation; `officeName` is what the header shows. */
export type SignedInStaff = {
  id: string
  login: string
  name: string
  role: Role
  officeCode: string | null
  officeName: string
}

/** The catalogue of procedures belongs to the whole installation: who administers a part of the tree reads it only. */
export function mayEditProcedures({ role, officeCode }: Pick<SignedInStaff, 'role' | 'officeCode'>): boolean {
  return may(role, 'procedures.manage') && officeCode === null
}

const live: readonly Role[] = ['administrator', 'statistics', 'auditor']
const atTheDesk: readonly Role[] = ['intake', 'handler']

/** True when this role sees an answer as soon as it is counted. */
export function seesLive(role: Role): boolean {
  return live.includes(role)
}

/** True when this role works at a desk and sees whole past weeks only. */
export function seesWholeWeeks(role: Role): boolean {
  return atTheDesk.includes(role)
}

/**
 * The last day (YYYY-MM-DD) whose answers a role may see when today is `today`: today for those who keep the figures,
 * yesterday for the others, and for people who work at a desk the last Sunday of a finished week, because whoever sees
 * the figures move while a visitor leaves knows what that visitor answered (SIPAS: secrecy from the rated desk).
 */
export function lastVisibleDay(role: Role, today: string): string {
  if (seesLive(role)) return today
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay()
  return addDays(today, -(seesWholeWeeks(role) ? weekday || 7 : 1))
}
