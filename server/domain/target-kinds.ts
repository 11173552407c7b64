/**
 * What a year's target is about, each a share in hundredths of a percent: satisfied answers, valid responses among
 * dossiers, dossiers in time, petitions answered, answered in time, answers published (SIPAS.md §5).
 */
export const targetKinds = [
  'satisfaction',
  'participation',
  'dossiers-on-time',
  'cases-answered',
  'cases-on-time',
  'cases-published',
] as const
export type TargetKind = (typeof targetKinds)[number]
