import { type Denominator, listAllDenominators, saveDenominators } from '../../db/denominators'
import { type DossierRecord, type DossierTable, dossierKey, planDossiers, readDossiers } from '../imports/dossiers'
import type { TableSteps } from './import-table'

/** Counts of dossiers by office and period, the denominators of response rates. */
export const dossierSteps: TableSteps<DossierTable, DossierRecord> = {
  kind: 'dossiers',
  read: readDossiers,
  plan: async ({ db, offices, part }, table, faults) => {
    const records = (await listAllDenominators(db)).map(recordOf)
    const known = new Map(records.map((record) => [dossierKey(record.officeCode, record.period), record]))
    return planDossiers(table, { known, offices: new Set(offices.map(({ code }) => code)), part }, faults)
  },
  write: async ({ db, staff, at }, changes) => {
    const entered = { enteredBy: staff?.id ?? null, enteredAt: at }
    await saveDenominators(
      db,
      changes.map(({ after }) => ({ ...after, ...entered })),
    )
    return { changes }
  },
  audited: {
    added: 'denominator.enter',
    changed: 'denominator.enter',
    subject: ({ officeCode, period }) => dossierKey(officeCode, period),
    office: ({ officeCode }) => officeCode,
  },
  title: ({ officeCode, period }) => dossierKey(officeCode, period),
}

function recordOf({ enteredBy: _, enteredAt: __, ...record }: Denominator): DossierRecord {
  return record
}
