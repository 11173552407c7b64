import type { ComponentChildren } from 'preact'
import type { Results } from '../../server/domain/results'
import { Chain, OtherNumbers } from '../components/results/chain'
import { Channels } from '../components/results/channels'
import { Criteria } from '../components/results/criteria'
import { Dimensions } from '../components/results/dimensions'
import { type FilterProps, Filters } from '../components/results/filters'
import { Heat } from '../components/results/heat'
import { Hosted } from '../components/results/hosted'
import { Overall } from '../components/results/overall'
import { Priorities } from '../components/results/priorities'
import { ByMonth } from '../components/results/trend'
import { paths } from '../paths'
import { keepWords } from '../vi/compounds'
import { intervalRemark, leftOutNote, mergedNote, ruleNote, selfSurveyed } from '../vi/numbers'
import { resultsWords as words } from '../vi/results'

export type ResultsPageProps = {
  title: string
  filters: FilterProps
  /** Formats with their addresses, of the same view; empty for who may not export. */
  downloads: { format: string; href: string }[]
  /** Why the view of the address is not shown, and another one is. */
  problem: string | null
  /** What this person may see and until when. */
  notice: string | null
  /** Address that tells whether anything changed, and the tag of what is shown; null for who does not see live figures. */
  live: { address: string; tag: string } | null
  results: Results | null
}

/** The figures of a scope: rate in words, dimensions, what to mend first, months, channels, points, criteria. */
export function ResultsPage(props: ResultsPageProps) {
  const { title, filters, downloads, problem, notice, live, results } = props
  return (
    <>
      <h1>{keepWords(title)}</h1>
      {problem && (
        <p class="note er" role="alert">
          {problem}
        </p>
      )}
      <Filters {...filters}>
        <Downloads downloads={downloads} />
      </Filters>
      <div class="figures" data-live={live?.address} data-tag={live?.tag}>
        {notice && <p class="sm">{notice}</p>}
        {results && <Mergers results={results} />}
        {results && (results.figures.n > 0 ? <Figures results={results} /> : <Empty results={results} />)}
        {results?.hosted && <Hosted hosted={results.hosted} />}
      </div>
    </>
  )
}

/** Under which names the figures were collected, where offices have merged. */
function Mergers({ results: { merged, ended } }: { results: Results }) {
  return (
    <>
      {ended && <p class="note wa">{words.ended(ended.day, ended.successor)}</p>}
      {merged.length > 0 && <p class="sm">{mergedNote(merged)}</p>}
    </>
  )
}

function Downloads({ downloads }: Pick<ResultsPageProps, 'downloads'>) {
  if (downloads.length === 0) return null
  return (
    <p class="row no">
      <span class="sm">{words.filters.download}</span>
      {downloads.map(({ format, href }) => (
        <a key={format} class="btn alt" href={href}>
          {format}
        </a>
      ))}
    </p>
  )
}

function Figures({ results }: { results: Results }) {
  return (
    <>
      <div class="fill">
        <Box lead>
          <Overall results={results} />
          <Dimensions results={results} />
          <Notes results={results} />
        </Box>
        <Box>
          <Priorities results={results} />
        </Box>
      </div>
      <div class="half">
        {results.months.length > 0 && (
          <Box>
            <ByMonth results={results} />
          </Box>
        )}
        {results.channels.length > 0 && <Channels results={results} />}
      </div>
      {results.places.length > 0 && <Heat results={results} />}
      <Criteria results={results} />
      <div class="half">
        <Chain results={results} />
        <OtherNumbers results={results} />
      </div>
    </>
  )
}

function Box({ lead, children }: { lead?: boolean; children: ComponentChildren }) {
  return <section class={lead ? 'box lead' : 'box'}>{children}</section>
}

/** How the rate came about: doubtful responses, the rule, who measured, what was left out. */
function Notes({ results: { figures, withoutDoubtful, office, others } }: { results: Results }) {
  const { overall, rule, validity } = figures
  return (
    <div class="sm">
      {validity.doubtful > 0 && <p>{words.doubtful(validity.doubtful, withoutDoubtful)}</p>}
      <p>
        {ruleNote(rule, overall.used, overall.of)} {intervalRemark} {selfSurveyed(office)}
      </p>
      {others.length > 0 && <p>{leftOutNote(others)}</p>}
    </div>
  )
}

/** Nothing to divide: no response at all, or none that counts. */
function Empty({ results }: { results: Results }) {
  const { atPoint, others, figures } = results
  const collected = figures.validity.collected > 0
  const nothing = atPoint ? words.emptyPoint : words.emptyOffice
  return (
    <>
      <section class="box">
        <p>
          <b>{collected ? words.noneValid : nothing}</b>
        </p>
        <p>{words.emptyHint}</p>
        {others.length > 0 && <p>{leftOutNote(others)}</p>}
        <p>
          <a href={paths.staff.points()}>{words.toPoints}</a>
        </p>
      </section>
      {collected && <Chain results={results} />}
    </>
  )
}
