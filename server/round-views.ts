import { listOffices, type Office } from '../db/offices'
import { countValidByOffice, listRounds, type Round } from '../db/rounds'
import { findNewestVersion, getSurveyVersion, listNewestSurveys } from '../db/surveys'
import type { RoundFormProps } from '../web/pages/round-form'
import type { RoundLine, RoundOfficeLine, RoundPageProps } from '../web/pages/rounds'
import { mayChangeRound } from './actions/rounds'
import type { Deps } from './deps'
import type { FormValues } from './domain/form-values'
import { treeOrder } from './domain/organisation'
import { percentOf } from './domain/percent'
import { dayOf } from './domain/period'
import { may, type SignedInStaff, seesLive } from './domain/permissions'
import {
  countDays,
  countedFor,
  earlierDay,
  lastDayOfRound,
  roundState,
  sumForRound,
  totalOfRound,
} from './domain/round'
import type { RoundPlan } from './domain/round-plan'
import { expectedAtPace, progressTo } from './domain/sampling'
import { hiddenBelow } from './domain/suppression'
import { listCriteria, type SurveyDefinition } from './domain/survey'
import { visibleDays } from './domain/visible'

type ViewDeps = Pick<Deps, 'connection' | 'db' | 'now'>

/** The rounds that have an office in the person's part of the tree, with what was collected there. */
export async function roundLines(deps: ViewDeps, staff: SignedInStaff, own: readonly Office[]): Promise<RoundLine[]> {
  const rounds = (await listRounds(deps.db)).filter((round) => isVisible(round, own))
  const everywhere = await listOffices(deps.db)
  return Promise.all(rounds.map((round) => roundLine(deps, staff, { round, own, everywhere })))
}

/** True when a round has an office in the person's part of the tree. */
export function isVisible({ offices }: Round, own: readonly Office[]): boolean {
  const codes = new Set(own.map(({ code }) => code))
  return offices.some(({ officeCode }) => codes.has(officeCode))
}

type Seen = { round: Round; own: readonly Office[]; everywhere: readonly Office[] }

async function roundLine(deps: ViewDeps, staff: SignedInStaff, { round, own, everywhere }: Seen): Promise<RoundLine> {
  const today = dayOf(deps.now())
  const days = visibleDays(staff.role, today, { from: round.fromOn, to: lastDayOfRound(round) })
  const counted = countedFor(everywhere, new Set(round.offices.map(({ officeCode }) => officeCode)))
  const found = days ? await countValidByOffice(deps.connection, { surveyKey: round.surveyKey, ...days }) : new Map()
  const valid = sumForRound(found, counted)
  const lines = officeLines(round, own, valid, seesLive(staff.role))
  const isWhole = lines.every(({ valid }) => valid !== null)
  const total = totalOfRound(lines.map((line) => ({ ...line, valid: line.valid ?? 0 })))
  const until = days && earlierDay(days.to, today)
  const soFar = until ? countDays(round.fromOn, until) : 0
  const state = roundState(round, today)
  const definition = await surveyOf(deps, round, today)
  return {
    id: round.id,
    title: round.title,
    survey: definition?.title ?? round.surveyKey,
    fromOn: round.fromOn,
    toOn: round.toOn,
    lastOn: lastDayOfRound(round),
    endedEarly: round.endedAt !== null,
    state,
    seenUntil: until,
    total: isWhole ? total : { ...total, have: null, missing: null },
    expected:
      isWhole && state === 'running' ? expectedAtPace(total.have, soFar, countDays(round.fromOn, round.toOn)) : null,
    daysLeft: state === 'coming' ? countDays(today, round.fromOn) - 1 : countDays(today, round.toOn) - 1,
    offices: lines,
  }
}

/** In the order of the tree. Who does not see live figures sees no count of one to four. */
function officeLines(
  round: Round,
  own: readonly Office[],
  valid: ReadonlyMap<string, number>,
  live: boolean,
): RoundOfficeLine[] {
  const parts = new Map(round.offices.map((part) => [part.officeCode, part]))
  return treeOrder(own.filter(({ code }) => parts.has(code))).map(({ office, depth }) => {
    const { population = 0, target = 0 } = parts.get(office.code) ?? {}
    const have = valid.get(office.code) ?? 0
    const hidden = !live && have > 0 && have < hiddenBelow
    return {
      code: office.code,
      name: office.name,
      depth,
      population,
      target,
      valid: hidden ? null : have,
      missing: hidden ? null : progressTo(target, have).missing,
      share: hidden ? null : percentOf(have, target),
    }
  })
}

async function surveyOf({ db }: ViewDeps, round: Round, today: string): Promise<SurveyDefinition | null> {
  const head = (await findNewestVersion(db, round.surveyKey, today)) ?? (await findNewestVersion(db, round.surveyKey))
  return head ? getSurveyVersion(db, head.id) : null
}

/** One round as its page shows it. */
export async function roundPage(
  deps: ViewDeps,
  staff: SignedInStaff,
  round: Round,
  own: readonly Office[],
): Promise<RoundPageProps> {
  const line = await roundLine(deps, staff, { round, own, everywhere: await listOffices(deps.db) })
  const codes = own.map(({ code }) => code)
  return {
    line,
    note: round.note,
    mayChange: mayChangeRound(staff, round, codes),
    mayExport: may(staff.role, 'results.export'),
  }
}

/** The form of a round: every office of the person's part in the order of the tree, those of the round chosen. */
export async function roundForm(
  deps: ViewDeps,
  own: readonly Office[],
  values: FormValues,
): Promise<Pick<RoundFormProps, 'offices' | 'surveys' | 'values'>> {
  const surveys = (await listNewestSurveys(deps.db)).map(({ key, title }) => ({ value: key, label: title }))
  const offices = treeOrder(own).map(({ office, depth }) => ({ code: office.code, name: office.name, depth }))
  return { offices, surveys, values }
}

/** The fields of a round as the form has them; a row for every office, in the given order. */
export function valuesOfRound(
  round: Omit<Round, 'endedAt' | 'createdAt' | 'createdBy' | 'id'> | null,
  codes: readonly string[],
): FormValues {
  const parts = new Map(round?.offices.map((part) => [part.officeCode, part]))
  const rows = codes.flatMap((code, at) => {
    const part = parts.get(code)
    return [
      [`o.${at}.code`, [code]],
      [`o.${at}.in`, part ? ['1'] : []],
      [`o.${at}.population`, [part ? String(part.population) : '']],
      [`o.${at}.target`, [part ? String(part.target) : '']],
    ] as [string, string[]][]
  })
  const { title = '', surveyKey = '', fromOn = '', toOn = '', note = '' } = round ?? {}
  return Object.fromEntries([
    ['title', [title]],
    ['survey', [surveyKey]],
    ['from', [fromOn]],
    ['to', [toOn]],
    ['note', [note]],
    ...rows,
  ])
}

/** What the plan of a round says. */
export async function roundPlan(deps: ViewDeps, round: Round, staff: SignedInStaff): Promise<RoundPlan | null> {
  const definition = await surveyOf(deps, round, round.fromOn)
  if (!definition) return null
  const offices = await listOffices(deps.db)
  const planner =
    offices.find(({ code }) => code === staff.officeCode) ?? offices.find(({ name }) => name === staff.officeName)
  const parts = new Map(round.offices.map((part) => [part.officeCode, part]))
  return {
    office: planner?.name ?? staff.officeName,
    above: offices.find(({ code }) => code === planner?.parentCode)?.name ?? null,
    title: round.title,
    fromOn: round.fromOn,
    toOn: round.toOn,
    note: round.note,
    survey: {
      title: definition.title,
      version: definition.version,
      source: definition.source,
      minutes: definition.minutes,
      criteria: listCriteria(definition).length,
      levels: definition.scale.map(({ label }) => label),
      dimensions: definition.dimensions.map(({ official, criteria }) => ({
        name: official,
        criteria: criteria.length,
      })),
      optional: definition.items.filter(({ enabled }) => enabled).length,
    },
    offices: treeOrder(offices.filter(({ code }) => parts.has(code))).map(({ office, depth }) => {
      const { population = 0, target = 0 } = parts.get(office.code) ?? {}
      return { name: office.name, depth, population, target }
    }),
  }
}
