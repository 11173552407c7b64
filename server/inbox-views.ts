import type { Office } from '../db/offices'
import { listProcedureFields } from '../db/procedures'
import { staffNames } from '../db/staff'
import type { CaseRow } from '../web/components/case-table'
import type { Option } from '../web/components/select'
import type { InboxPageProps } from '../web/pages/inbox'
import { caseChannelNames } from '../web/vi/cases'
import { type Assignee, listAssignable } from './actions/case-assigning'
import { type CaseLine, type InboxDeps, readInbox } from './case-lines'
import { filterDays, type InboxFilter } from './domain/case-filters'
import { may } from './domain/permissions'
import { officeOptions } from './office-options'

const perPage = 50
/** A longer list is typed instead of chosen. */
const longestChoice = 400

type ViewDeps = Omit<InboxDeps, 'offices'> & { offices: readonly Office[] }

/** Everything on the page of the inbox but what a sent form says. */
export async function inboxPage(
  deps: ViewDeps,
  filter: InboxFilter,
  page: number,
): Promise<Omit<InboxPageProps, 'bulk'> & { givable: Option[] | null }> {
  const { db, staff, offices } = deps
  const [inbox, names, fields, people] = await Promise.all([
    readInbox(deps, filter, { page, size: perPage }),
    staffNames(db),
    listProcedureFields(db),
    listAssignable(
      db,
      offices.map(({ code }) => code),
    ),
  ])
  const nameOf = (id: string) => names.get(id) ?? id
  const places = {
    office: new Map(offices.map(({ code, name }) => [code, name])),
    nameOf,
    several: offices.length > 1,
  }
  const others = inbox.assignees.filter((id) => people.every((one) => one.id !== id))
  const { lines, counts, total, pages } = inbox
  return {
    ...{ filter, counts, total, pages, nameOf },
    page: inbox.page,
    rows: lines.map((line) => rowOf(line, places)),
    offices: officeOptions(offices),
    fields: [...new Set([...fields, ...inbox.fields, filter.field].filter(Boolean))].sort((a, b) =>
      a.localeCompare(b, 'vi'),
    ),
    people: [...people.map(optionOf), ...others.map((id) => ({ value: id, label: nameOf(id) }))],
    wrongDays: filterDays(filter).wrong,
    mayEnter: may(staff.role, 'cases.receive'),
    givable: people.length > longestChoice ? null : people.map(optionOf),
  }
}

/** Two of a name are told apart by their logins. */
const optionOf = ({ id, name, login }: Assignee): Option => ({ value: id, label: `${name} (${login})` })

type Places = {
  office: ReadonlyMap<string, string>
  nameOf: (staffId: string) => string
  several: boolean
}

function rowOf(line: CaseLine, { office, nameOf, several }: Places): CaseRow {
  const { code, version, title, state, kind, contentGroup, field, restricted, askedDays, department } = line
  const { assigneeId, officeCode, channel, dueOn, due, isSoon } = line
  return {
    ...{ code, version, title, state, kind, contentGroup, field, restricted, askedDays, department },
    ...{ dueOn, due, isSoon },
    office: several ? (office.get(officeCode) ?? officeCode) : '',
    assignee: assigneeId === null ? '' : nameOf(assigneeId),
    source: caseChannelNames[channel],
  }
}
