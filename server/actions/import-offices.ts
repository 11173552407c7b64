import { insertOldName } from '../../db/office-names'
import { type Office, updateOffice } from '../../db/offices'
import { countOpenPoints, insertOffices } from '../../db/offices-import'
import { treeOrder } from '../domain/organisation'
import { addDays, dayOf } from '../domain/period'
import { type OfficeTable, readOffices } from '../imports/office-columns'
import { type OfficeRecord, planOffices } from '../imports/offices'
import type { Change } from '../imports/plan'
import type { ImportScope, TableSteps } from './import-table'

/** The tree of offices: added and changed by code. What an office was called before stays readable. */
export const officeSteps: TableSteps<OfficeTable, OfficeRecord> = {
  kind: 'offices',
  read: readOffices,
  plan: async ({ db, offices, part, staff, at }, table, faults) => {
    const known = new Map(offices.map((office) => [office.code, recordOf(office)]))
    const today = dayOf(new Date(at))
    const openPoints = await countOpenPoints(db)
    return planOffices(table, { known, part, top: staff?.officeCode ?? null, openPoints, today }, faults)
  },
  write: async (scope, changes) => {
    const added = changes.filter(({ before }) => before === null).map(({ after }) => after)
    const rows = treeOrder(added).map(({ office }) => ({ ...office, createdAt: scope.at }))
    await insertOffices(scope.db, rows)
    for (const change of changes) if (change.before) await keepChange(scope, change)
    return { changes }
  },
  audited: { added: 'office.add', changed: 'office.change', subject: ({ code }) => code, office: ({ code }) => code },
  title: ({ code, name }) => `${code} ${name}`,
}

async function keepChange({ db, at }: ImportScope, { before, after }: Change<OfficeRecord>): Promise<void> {
  const { code, ...change } = after
  await updateOffice(db, code, change)
  if (before && before.name !== after.name)
    await insertOldName(db, { officeCode: code, untilOn: addDays(dayOf(new Date(at)), -1), name: before.name })
}

function recordOf({ createdAt: _, ...office }: Office): OfficeRecord {
  return office
}
