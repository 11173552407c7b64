import type { ComponentChildren } from 'preact'
import type { Collision } from '../../server/domain/disclosure'
import { addDays, type Period } from '../../server/domain/period'
import type { PeriodStanding, PeriodStep } from '../../server/domain/period-close'
import type { PeriodFigures, SurveyFigures } from '../../server/domain/period-figures'
import { DossiersForm, type DossiersProps } from '../components/dossiers-form'
import { SurveyFiguresTable } from '../components/survey-figures'
import { TargetForm, type TargetProps } from '../components/target-form'
import { paths } from '../paths'
import { mergedNote } from '../vi/numbers'
import { periodName, periods, stepNames } from '../vi/periods'
import { periodStateNames } from '../vi/terms'

/** Who took a step and on which day. */
export type Taken = { day: string; name: string }
export type SnapshotView = {
  figures: PeriodFigures
  now: SurveyFigures[] | undefined
  late: number
  logSize: number
  logRoot: string
  hash: string
}

export type PeriodPageProps = {
  office: { code: string; name: string }
  below: number
  /** Offices that were merged into it and worked in the period. */
  merged: string[]
  period: Period
  standing: PeriodStanding
  taken: Partial<Record<'closed' | 'approved' | 'published', Taken>>
  /** Steps that could come next and that this person may take. */
  steps: PeriodStep[]
  /** The next step when somebody else has to take it. */
  waiting: PeriodStep | null
  /** Published periods that this one may not stand beside: it cannot be published now. */
  collisions: Collision[]
  ended: boolean
  snapshot: SnapshotView | null
  titles: Record<string, string>
  history: { id: string; closed: Taken; reopened: Taken; reason: string }[]
  done: keyof typeof periods.done | null
  dossiers: DossiersProps | null
  target: TargetProps | null
}

/** One period of an office: where it stands, what can be done, what was stored, and the two numbers entered by hand. */
export function PeriodPage(props: PeriodPageProps) {
  const { office, below, merged, period, done, history } = props
  return (
    <>
      <p>
        <a href={paths.staff.periods({ 'don-vi': office.code, nam: period.text.slice(0, 4) })}>{periods.title}</a>
      </p>
      <h1>{periodName(period.text)}</h1>
      <p>
        {office.name}
        {below > 0 && `, ${periods.below(below)}`}. {periods.days(period.from, period.to)}.
        {merged.length > 0 && ` ${mergedNote(merged)}`}
      </p>
      {done && (
        <p class="note" role="status">
          {periods.done[done]}
        </p>
      )}
      <Progress {...props} />
      {props.snapshot && <Snapshot snapshot={props.snapshot} titles={props.titles} />}
      <div class="pair">
        {props.dossiers && <DossiersForm {...props.dossiers} frozen={props.standing !== 'open'} />}
        {props.target && <TargetForm {...props.target} />}
      </div>
      {history.length > 0 && <History history={history} />}
    </>
  )
}

const order = ['open', 'closed', 'approved', 'published'] as const

function Progress({ office, period, standing, taken, steps, waiting, collisions, ended }: PeriodPageProps) {
  const reached = order.indexOf(standing)
  return (
    <section class="box">
      <ol class="steps" aria-label={periods.stepsLabel}>
        {order.map((name, position) => (
          <Step key={name} name={name} reached={reached} position={position}>
            {name !== 'open' && taken[name] && periods.by(taken[name].day, taken[name].name)}
          </Step>
        ))}
      </ol>
      {!ended && <p>{periods.canCloseFrom(addDays(period.to, 1))}</p>}
      {waiting && <p>{periods.waitingFor(waiting)}</p>}
      {collisions.length > 0 && (
        <p class="note">
          {periods.collides(collisions, office.name)} {periods.collidesNext}
        </p>
      )}
      <p class="row">
        {steps
          .filter((step) => step !== 'reopen')
          .map((step) => (
            <a key={step} class="btn" href={paths.staff.periodForm(office.code, period.text, stepAddresses[step])}>
              {stepNames[step]}
            </a>
          ))}
        {standing === 'published' && (
          <a class="btn alt" href={paths.resultsOf(office.code, period.text)}>
            {periods.publicPage}
          </a>
        )}
        {steps.includes('reopen') && (
          <a class="lnk" href={paths.staff.periodForm(office.code, period.text, stepAddresses.reopen)}>
            {stepNames.reopen}
          </a>
        )}
      </p>
    </section>
  )
}

/** The last part of a step's address. */
export const stepAddresses = {
  close: 'chot',
  approve: 'duyet',
  publish: 'cong-bo',
  reopen: 'mo-lai',
} satisfies Record<PeriodStep, string>

type StepProps = { name: PeriodStanding; position: number; reached: number; children?: ComponentChildren }

function Step({ name, position, reached, children }: StepProps) {
  const look = position < reached ? 'done' : position === reached ? 'done now' : 'todo'
  return (
    <li class={look} aria-current={position === reached ? 'step' : undefined}>
      <b>{periodStateNames[name]}</b>
      {children}
    </li>
  )
}

function Snapshot({ snapshot, titles }: { snapshot: SnapshotView; titles: Record<string, string> }) {
  const { figures, now, late, logSize, logRoot, hash } = snapshot
  return (
    <section class="box">
      <h2>{periods.snapshot}</h2>
      <SurveyFiguresTable surveys={figures.surveys} titles={titles} now={now} />
      <p>{late > 0 ? periods.late(late) : periods.noLate}</p>
      <p class="sm">{periods.log(logSize)}</p>
      <dl class="kv sm">
        <dt>{periods.root}</dt>
        <dd class="seal">{logRoot}</dd>
        <dt>{periods.hash}</dt>
        <dd class="seal">{hash}</dd>
      </dl>
    </section>
  )
}

function History({ history }: Pick<PeriodPageProps, 'history'>) {
  return (
    <section class="box">
      <h2>{periods.history}</h2>
      <ul class="ul">
        {history.map(({ id, closed, reopened, reason }) => (
          <li key={id}>{periods.reopened(closed.day, closed.name, reopened.day, reopened.name, reason)}</li>
        ))}
      </ul>
    </section>
  )
}
