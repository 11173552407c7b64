import { findDenominator, listDenominators } from '../db/denominators'
import { listOfficesBelow } from '../db/offices'
import {
  countCollected,
  findCurrentSnapshot,
  listSnapshots,
  listStandingSnapshots,
  type Snapshot,
  type SnapshotHead,
} from '../db/periods'
import { staffNames } from '../db/staff'
import { getSurveyVersion, listSurveyVersions } from '../db/surveys'
import { findNearestTarget } from '../db/targets'
import type { PeriodPageProps, SnapshotView, Taken } from '../web/pages/period'
import type { PeriodLine } from '../web/pages/periods'
import { formatCount, formatShortNumber } from '../web/vi/format'
import { figuresNow, type PeriodScope } from './actions/period-figures'
import { findCollisions } from './actions/publishing'
import type { Deps } from './deps'
import { mergedInto } from './domain/organisation'
import { dayOf, type Period, parsePeriod } from './domain/period'
import { hasEnded, nextSteps, standingOf, stepPermission } from './domain/period-close'
import { lateResponses, readFigures } from './domain/period-figures'
import { may, type SignedInStaff, seesLive, seesWholeWeeks } from './domain/permissions'

const reportNames = ['Q1', 'Q2', 'H1', 'Q3', '9M', 'Q4', 'H2', '']
const monthNames = Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, '0'))

/** The periods of a year that have begun: quarters, half-years, nine months, year, then months. */
export function periodsOfYear(year: number, cutoff14: boolean, today: string): Period[] {
  const names = [...reportNames, ...monthNames].map((name) => (name ? `${year}-${name}` : `${year}`))
  return names.flatMap((name) => parsePeriod(cutoff14 ? `${name}/14` : name) ?? []).filter((p) => p.from <= today)
}

/** The lines of the list: standing and counts of each period of an office. */
export async function periodLines(deps: Deps, office: string, periods: Period[]): Promise<PeriodLine[]> {
  const snapshots = await listStandingSnapshots(deps.db, office)
  const dossiers = await listDenominators(deps.db, office)
  const today = dayOf(deps.now())
  const lines: PeriodLine[] = []
  for (const period of periods) {
    const snapshot = snapshots.find((one) => one.period === period.text)
    const entered = dossiers.find((one) => one.period === period.text)
    lines.push({
      period,
      standing: standingOf(snapshot?.state),
      ended: hasEnded(period, today),
      dossiers: entered?.dossiers ?? null,
      ...(snapshot ? await counted(deps, snapshot) : { valid: null, late: null }),
    })
  }
  return lines
}

async function counted(deps: Deps, snapshot: Snapshot) {
  const figures = readFigures(snapshot.figures)
  const now = await countCollected(deps.connection, figures.offices, figures.period)
  const valid = figures.surveys.reduce((sum, { satisfaction }) => sum + satisfaction.n, 0)
  return { valid, late: lateResponses(figures, now) }
}

/** Titles of survey versions by id. */
export async function surveyTitles(deps: Pick<Deps, 'db'>): Promise<Record<string, string>> {
  const heads = await listSurveyVersions(deps.db)
  const titled = await Promise.all(
    heads.map(async ({ id }) => [id, `${(await getSurveyVersion(deps.db, id)).title} (${id})`] as const),
  )
  return Object.fromEntries(titled)
}

/** All that the page of one period shows, except what a refused form brings back. */
export async function periodPage(
  deps: Deps,
  staff: SignedInStaff,
  scope: PeriodScope,
): Promise<Omit<PeriodPageProps, 'done'>> {
  const { office, period } = scope
  const below = await listOfficesBelow(deps.db, office.code)
  const merged = mergedInto(below, office.code, period.from)
  const all = await listSnapshots(deps.db, office.code)
  const ofPeriod = all.filter((one) => one.period === period.text)
  const head = ofPeriod.find((one) => one.state !== 'reopened')
  const full = await findCurrentSnapshot(deps.db, office.code, period.text)
  const names = await staffNames(deps.db)
  const standing = standingOf(head?.state)
  const ended = hasEnded(period, dayOf(deps.now()))
  const possible = nextSteps(standing, ended)
  const collisions = head?.state === 'approved' || head?.state === 'closed' ? await findCollisions(deps.db, head) : []
  const [next] = possible.filter((step) => step !== 'reopen')
  return {
    office,
    below: below.length - merged.length - 1,
    merged: merged.map(({ name }) => name),
    period,
    standing,
    ended,
    taken: head ? takenSteps(head, names) : {},
    steps: possible
      .filter((step) => may(staff.role, stepPermission[step]))
      .filter((step) => step !== 'publish' || collisions.length === 0),
    waiting: next && !may(staff.role, stepPermission[next]) ? next : null,
    collisions,
    snapshot:
      full && (standing === 'published' || !seesWholeWeeks(staff.role))
        ? await snapshotView(deps, staff, scope, full)
        : null,
    titles: await surveyTitles(deps),
    history: ofPeriod.filter((one) => one.state === 'reopened').map((one) => reopened(one, names)),
    dossiers: may(staff.role, 'denominators.edit') ? await dossiersProps(deps, scope, names) : null,
    target: may(staff.role, 'targets.edit') ? await targetProps(deps, scope) : null,
  }
}

type Names = Map<string, string>

function taken(at: string | null, by: string | null, names: Names): Taken {
  return { day: at ? dayOf(new Date(at)) : '', name: names.get(by ?? '') ?? '' }
}

function takenSteps(head: SnapshotHead, names: Names): PeriodPageProps['taken'] {
  return {
    closed: taken(head.closedAt, head.closedBy, names),
    ...(head.approvedAt && { approved: taken(head.approvedAt, head.approvedBy, names) }),
    ...(head.publishedAt && { published: taken(head.publishedAt, head.publishedBy, names) }),
  }
}

function reopened(head: SnapshotHead, names: Names): PeriodPageProps['history'][number] {
  return {
    id: head.id,
    closed: taken(head.closedAt, head.closedBy, names),
    reopened: taken(head.reopenedAt, head.reopenedBy, names),
    reason: head.reopenReason ?? '',
  }
}

async function snapshotView(
  deps: Deps,
  staff: SignedInStaff,
  scope: PeriodScope,
  snapshot: Snapshot,
): Promise<SnapshotView> {
  const figures = readFigures(snapshot.figures)
  const versions = figures.surveys.map(({ version }) => version)
  const live = seesLive(staff.role) ? await figuresNow(deps.connection, scope, versions) : undefined
  const now = live?.collected ?? (await countCollected(deps.connection, figures.offices, figures.period))
  const { logSize, logRoot, figuresHash: hash } = snapshot
  return { figures, now: live?.surveys, late: lateResponses(figures, now), logSize, logRoot, hash }
}

async function dossiersProps(deps: Deps, { office, period }: PeriodScope, names: Names) {
  const row = await findDenominator(deps.db, office.code, period.text)
  const figure = (count: number | null | undefined) => (count === null || count === undefined ? '' : formatCount(count))
  const basis = row?.basis ?? 'received-and-returned'
  return {
    office: office.code,
    period: period.text,
    typed: {
      ...{ dossiers: figure(row?.dossiers), issued: figure(row?.issued), basis },
      ...{ overdue: figure(row?.overdue), disliked: figure(row?.disliked) },
    },
    wrong: [],
    entered: row ? taken(row.enteredAt, row.enteredBy, names) : null,
  }
}

async function targetProps(deps: Deps, { office, period }: PeriodScope) {
  const year = Number(period.text.slice(0, 4))
  const nearest = await findNearestTarget(deps.db, office.code, year)
  const row = nearest?.officeCode === office.code ? nearest : undefined
  const percent = row ? formatShortNumber(row.hundredths / 100) : ''
  const typed = { operator: row?.operator ?? '>=', percent, source: row?.source ?? '' }
  return { office: office.code, period: period.text, year, typed, wrong: [], above: row ? null : (nearest ?? null) }
}
