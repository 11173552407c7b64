import type { CaseDue } from '../../server/domain/case-due'
import { lineDueLabel } from '../vi/inbox'

/** How a deadline stands, in words; what presses has a sign and a colour besides. */
export function DueChip({ due, isSoon }: Pick<CaseDue, 'due' | 'isSoon'>) {
  if (due.kind === 'overdue')
    return (
      <span class="chip c-late">
        <Warn />
        <Label due={due} />
      </span>
    )
  if (!isSoon)
    return (
      <span class="num">
        <Label due={due} />
      </span>
    )
  return (
    <span class="chip c-near">
      {due.kind === 'today' ? <Warn /> : <Clock />}
      <Label due={due} />
    </span>
  )
}

/** Where there is little room the heading of the column says that days are working days. */
function Label({ due }: Pick<CaseDue, 'due'>) {
  const [days, unit] = lineDueLabel(due)
  return (
    <span>
      {days}
      {unit && <span class="unit">{unit}</span>}
    </span>
  )
}

function Warn() {
  return (
    <svg width="16" height="16" viewBox="0 0 20 20" aria-hidden="true">
      <path d="M10 1 20 19H0ZM9 7v6h2V7Zm0 8v2h2v-2Z" fill-rule="evenodd" />
    </svg>
  )
}

function Clock() {
  return (
    <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true">
      <path d="M8 0a8 8 0 1 0 0 16A8 8 0 0 0 8 0m0 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2M7 4v5l3.500 2 .9-1.700L9 8V4z" />
    </svg>
  )
}
