import type { PeriodStanding } from '../../server/domain/period-close'
import { periodStateNames } from '../vi/terms'

const looks = { open: 'c-idle', closed: 'c-near', approved: 'c-run', published: 'c-ok' } satisfies Record<
  PeriodStanding,
  string
>

/** Where a period stands, as a word in a coloured outline. */
export function PeriodState({ standing }: { standing: PeriodStanding }) {
  return <span class={`chip ${looks[standing]}`}>{periodStateNames[standing]}</span>
}
