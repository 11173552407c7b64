import type { CaseDue } from './case-due'
import {
  type CaseChannel,
  type CaseKind,
  type CaseState,
  type ContentGroup,
  type ContentType,
  caseChannels,
  caseKinds,
  caseStates,
  contentGroups,
  contentTypes,
  isOpen,
} from './case-words'
import { readDay } from './period'
import { cleanText, fold } from './vietnamese'

/** The boxes of the inbox, each with its word in the address; `open` has none. */
export const tabSlugs = {
  open: '',
  mine: 'cua-toi',
  unassigned: 'chua-giao',
  soon: 'sap-den-han',
  overdue: 'qua-han',
  'awaiting-sender': 'cho-bo-sung',
  'awaiting-approval': 'cho-duyet',
  'awaiting-publication': 'cho-cong-khai',
  closed: 'da-xong',
} as const
export type CaseTab = keyof typeof tabSlugs
export const caseTabs = Object.keys(tabSlugs) as CaseTab[]

/** Everything that the lists before `closed` are made of. */
export const isCurrent = (state: CaseState): boolean => isOpen(state) || state === 'awaiting-publication'
export const currentStates = caseStates.filter(isCurrent)
export const closedStates = caseStates.filter((state) => !isCurrent(state))

/** Nobody yet, as it stands in the address where the id of a person would. */
export const nobody = 'chua-giao'

/**
 * What the address of the inbox asks for; empty text is everything. `office` counts with all below it; `assignee`: id, or
 * `nobody`; `procedure`: code or words of it; `from`, `to`: as typed.
 */
export type InboxFilter = {
  tab: CaseTab
  office: string
  field: string
  group: ContentGroup | ''
  type: ContentType | ''
  procedure: string
  channel: CaseChannel | ''
  assignee: string
  state: CaseState | ''
  kind: CaseKind | ''
  from: string
  to: string
  words: string
}

const names = {
  tab: 'hop',
  office: 'co-quan',
  field: 'linh-vuc',
  group: 'nhom',
  type: 'noi-dung',
  procedure: 'thu-tuc',
  channel: 'kenh',
  assignee: 'nguoi',
  state: 'trang-thai',
  kind: 'loai',
  from: 'tu',
  to: 'den',
  words: 'q',
} as const satisfies Record<keyof InboxFilter, string>
const keys = Object.keys(names) as (keyof InboxFilter)[]

/** Reads the filter from the address; a word that nobody offers is left out. */
export function readInboxFilter(query: Readonly<Record<string, string | undefined>>): InboxFilter {
  const text = (key: keyof InboxFilter) =>
    cleanText(query[names[key]] ?? '')
      .replace(/\s+/g, ' ')
      .slice(0, 200)
  const oneOf = <T extends string>(list: readonly T[], key: keyof InboxFilter): T | '' =>
    list.find((word) => word === text(key)) ?? ''
  return {
    tab: caseTabs.find((tab) => tabSlugs[tab] === text('tab')) ?? 'open',
    office: text('office'),
    field: text('field'),
    group: oneOf(contentGroups, 'group'),
    type: oneOf(contentTypes, 'type'),
    procedure: text('procedure'),
    channel: oneOf(caseChannels, 'channel'),
    assignee: text('assignee'),
    state: oneOf(caseStates, 'state'),
    kind: oneOf(caseKinds, 'kind'),
    from: text('from'),
    to: text('to'),
    words: text('words'),
  }
}

/** The filter as it stands in the address; reading it again gives the same. */
export function writeInboxFilter(filter: InboxFilter): Record<string, string> {
  const pairs = keys.map((key) => [names[key], key === 'tab' ? tabSlugs[filter.tab] : filter[key]])
  return Object.fromEntries(pairs.filter(([, value]) => value !== ''))
}

/** Whether something besides the box is asked for. */
export const isFiltered = (filter: InboxFilter): boolean => keys.some((key) => key !== 'tab' && filter[key] !== '')

/** The days of the filter (YYYY-MM-DD, null: open), or what is wrong with them; then neither is used. */
export function filterDays({ from, to }: Pick<InboxFilter, 'from' | 'to'>): {
  from: string | null
  to: string | null
  wrong: 'from' | 'to' | 'order' | null
} {
  const [first, last] = [readDay(from), readDay(to)]
  const no = { from: null, to: null }
  if (from !== '' && first === null) return { ...no, wrong: 'from' }
  if (to !== '' && last === null) return { ...no, wrong: 'to' }
  if (first !== null && last !== null && first > last) return { ...no, wrong: 'order' }
  return { from: first, to: last, wrong: null }
}

/** Typed words as they are looked for: folded, each once. */
export const searchWords = (typed: string): string[] => [...new Set(fold(typed).split(/\s+/).filter(Boolean))]

type Sorted = CaseDue & { state: CaseState; assigneeId: string | null; askedDays: number }

/** Whether a case lies in a box for a person. Publication that is owed stands in a box of its own. */
export function isInTab(tab: CaseTab, line: Sorted, staffId: string): boolean {
  const owed = isOpen(line.state)
  switch (tab) {
    case 'open':
      return owed
    case 'mine':
      return owed && line.assigneeId === staffId
    case 'unassigned':
      return owed && line.assigneeId === null
    case 'soon':
      return owed && line.isSoon
    case 'overdue':
      return owed && line.due.kind === 'overdue'
    case 'awaiting-sender':
      return line.state === 'awaiting-sender'
    case 'awaiting-approval':
      return line.state === 'awaiting-approval' || (owed && line.askedDays > 0)
    case 'awaiting-publication':
      return line.state === 'awaiting-publication'
    case 'closed':
      return !isCurrent(line.state)
  }
}
