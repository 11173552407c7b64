import { reportWords } from '../../web/vi/reports'
import type { Report, Row } from '../domain/report'
import { printRows, toBytes } from './chunks'
import type { Format } from './index'

async function* pieces(report: Report): AsyncGenerator<string> {
  const columns = report.columns.map(({ key, label, unit }) => ({ key, label, unit }))
  const opening = JSON.stringify({ report: report.report, parameters: report.parameters, columns })
  yield `${opening.slice(0, -1)},"rows":[`
  const print = (row: Row, ordinal: number) => (ordinal === 1 ? '\n' : ',\n') + JSON.stringify(row)
  const count = yield* printRows(report.rows, print)
  yield `\n],"notes":${JSON.stringify([...report.notes, reportWords.rowCount(count)])}}\n`
}

/** `{ report, parameters, columns: [{ key, label, unit? }], rows, notes }`; the last note states the number of rows. */
export const json: Format = {
  format: 'json',
  contentType: 'application/json; charset=utf-8',
  extension: 'json',
  write: (report) => toBytes(pieces(report)),
}
