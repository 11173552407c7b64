import type { CaseEvent } from './feedback-case'

/** What began the clock that runs: the case was sent, came to another office, was supplemented, is looked at again. */
export type ClockStart = 'sent' | 'moved' | 'supplemented' | 'reopened'

const starts: Partial<Record<CaseEvent['kind'], ClockStart>> = {
  ...{ forward: 'moved', return: 'moved', supplement: 'supplemented', reopen: 'reopened' },
}

/** Which event began a clock at `startedAt` (ISO instant); of a clock that none of them began: `sent`. */
export function clockStart(startedAt: string, events: readonly CaseEvent[]): ClockStart {
  const began = events.findLast(({ at, kind }) => at === startedAt && starts[kind] !== undefined)
  return (began && starts[began.kind]) ?? 'sent'
}

/** The office that a case came from inside this installation and may be returned to; null when there is none. */
export function previousOffice(events: readonly CaseEvent[]): string | null {
  const chain: string[] = []
  for (const event of events) {
    if (event.kind === 'forward') chain.push(event.data.from)
    if (event.kind === 'return') chain.pop()
  }
  return chain.at(-1) ?? null
}
