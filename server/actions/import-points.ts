import { savePointProcedures } from '../../db/point-procedures'
import { listPoints, type Point, updatePoint } from '../../db/points'
import { insertPoints, listProceduresByPoint } from '../../db/points-import'
import { listProcedures } from '../../db/procedures'
import type { Db } from '../../db/schema'
import { listNewestSurveys } from '../../db/surveys'
import { dayOf } from '../domain/period'
import { newPointCode } from '../domain/point-code'
import { channelOfKind } from '../domain/point-kinds'
import type { Change } from '../imports/plan'
import { type PointTable, readPoints } from '../imports/point-columns'
import { type KnownPoint, type PointRecord, planPoints } from '../imports/points'
import type { ImportScope, TableSteps } from './import-table'

/** The points where people answer: new ones get a code, others are changed by code, or by office and name. */
export const pointSteps: TableSteps<PointTable, PointRecord> = {
  kind: 'points',
  read: readPoints,
  plan: async ({ db, offices, part, at }, table, faults) => {
    const procedures = new Map((await listProcedures(db)).map(({ code, closedAt }) => [code, closedAt === null]))
    const byCode = new Map(offices.map((office) => [office.code, office]))
    const surveys = await listSurveys(db)
    const points = await listKnown(db)
    const today = dayOf(new Date(at))
    return planPoints(table, { points, offices: byCode, part, surveys, procedures, today }, faults)
  },
  write: async (scope, changes) => {
    const kept = await withCodes(scope, changes)
    const added = kept.filter(({ before }) => before === null).map(({ after }) => after)
    const row = { closedAt: null, createdAt: scope.at }
    await insertPoints(
      scope.db,
      added.map((point) => ({ ...columnsOf(point), ...row })),
      added.flatMap(({ code, procedures }) =>
        codesOf(procedures).map((procedureCode) => ({ pointCode: code, procedureCode })),
      ),
    )
    for (const change of kept) if (change.before) await keepChange(scope.db, change.before, change.after)
    return { changes: kept }
  },
  audited: {
    added: 'point.add',
    changed: 'point.change',
    subject: ({ code }) => code,
    office: ({ officeCode }) => officeCode,
  },
  title: ({ code, officeCode, name }) => `${code || officeCode} ${name}`,
}

/** New points get codes that no point ever had. */
async function withCodes({ db, deps }: ImportScope, changes: readonly Change<PointRecord>[]) {
  const taken = new Set((await listPoints(db)).map(({ code }) => code))
  const freeCode = () => {
    let code = newPointCode(deps.random(8))
    while (taken.has(code)) code = newPointCode(deps.random(8))
    taken.add(code)
    return code
  }
  return changes.map((change) => (change.before ? change : { ...change, after: { ...change.after, code: freeCode() } }))
}

/** The channel follows from the kind, unless the kind stays. */
async function keepChange(db: Db, before: PointRecord, after: PointRecord): Promise<void> {
  const { code, officeCode: _, channel, ...change } = columnsOf(after)
  await updatePoint(db, code, before.kind === after.kind ? change : { ...change, channel })
  if (before.procedures !== after.procedures) await savePointProcedures(db, code, codesOf(after.procedures))
}

function columnsOf({ procedures: _, ...point }: PointRecord) {
  return { ...point, channel: channelOfKind[point.kind] }
}

const codesOf = (procedures: string) => procedures.split(', ').filter(Boolean)

async function listKnown(db: Db): Promise<KnownPoint[]> {
  const procedures = await listProceduresByPoint(db)
  return (await listPoints(db)).map((point) => known(point, procedures.get(point.code) ?? []))
}

function known(point: Point, procedures: readonly string[]): KnownPoint {
  const { deskCode: _, channel: __, createdAt: ___, ...record } = point
  return { ...record, procedures: procedures.join(', ') }
}

/** Every published survey with the title of its newest version. */
async function listSurveys(db: Db): Promise<{ key: string; title: string }[]> {
  return (await listNewestSurveys(db)).map(({ key, title }) => ({ key, title }))
}
