import type { CaseEvent } from './feedback-case'

/** The office that a case came from inside this installation and may be returned to; null when there is none. */
export function previousOffice(events: readonly CaseEvent[]): string | null {
  const chain: string[] = []
  for (const event of events) {
    if (event.kind === 'forward') chain.push(event.data.from)
    if (event.kind === 'return') chain.pop()
  }
  return chain.at(-1) ?? null
}
