import { listRootOffices } from '../../db/offices'
import { listPoints } from '../../db/points'
import { getSurveyVersion, listSurveyVersions } from '../../db/surveys'
import type { FilterProps } from '../../web/components/results/filters'
import { officeLabel } from '../../web/vi/offices'
import { resultsWords as words } from '../../web/vi/results'
import type { Deps } from '../deps'
import { channels } from '../domain/channels'
import { dayOf, periodPresets } from '../domain/period'
import type { SignedInStaff } from '../domain/permissions'
import { lastInOffice } from '../domain/point-chain'
import { officesOf } from '../session'
import type { Asked } from './results-question'

/** What the filters offer to a person, and what is chosen. `home`: the office of a view without a place. */
export async function filterProps(deps: Deps, staff: SignedInStaff, asked: Asked, today: string): Promise<FilterProps> {
  const offices = await officesOf(deps, staff)
  const points = await listPoints(
    deps.db,
    offices.map(({ code }) => code),
  )
  const last = lastInOffice(points)
  const nameOf = new Map(offices.map(({ code, name }) => [code, name]))
  const home = staff.officeCode ?? (await listRootOffices(deps.db))[0]?.code ?? ''
  return {
    chosen: chosenOf(asked, home),
    periods: offeredPeriods(asked, today),
    offices: offices.map((office) => ({ value: `c.${office.code}`, label: officeLabel(office) })),
    points: points
      .filter(({ code }) => last.get(code) === code)
      .map(({ code, name, officeCode }) => ({
        value: `d.${code}`,
        label: offices.length > 1 ? `${name} · ${nameOf.get(officeCode)}` : name,
      })),
    surveys: await surveyOptions(deps),
  }
}

function chosenOf({ period, days, office, point, survey, channel }: Asked, home: string): FilterProps['chosen'] {
  return {
    period: period?.text ?? '',
    ...days,
    place: point ? `d.${point}` : `c.${office ?? home}`,
    survey: survey ?? '',
    channel: channels.find((known) => known === channel) ?? '',
  }
}

/** The presets, and the chosen period when it is none of them. */
export function offeredPeriods({ period }: Pick<Asked, 'period'>, today: string): FilterProps['periods'] {
  const presets = periodPresets(today)
  const other = period && !presets.some(({ text }) => text === period.text) ? [period] : []
  const names = (cutoff14: boolean) =>
    [...other, ...presets].filter((preset) => preset.cutoff14 === cutoff14).map(({ text }) => text)
  return { cutoff14: names(true), calendar: names(false) }
}

async function surveyOptions({ db, now }: Deps): Promise<FilterProps['surveys']> {
  const options: FilterProps['surveys'] = []
  for (const { id, version } of await listSurveyVersions(db, dayOf(now()))) {
    const { title } = await getSurveyVersion(db, id)
    options.push({ value: id, label: words.version(title, version) })
  }
  return options
}
