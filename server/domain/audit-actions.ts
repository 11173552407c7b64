/** What the audit is filtered by. */
export const auditKinds = [
  'sign-in',
  'people',
  'places',
  'configuration',
  'publication',
  'export',
  'import',
  'operation',
] as const
export type AuditKind = (typeof auditKinds)[number]

/** Every action that is written down, with its kind; a house test compares this list with the program. */
export const auditActions = {
  'sign-in.ok': 'sign-in',
  'sign-in.failed': 'sign-in',
  'sign-in.locked': 'sign-in',
  'sign-in.end': 'sign-in',
  'sign-out': 'sign-in',
  'staff.create': 'people',
  'staff.add': 'people',
  'staff.change': 'people',
  'staff.invite': 'people',
  'staff.password': 'people',
  'staff.forgotten': 'people',
  'staff.reset': 'people',
  'staff.lock': 'people',
  'staff.unlock': 'people',
  'staff.two-step-on': 'people',
  'staff.two-step-off': 'people',
  'staff.recovery-code': 'people',
  'staff.recovery-renew': 'people',
  'staff.setup-link': 'people',
  'office.add': 'places',
  'office.change': 'places',
  'office.close': 'places',
  'office.reopen': 'places',
  'office.merge': 'places',
  'office.absorb': 'places',
  'point.add': 'places',
  'point.change': 'places',
  'point.open': 'places',
  'point.close': 'places',
  'point.replace': 'places',
  'procedure.add': 'places',
  'procedure.change': 'places',
  'procedure.close': 'places',
  'procedure.open': 'places',
  'survey.draft': 'configuration',
  'survey.edit': 'configuration',
  'survey.discard': 'configuration',
  'survey.publish': 'configuration',
  'survey.withdraw': 'configuration',
  'round.add': 'configuration',
  'round.change': 'configuration',
  'round.end': 'configuration',
  'target.set': 'configuration',
  'target.remove': 'configuration',
  'period.close': 'publication',
  'period.approve': 'publication',
  'period.publish': 'publication',
  'period.reopen': 'publication',
  'report.export': 'export',
  'denominator.enter': 'import',
  'import.responses': 'import',
  'import.offices': 'import',
  'import.points': 'import',
  'import.procedures': 'import',
  'import.staff': 'import',
  'import.dossiers': 'import',
  'setting.change': 'configuration',
  'backup.make': 'operation',
  'backup.download': 'operation',
  'system.verify': 'operation',
  'training.open': 'operation',
  'training.reset': 'operation',
  'training.close': 'operation',
} as const satisfies Record<string, AuditKind>
export type AuditAction = keyof typeof auditActions

/** Kinds whose acts change how the program is set up: together they are the history of the configuration. */
export const configurationKinds: readonly AuditKind[] = ['people', 'places', 'configuration']

const names = Object.keys(auditActions) as AuditAction[]

/** The actions of some kinds. */
export function actionsOf(kinds: readonly AuditKind[]): AuditAction[] {
  return names.filter((name) => kinds.includes(auditActions[name]))
}

export function isAuditAction(text: string): text is AuditAction {
  return Object.hasOwn(auditActions, text)
}
