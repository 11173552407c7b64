import type { SurveyFigures } from '../../server/domain/period-figures'
import { formatCount, formatPercent } from '../vi/format'
import { stateWords } from '../vi/numbers'
import { periods } from '../vi/periods'
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
      <table class="tab fold">
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
              <Figures survey={survey} labels={[periods.valid, periods.rate]} />
              {now && (
                <Figures
                  survey={now.find(({ version }) => version === survey.version)}
                  labels={[periods.nowValid, periods.nowRate]}
                />
              )}
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

function Figures({ survey, labels }: { survey: SurveyFigures | undefined; labels: [string, string] }) {
  const { n, overall } = survey?.satisfaction ?? { n: 0, overall: undefined }
  const shown = overall && overall.rate !== null && overall.reliability !== 'hidden'
  return (
    <>
      <td class="r" data-label={labels[0]}>
        {formatCount(n)}
      </td>
      <td class="r" data-label={labels[1]}>
        {shown ? formatPercent(overall.rate ?? 0) : stateWords[overall?.state ?? 'no-answers']}
      </td>
    </>
  )
}
