/**
 * Kinds of offices since 01/07/2025: two levels, province and commune, with one-stop centres on both. The kind is for
 * reading and never decides where an office stands in the tree.
 */
export const officeKinds = [
  'province-committee',
  'department',
  'division',
  'unit',
  'school',
  'provincial-centre',
  'commune-committee',
  'commune-division',
  'communal-centre',
  'other',
] as const
export type OfficeKind = (typeof officeKinds)[number]
