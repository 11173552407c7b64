import { judge } from '../../server/domain/comparison'
import { percentOf } from '../../server/domain/percent'
import type { PeriodFigures, SurveyFigures } from '../../server/domain/period-figures'
import { responseRate } from '../../server/domain/sampling'
import type { SurveyDefinition } from '../../server/domain/survey'
import { Frame } from '../components/frame'
import { PublicBars } from '../components/public-bars'
import { PublicCriteria } from '../components/public-criteria'
import { paths } from '../paths'
import { keepWords } from '../vi/compounds'
import { formatPercent } from '../vi/format'
import { intervalRemark, mergedNote, ruleNote, selfSurveyed, targetFrom, validityText } from '../vi/numbers'
import { publicResults as words } from '../vi/public-results'
import { channelNames } from '../vi/terms'

export type PublicResultsProps = {
  figures: PeriodFigures
  /** Definitions of the survey versions in the figures. */
  definitions: Record<string, SurveyDefinition>
  /** Day of publication. */
  publishedOn: string
  /** Beginning of the hash of the figures, in groups of four. */
  fingerprint: string
  /** Address of this page in full, and its QR code as a path (server/formats/qr). */
  url: string
  qr: { path: string; side: number }
}

/** Published results of one period: on the screen, and printed as one sheet for the notice board. */
export function PublicResultsPage(props: PublicResultsProps) {
  const { figures, definitions } = props
  const [main, ...others] = figures.surveys
  const definition = main && definitions[main.version]
  return (
    <Frame office={figures.office.name} place={words.place} foot={<Foot />}>
      <h1>{keepWords(words.question(figures.period.text))}</h1>
      {main && definition ? <Main {...{ figures, main, definition }} /> : <p>{words.none}</p>}
      {others.length > 0 && <Others others={others} definitions={definitions} />}
      <Verify {...props} />
    </Frame>
  )
}

function Foot() {
  return (
    <>
      <a href={paths.results()}>{words.toAll}</a>
      <a href={paths.answers()}>{words.answers}</a>
      <a href={paths.home()}>{words.home}</a>
    </>
  )
}

type MainProps = { figures: PeriodFigures; main: SurveyFigures; definition: SurveyDefinition }

function Main({ figures, main, definition }: MainProps) {
  const { n, overall, rule, validity } = main.satisfaction
  const shown = overall.reliability !== 'hidden' && overall.rate !== null
  return (
    <>
      {shown ? <Headline {...{ figures, main, definition }} rate={overall.rate ?? 0} /> : <Hidden n={n} />}
      <p class="sm">
        {words.reliability[overall.reliability]} {channelMix(main)} {versionName(definition)}
      </p>
      {shown && (
        <section class="card">
          <h2>{words.dimensions(definition.dimensions.filter((d) => !d.apart).length)}</h2>
          <PublicBars definition={definition} satisfaction={main.satisfaction} target={figures.target} />
          <PublicCriteria definition={definition} satisfaction={main.satisfaction} />
        </section>
      )}
      <section class="notes sm">
        {figures.merged && <p>{mergedNote(figures.merged)}</p>}
        <p>{validityText(validity)}</p>
        {shown && <p>{ruleNote(rule, overall.used, overall.of)}</p>}
        <p>{selfSurveyed(figures.office.name)}</p>
      </section>
    </>
  )
}

function Hidden({ n }: { n: number }) {
  return (
    <>
      <p class="big none">{words.hidden}</p>
      <p>{n === 0 ? words.none : words.hiddenText}</p>
    </>
  )
}

function Headline({ figures, main, definition, rate }: MainProps & { rate: number }) {
  const { overall } = main.satisfaction
  const { target } = figures
  const number = formatPercent(rate).replace(/\s?%$/, '')
  return (
    <>
      <p class="big num">
        {number}
        <small> %</small>
      </p>
      <p>
        <b>
          {words.rateName(definition.key, definition.title)}{' '}
          {target && words.target(target.hundredths / 100, target.operator, judge(rate, target).met)}
        </b>{' '}
        {target?.from && `${targetFrom(target.from)} `}
        {responses(figures, main)}{' '}
        {overall.low !== null && overall.high !== null && words.interval(overall.low, overall.high)}
      </p>
      <p class="sm">{intervalRemark}</p>
    </>
  )
}

function responses({ dossiers }: PeriodFigures, { satisfaction }: SurveyFigures): string {
  const { n } = satisfaction
  const rate = dossiers && responseRate(n, dossiers.dossiers)
  if (!dossiers || rate === null) return words.valid(n)
  return words.validOf(n, dossiers.dossiers, rate) + (rate > 100 ? ` ${words.overHundred}` : '')
}

function channelMix({ channels, satisfaction }: SurveyFigures): string {
  if (channels.length === 0) return ''
  const sorted = [...channels].sort((a, b) => b.n - a.n)
  const parts = sorted.map(({ channel, n }) => words.channel(percentOf(n, satisfaction.n) ?? 0, channelNames[channel]))
  return words.channels(parts.join(', '))
}

function versionName(definition: SurveyDefinition): string {
  const criteria = definition.dimensions.flatMap((d) => d.criteria).length
  return words.version(definition.title, criteria, definition.version)
}

type OthersProps = { others: SurveyFigures[]; definitions: PublicResultsProps['definitions'] }

function Others({ others, definitions }: OthersProps) {
  return (
    <section class="card">
      <h2>{words.otherSurveys}</h2>
      <ul class="ul">
        {others.map(({ version, satisfaction: { n, overall } }) => (
          <li key={version}>
            {definitions[version]?.title ?? version}:{' '}
            {overall.reliability === 'hidden' || overall.rate === null ? words.hidden : formatPercent(overall.rate)}
            {'. '}
            {words.valid(n)}
          </li>
        ))}
      </ul>
      <p class="sm">{words.otherNote}</p>
    </section>
  )
}

function Verify({ publishedOn, fingerprint, url, qr }: PublicResultsProps) {
  return (
    <section class="card verify">
      <div>
        <h2>{words.verify}</h2>
        <p>
          {words.verifyText} <b class="num">{fingerprint}</b>. {words.compare}
        </p>
        <p class="no sm">{words.print}</p>
        <p class="pr sm">{words.posted(publishedOn, url.replace(/^https?:\/\//, ''))}</p>
      </div>
      <svg class="pr qr" viewBox={`0 0 ${qr.side} ${qr.side}`} role="img" aria-label={words.qr(url)}>
        <path fill="#fff" d={`M0 0h${qr.side}v${qr.side}H0z`} />
        <path fill="#000" d={qr.path} />
      </svg>
    </section>
  )
}
