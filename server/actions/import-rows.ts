import type { TableKind } from '../domain/import-kinds'
import { dossierSteps } from './import-dossiers'
import { officeSteps } from './import-offices'
import { pointSteps } from './import-points'
import { procedureSteps } from './import-procedures'
import { staffSteps } from './import-staff'
import {
  importTable,
  type TableFile,
  type TableImportDeps,
  type TableImportOptions,
  type TableResult,
} from './import-table'

/** Imports a file of any kind whose rows are kept under codes of their own; see importTable. */
export function importRows(
  kind: TableKind,
  deps: TableImportDeps,
  file: TableFile,
  options: TableImportOptions,
): Promise<TableResult> {
  switch (kind) {
    case 'offices':
      return importTable(deps, file, options, officeSteps)
    case 'procedures':
      return importTable(deps, file, options, procedureSteps)
    case 'points':
      return importTable(deps, file, options, pointSteps)
    case 'staff':
      return importTable(deps, file, options, staffSteps)
    case 'dossiers':
      return importTable(deps, file, options, dossierSteps)
  }
}
