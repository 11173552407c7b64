import { listOffices } from '../../db/offices'
import { countPointResponses } from '../../db/point-counts'
import { listPoints } from '../../db/points'
import { pointKindNames } from '../../web/vi/kinds'
import { pointReportWords as words } from '../../web/vi/reports'
import { channelNames } from '../../web/vi/terms'
import type { Report } from '../domain/report'
import type { ReportContext, ReportScope } from './parameters'

/** The points of a scope with the responses of its days, over all surveys and versions. */
export async function buildPoints({ connection }: ReportContext, { scope, asked }: ReportScope): Promise<Report> {
  const { db } = connection
  const [points, offices, counts] = await Promise.all([
    listPoints(db, scope.offices ?? undefined),
    listOffices(db),
    countPointResponses(connection, scope),
  ])
  const officeNames = new Map(offices.map(({ code, name }) => [code, name]))
  return {
    report: 'points',
    title: words.title,
    parameters: { ...asked, survey: null },
    columns: [
      { key: 'code', label: words.code },
      { key: 'name', label: words.name },
      { key: 'office', label: words.office },
      { key: 'officeName', label: words.officeName },
      { key: 'survey', label: words.survey },
      { key: 'kind', label: words.kind, words: pointKindNames },
      { key: 'channel', label: words.channel, words: channelNames },
      { key: 'hostName', label: words.host },
      { key: 'field', label: words.field },
      { key: 'hours', label: words.hours },
      { key: 'open', label: words.open, words: words.states },
      { key: 'replacedBy', label: words.replacedBy },
      { key: 'collected', label: words.collected, unit: 'count' },
      { key: 'valid', label: words.valid, unit: 'count' },
    ],
    rows: points
      .filter(({ code }) => scope.points?.includes(code) ?? true)
      .map((point) => ({
        code: point.code,
        name: point.name,
        office: point.officeCode,
        officeName: officeNames.get(point.officeCode) ?? point.officeCode,
        survey: point.surveyKey,
        kind: point.kind,
        channel: point.channel,
        hostName: point.hostCode && (officeNames.get(point.hostCode) ?? point.hostCode),
        field: point.field || null,
        hours: point.hours || null,
        open: point.replacedBy ? 'replaced' : point.closedAt === null ? 'open' : 'closed',
        replacedBy: point.replacedBy,
        ...(counts.get(point.code) ?? { collected: 0, valid: 0 }),
      })),
    notes: [words.note],
  }
}
