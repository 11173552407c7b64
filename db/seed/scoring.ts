import type { ScoringRule } from '../../server/domain/scoring'

/**
 * The table of points until somebody sets another: 766/QĐ-TTg (2022) gives full points from 90 % and proportionally fewer
 * below; a step table as many provinces use it.
 */
export const defaultScoring: readonly ScoringRule[] = [
  { metric: 'satisfied', form: 'linear', whenNone: 4, full: 9000, maximum: 4, source: '766/QĐ-TTg (?)' },
  { metric: 'dossiers', form: 'linear', whenNone: 10, full: 9000, maximum: 10, source: '766/QĐ-TTg (?)' },
  {
    ...{ metric: 'on-time', form: 'step', whenNone: 2, source: '01/2018/TT-VPCP' },
    steps: [
      { from: 10_000, points: 2 },
      { from: 9000, points: 1 },
    ],
  },
]
