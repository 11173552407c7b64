import type { PeriodStep } from '../../server/domain/period-close'
import type { PeriodFigures } from '../../server/domain/period-figures'
import { SurveyFiguresTable } from '../components/survey-figures'
import { paths } from '../paths'
import { periods, stepNames } from '../vi/periods'
import { stepAddresses } from './period'

export type ConfirmProps = {
  office: { code: string; name: string }
  period: string
  step: PeriodStep
  /** For closing: survey versions with answers, and which are chosen. */
  versions: { version: string; title: string; n: number; chosen: boolean }[]
  figures: PeriodFigures | null
  titles: Record<string, string>
  reason: string
  /** Why the step was not taken, or cannot be. */
  problem: string | null
  /** False when trying again would not help. */
  possible: boolean
}

/** Asks once more before a step is taken, and shows what it is about. */
export function PeriodConfirmPage(props: ConfirmProps) {
  const { office, period, step, figures, titles, problem } = props
  const address = paths.staff.periodForm(office.code, period, stepAddresses[step])
  return (
    <>
      <h1>{periods.confirm[step](period)}</h1>
      <p>{office.name}</p>
      <section class="box narrow">
        {problem && (
          <p class="note er" role="alert">
            {problem}
          </p>
        )}
        <p>{periods.explain[step]}</p>
        {figures && <SurveyFiguresTable surveys={figures.surveys} titles={titles} />}
        <form method="post" action={address}>
          {step === 'close' && <Versions versions={props.versions} />}
          {step === 'reopen' && <Reason reason={props.reason} />}
          <p class="row">
            {props.possible && (
              <button type="submit" class="btn">
                {stepNames[step]}
              </button>
            )}
            <a class="lnk" href={paths.staff.period(office.code, period)}>
              {periods.cancel}
            </a>
          </p>
        </form>
      </section>
    </>
  )
}

function Versions({ versions }: Pick<ConfirmProps, 'versions'>) {
  if (versions.length === 0) return <p>{periods.noSurvey}</p>
  return (
    <fieldset class="pick">
      <legend>{periods.versions}</legend>
      {versions.map(({ version, title, n, chosen }) => (
        <label key={version}>
          <input type="checkbox" name="mau" value={version} checked={chosen} /> {periods.versionCount(title, n)}
        </label>
      ))}
    </fieldset>
  )
}

function Reason({ reason }: Pick<ConfirmProps, 'reason'>) {
  return (
    <div class="field">
      <label for="ly-do">{periods.reason}</label>
      <p class="sm" id="ly-do-hint">
        {periods.reasonHint}
      </p>
      <textarea id="ly-do" name="ly-do" rows={3} maxLength={1000} required aria-describedby="ly-do-hint">
        {reason}
      </textarea>
    </div>
  )
}
