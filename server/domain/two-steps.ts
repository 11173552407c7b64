import type { Role } from './permissions'

/** Who must have a second step of signing in. */
export const twoStepRules = ['administrators', 'everybody', 'off'] as const
export type TwoStepRule = (typeof twoStepRules)[number]

/** True when a person of this role cannot work without a second step. */
export function needsTwoSteps(role: Role, rule: TwoStepRule): boolean {
  return rule === 'everybody' || (rule === 'administrators' && role === 'administrator')
}
