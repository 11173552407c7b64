import type { PointState as State } from '../../server/domain/point-list'
import { pointWords as words } from '../vi/points'

const looks: Record<State, string> = { open: 'c-ok', paused: 'c-idle', quiet: 'c-near', replaced: 'c-idle' }

/** How a point stands, as a chip. */
export function PointState({ state }: { state: State }) {
  return <span class={`chip ${looks[state]}`}>{words.states[state]}</span>
}
