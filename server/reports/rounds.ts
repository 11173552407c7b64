import { listOffices } from '../../db/offices'
import { countValidByOffice, listRounds, type Round } from '../../db/rounds'
import { roundWords, roundReportWords as words } from '../../web/vi/rounds'
import { percentOf } from '../domain/percent'
import type { Report, Row } from '../domain/report'
import { countedFor, earlierDay, lastDayOfRound, laterDay, roundState, sumForRound } from '../domain/round'
import { progressTo } from '../domain/sampling'
import { hiddenBelow } from '../domain/suppression'
import type { ReportContext, ReportScope } from './parameters'

/**
 * Survey rounds whose days touch the days asked for: target, valid answers, what is missing, share, for each office. Only
 * answers of the days asked for are counted.
 */
export async function buildRounds(
  context: ReportContext,
  { scope, asked, public: isPublic }: ReportScope,
): Promise<Report> {
  const { db } = context.connection
  const [rounds, offices] = await Promise.all([listRounds(db), listOffices(db)])
  const names = new Map(offices.map(({ code, name }) => [code, name]))
  const hides = isPublic || context.wholeWeeks === true
  const rows: Row[] = []
  for (const round of rounds.filter((one) => one.fromOn <= scope.to && scope.from <= one.toOn)) {
    const valid = await validOf(context, round, offices, scope)
    for (const { officeCode, population, target } of round.offices) {
      if (scope.offices && !scope.offices.includes(officeCode)) continue
      const have = valid.get(officeCode) ?? 0
      const hidden = hides && have > 0 && have < hiddenBelow
      rows.push({
        ...headOf(round, context.today),
        office: officeCode,
        officeName: names.get(officeCode) ?? officeCode,
        population,
        target,
        valid: hidden ? null : have,
        missing: hidden ? null : progressTo(target, have).missing,
        share: hidden ? null : percentOf(have, target),
      })
    }
  }
  return {
    report: 'rounds',
    title: words.title,
    parameters: { ...asked, survey: null },
    columns: [
      { key: 'round', label: words.round },
      { key: 'survey', label: words.survey },
      { key: 'from', label: words.from, unit: 'date' },
      { key: 'to', label: words.to, unit: 'date' },
      { key: 'state', label: words.state, words: roundWords.states },
      { key: 'office', label: words.office },
      { key: 'officeName', label: words.officeName },
      { key: 'population', label: words.population, unit: 'count' },
      { key: 'target', label: words.target, unit: 'count' },
      { key: 'valid', label: words.valid, unit: 'count' },
      { key: 'missing', label: words.missing, unit: 'count' },
      { key: 'share', label: words.share, unit: 'percent' },
    ],
    rows,
    notes: [words.note, words.neverStops, ...(hides ? [words.hidden] : [])],
  }
}

const headOf = (round: Round, today: string) => ({
  round: round.title,
  survey: round.surveyKey,
  from: round.fromOn,
  to: lastDayOfRound(round),
  state: roundState(round, today),
})

type Places = Parameters<typeof countedFor>[0]

async function validOf(
  { connection }: ReportContext,
  round: Round,
  offices: Places,
  days: { from: string; to: string },
) {
  const from = laterDay(round.fromOn, days.from)
  const to = earlierDay(lastDayOfRound(round), days.to)
  const counted = countedFor(offices, new Set(round.offices.map(({ officeCode }) => officeCode)))
  return sumForRound(await countValidByOffice(connection, { surveyKey: round.surveyKey, from, to }), counted)
}
