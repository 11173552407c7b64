import { listProcedures, type Procedure, saveProcedures } from '../../db/procedures'
import { type ProcedureRecord, planProcedures, readProcedures } from '../imports/procedures'
import type { ImportScope, TableSteps } from './import-table'

type Table = NonNullable<Awaited<ReturnType<typeof readProcedures>>>

/** The catalogue of procedures: added and changed by code; one that is closed stays, because answers name it. */
export const procedureSteps: TableSteps<Table, ProcedureRecord> = {
  kind: 'procedures',
  read: readProcedures,
  plan: async ({ db }, table, faults) => {
    const known = (await listProcedures(db)).map(recordOf)
    return planProcedures(table, new Map(known.map((record) => [record.code, record])), faults)
  },
  write: async (scope, changes) => {
    const known = new Map((await listProcedures(scope.db)).map((procedure) => [procedure.code, procedure]))
    const rows = changes.map(({ after }) => toRow(scope, after, known.get(after.code)))
    await saveProcedures(scope.db, rows)
    return { changes }
  },
  audited: { added: 'procedure.add', changed: 'procedure.change', subject: ({ code }) => code, office: () => null },
  title: ({ code, name }) => `${code} ${name}`,
}

function recordOf({ code, name, field, closedAt }: Procedure): ProcedureRecord {
  return { code, name, field, closed: closedAt === null ? 0 : 1 }
}

/** The day on which it was closed stays while it is closed. */
function toRow({ at }: ImportScope, { code, name, field, closed }: ProcedureRecord, before: Procedure | undefined) {
  const closedAt = closed ? (before?.closedAt ?? at) : null
  return { code, name, field, closedAt, createdAt: before?.createdAt ?? at }
}
