import { reportWords } from '../../web/vi/reports'
import type { Report } from '../domain/report'
import { toChunks } from './chunks'
import { eachRow } from './flat'
import type { Format } from './index'

async function* pieces(report: Report): AsyncGenerator<string> {
  const columns = report.columns.map(({ key, label, unit }) => ({ key, label, unit }))
  const opening = JSON.stringify({ report: report.report, parameters: report.parameters, columns })
  yield `${opening.slice(0, -1)},"rows":[`
  let count = 0
  for await (const row of eachRow(report)) yield `${count++ === 0 ? '\n' : ',\n'}${JSON.stringify(row)}`
  yield `\n],"notes":${JSON.stringify([...report.notes, reportWords.rowCount(count)])}}\n`
}

/** `{ report, parameters, columns: [{ key, label, unit? }], rows, notes }`; the last note states the number of rows. */
export const json: Format = {
  format: 'json',
  contentType: 'application/json; charset=utf-8',
  extension: 'json',
  write: (report) => toChunks(pieces(report)),
}
