import type { Channel } from './channels'
import { treeOrder } from './organisation'
import { pageAt } from './paging'
import { type PointKind, pointKinds } from './point-kinds'
import { wordFinder } from './vietnamese'

/** A point in the list of points. `count`: responses of the last seven visible days; `isQuiet`: open, none for 21 days. */
export type PointLine = {
  code: string
  name: string
  officeCode: string
  hostCode: string | null
  deskCode: string | null
  replacedBy: string | null
  closedAt: string | null
  kind: PointKind
  channel: Channel
  field: string
  hours: string
  quickFirst: number
  asksProcedure: number
  surveyKey: string
  /** Title of the survey. */
  survey: string
  count: number
  isQuiet: boolean
  /** Printed before and leading here, youngest first. */
  oldCodes: string[]
}

export const pointStates = ['open', 'paused', 'quiet', 'replaced'] as const
export type PointState = (typeof pointStates)[number]

/** What the address of the list asks for; empty text is everything but replaced codes. */
export type PointFilter = { words: string; office: string; kind: PointKind | ''; state: PointState | '' }

export function readPointFilter(query: { [name: string]: string | undefined }): PointFilter {
  const { q = '', 'co-quan': office = '', loai, 'tinh-trang': state } = query
  return {
    words: q.trim().slice(0, 200),
    office,
    kind: pointKinds.find((kind) => kind === loai) ?? '',
    state: pointStates.find((one) => one === state) ?? '',
  }
}

type PlacedOffice = { code: string; name: string; parentCode: string | null }
export type PointGroup<T> = { office: PlacedOffice; depth: number; lines: T[] }

/**
 * The points that a filter leaves, by office in the order of the tree; an office counts with all below it, words are
 * found without marks in name, code, old codes, field and the office's name.
 */
export function groupPoints<T extends PointLine>(
  lines: readonly T[],
  offices: readonly PlacedOffice[],
  filter: PointFilter,
): PointGroup<T>[] {
  const order = treeOrder(offices)
  const within = filter.office === '' ? null : codesBelow(order, filter.office)
  const byOffice = new Map<string, T[]>()
  for (const line of lines) {
    const known = byOffice.get(line.officeCode)
    if (known) known.push(line)
    else byOffice.set(line.officeCode, [line])
  }
  const hasWords = wordFinder(filter.words)
  return order
    .filter(({ office }) => within?.has(office.code) ?? true)
    .map(({ office, depth }) => ({
      ...{ office, depth },
      lines: (byOffice.get(office.code) ?? []).filter(
        (line) => isIn(line, filter) && hasWords(textOf(line, office.name)),
      ),
    }))
    .filter(({ lines }) => lines.length > 0)
}

function codesBelow(order: readonly { office: PlacedOffice; depth: number }[], top: string): Set<string> {
  const start = order.findIndex(({ office }) => office.code === top)
  const depth = order[start]?.depth ?? 0
  const end = order.findIndex((line, at) => at > start && line.depth <= depth)
  return new Set(start < 0 ? [] : order.slice(start, end < 0 ? order.length : end).map(({ office }) => office.code))
}

function isIn(line: PointLine, { kind, state }: PointFilter): boolean {
  if (kind !== '' && line.kind !== kind) return false
  if (state === '') return line.replacedBy === null
  return stateOf(line) === state || (state === 'open' && stateOf(line) === 'quiet')
}

/** One word for how a point stands. */
export function stateOf({ replacedBy, closedAt, isQuiet }: PointLine): PointState {
  if (replacedBy !== null) return 'replaced'
  if (closedAt !== null) return 'paused'
  return isQuiet ? 'quiet' : 'open'
}

function textOf({ code, oldCodes, name, field }: PointLine, office: string): string {
  return [code, ...oldCodes, name, field, office].join(' ')
}

/** A page of groups: at most `size` points, counted from 1; a group may go on over several pages. */
export function pageOfGroups<T>(
  groups: readonly PointGroup<T>[],
  page: number,
  size: number,
): { groups: PointGroup<T>[]; page: number; pages: number; total: number } {
  const total = groups.reduce((sum, { lines }) => sum + lines.length, 0)
  const { skip: before, ...at } = pageAt(total, page, size)
  let skip = before
  let left = size
  const kept = groups.flatMap((group) => {
    const lines = group.lines.slice(skip, skip + left)
    skip = Math.max(0, skip - group.lines.length)
    left -= lines.length
    return lines.length > 0 ? [{ ...group, lines }] : []
  })
  return { groups: kept, ...at, total }
}
