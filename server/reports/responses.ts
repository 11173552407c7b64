import { listOffices } from '../../db/offices'
import { listPoints } from '../../db/points'
import { listProcedures } from '../../db/procedures'
import { type ExportedResponse, scanResponses } from '../../db/responses-read'
import { leftOutNote, selfSurveyed } from '../../web/vi/numbers'
import { responseWords as words } from '../../web/vi/reports'
import { channelNames, standingNames } from '../../web/vi/terms'
import { answerCells } from '../domain/answer-cells'
import { listQuestions } from '../domain/answer-plan'
import { halfOf } from '../domain/period'
import { procedureField } from '../domain/procedure-choice'
import type { Cell, Column, Report, Row } from '../domain/report'
import { listCriteria, type SurveyDefinition } from '../domain/survey'
import type { ReportContext, ReportScope } from './parameters'

/**
 * One row per response of one survey version. Nothing in a row tells who answered or when exactly: no id, no time, rows in
 * the order of their leaf hashes, and a response with a comment has its half-month alone (a day and a text together may
 * name a person). A withdrawn response is a row without answers.
 */
export async function buildResponses({ connection }: ReportContext, question: ReportScope): Promise<Report> {
  const { definition, scope, office, asked, leftOut } = question
  const { db } = connection
  const [offices, points, procedures] = await Promise.all([listOffices(db), listPoints(db), listProcedures(db)])
  const known = {
    offices: namesOf(offices),
    points: namesOf(points),
    procedures: procedures.length > 0 ? namesOf(procedures) : null,
  }
  return {
    report: 'responses',
    title: words.title(definition.title),
    parameters: asked,
    columns: columnsOf(definition, known.procedures !== null),
    rows: rowsOf(definition, scanResponses(connection, scope), known),
    notes: [
      selfSurveyed(office.name),
      words.levels(definition.scale.map((level) => level.label)),
      words.noLevel,
      words.privacy,
      ...(leftOut.length > 0 ? [leftOutNote(leftOut)] : []),
    ],
  }
}

type Names = ReadonlyMap<string, string>
type Known = { offices: Names; points: Names; procedures: Names | null }
const namesOf = (list: readonly { code: string; name: string }[]): Names =>
  new Map(list.map(({ code, name }) => [code, name]))

/** The procedure stands beside the survey's own items, once there is a catalogue. */
function columnsOf(definition: SurveyDefinition, withProcedure: boolean): Column[] {
  const { columns } = words
  return [
    { key: 'n', label: columns.n },
    { key: 'submittedOn', label: columns.submittedOn, unit: 'date' },
    { key: 'half', label: columns.half },
    { key: 'office', label: columns.office },
    { key: 'officeName', label: columns.officeName },
    { key: 'point', label: columns.point },
    { key: 'pointName', label: columns.pointName },
    { key: 'field', label: columns.field },
    { key: 'channel', label: columns.channel, words: channelNames },
    { key: 'survey', label: columns.survey },
    { key: 'standing', label: columns.standing, words: standingNames },
    ...listCriteria(definition).map(({ key, official }) => ({ key, label: `${key} ${official}` })),
    ...listQuestions(definition).map(({ key, label }) => ({ key: `x.${key}`, label })),
    ...(withProcedure ? [{ key: procedureField, label: columns.procedure }] : []),
    { key: 'reasons', label: columns.reasons },
    { key: 'comment', label: columns.comment },
  ]
}

async function* rowsOf(
  definition: SurveyDefinition,
  batches: AsyncIterable<ExportedResponse[]>,
  { offices, points, procedures }: Known,
): AsyncGenerator<Row> {
  let n = 0
  const writeAnswers = answerCells(definition, procedures)
  for await (const batch of batches)
    for (const response of batch) {
      const { office, point, field, channel, version, standing, submittedOn } = response
      const kept = standing === 'withdrawn' ? withoutAnswers : response
      const row: Record<string, Cell> = {
        n: ++n,
        submittedOn: kept.comment === null ? submittedOn : null,
        half: halfOf(submittedOn),
        office,
        officeName: offices.get(office) ?? office,
        point,
        pointName: points.get(point) ?? point,
        field: field || null,
        channel,
        survey: version,
        standing,
      }
      writeAnswers(row, kept)
      yield row
    }
}

const withoutAnswers = { answers: null, traits: null, extras: null, comment: null }
