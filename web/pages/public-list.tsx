import { judge } from '../../server/domain/comparison'
import type { PeriodFigures } from '../../server/domain/period-figures'
import { Frame } from '../components/frame'
import { paths } from '../paths'
import { keepWords } from '../vi/compounds'
import { formatPercent } from '../vi/format'
import { targetFrom } from '../vi/numbers'
import { periodName } from '../vi/periods'
import { publicResults as words } from '../vi/public-results'

export type PublicListProps = {
  /** Name in the band: the office on top. */
  office: string
  /** The newest publication in full, null when nothing was published. */
  newest: PeriodFigures | null
  /** Newest first, the newest one included. */
  published: { office: string; officeName: string; period: string; day: string }[]
}

/** All published periods, the newest with its rate; a sentence when there is none. */
export function PublicListPage({ office, newest, published }: PublicListProps) {
  return (
    <Frame office={office} place={words.place} foot={<PublicFoot />}>
      <h1>{keepWords(words.title)}</h1>
      {newest ? <Newest figures={newest} /> : <Empty />}
      {published.length > 0 && (
        <section class="card">
          <h2>{words.earlier}</h2>
          <ul class="plain">
            {published.map((one) => (
              <li key={`${one.office} ${one.period}`}>
                <a class="lnk" href={paths.resultsOf(one.office, one.period)}>
                  {keepWords(`${periodName(one.period)}, ${one.officeName}`)}
                </a>{' '}
                <span class="sm">{words.published(one.day)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Frame>
  )
}

/** Where else to go from published results. */
function PublicFoot() {
  return (
    <>
      <a href={paths.home()}>{words.home}</a>
      <a href={paths.answers()}>{words.answers}</a>
    </>
  )
}

function Newest({ figures }: { figures: PeriodFigures }) {
  const { n, overall } = figures.surveys[0]?.satisfaction ?? { n: 0, overall: null }
  const { target } = figures
  const shown = overall !== null && overall.rate !== null && overall.reliability !== 'hidden'
  const isMet = target !== null && judge(overall?.rate ?? 0, target).met
  return (
    <section class="card">
      <p class="sm">{words.newest}</p>
      <h2>{keepWords(`${periodName(figures.period.text)}, ${figures.office.name}`)}</h2>
      {shown ? (
        <p class="big num">
          {formatPercent(overall.rate ?? 0).replace(/\s?%$/, '')}
          <small> %</small>
        </p>
      ) : (
        <p>
          <b>{n === 0 ? words.none : words.hidden}</b>
        </p>
      )}
      {shown && (
        <p>
          <b>{words.rateShort}</b> {target && words.target(target.hundredths / 100, target.operator, isMet)}{' '}
          {target?.from && `${targetFrom(target.from)} `}
          {words.valid(n)}
        </p>
      )}
      <p>
        <a class="btn" href={paths.resultsOf(figures.office.code, figures.period.text)}>
          {words.read}
        </a>
      </p>
    </section>
  )
}

function Empty() {
  return (
    <>
      <p>{words.empty}</p>
      <p>{words.emptyNext}</p>
    </>
  )
}

/** A period that is not public, or an address that leads nowhere. */
export function NotPublishedPage({ office }: { office: string }) {
  return (
    <Frame office={office} place={words.place}>
      <h1>{words.unknownTitle}</h1>
      <p>{words.unknown}</p>
      <p>
        <a class="btn" href={paths.results()}>
          {words.toAll}
        </a>
      </p>
    </Frame>
  )
}
