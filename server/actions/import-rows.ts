import type { TableKind } from '../domain/import-kinds'
import { procedureSteps } from './import-procedures'
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
    case 'procedures':
      return importTable(deps, file, options, procedureSteps)
    default:
      throw new Error(`${kind} cannot be imported yet`)
  }
}
