import type { SurveyFigures } from '../../server/domain/period-figures'
import { formatCount, formatPercent } from '../vi/format'
import { periods } from '../vi/periods'
import { figureStateNames } from '../vi/terms'
import { Scrollable } from './results/scrollable'

type Props = {
  surveys: SurveyFigures[]
  /** Titles by version. */
  titles: Record<string, string>
  /** The same figures as they are today, for those who may see them live. */
  now?: SurveyFigures[]
}

/** One line for each survey of a period: valid answers and overall rate at closing, and today beside them. */
export function SurveyFiguresTable({ surveys, titles, now }: Props) {
  if (surveys.length === 0) return <p>{periods.noSurvey}</p>
  return (
    <Scrollable label={periods.snapshot}>
      <table class="tab">
        <thead>
          <tr>
            <th scope="col">{periods.survey}</th>
            <Heading words={periods.valid} />
            <Heading words={periods.rate} />
            {now && <Heading words={periods.nowValid} />}
            {now && <Heading words={periods.nowRate} />}
          </tr>
        </thead>
        <tbody>
          {surveys.map((survey) => (
            <tr key={survey.version}>
              <th scope="row">{titles[survey.version] ?? survey.version}</th>
              <Figures survey={survey} />
              {now && <Figures survey={now.find(({ version }) => version === survey.version)} />}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrollable>
  )
}

const Heading = ({ words }: { words: string }) => (
  <th scope="col" class="r">
    {words}
  </th>
)

function Figures({ survey }: { survey: SurveyFigures | undefined }) {
  const { n, overall } = survey?.satisfaction ?? { n: 0, overall: undefined }
  const shown = overall && overall.rate !== null && overall.reliability !== 'hidden'
  return (
    <>
      <td class="r">{formatCount(n)}</td>
      <td class="r">{shown ? formatPercent(overall.rate ?? 0) : figureStateNames[overall?.state ?? 'no-answers']}</td>
    </>
  )
}
