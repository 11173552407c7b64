import type { ComponentChildren } from 'preact'
import type { CaseView } from '../../server/domain/case-view'
import { Handling, Months, Offices } from '../components/case-figures/charts'
import { type CaseFilterProps, CaseFilters } from '../components/case-figures/filters'
import { Groups, Identity } from '../components/case-figures/identity'
import { Lead } from '../components/case-figures/lead'
import { Indicators, Others } from '../components/case-figures/others'
import { paths } from '../paths'
import { caseFigureWords as words } from '../vi/case-figures'
import { scoringWords } from '../vi/case-scoring'
import { keepWords } from '../vi/compounds'
import { mergedNote } from '../vi/numbers'

type Line = { count: number; href: string }

export type CaseFiguresProps = {
  title: string
  filters: CaseFilterProps
  /** Why the view of the address is not shown. */
  problem: string | null
  view: CaseView | null
  /** Open cases that are about to be late, or are, as the inbox of this person counts them; null for who has none. */
  today: { soon: Line; overdue: Line } | null
  /** Reports about the same view: each format with its address. */
  /** May change the table of points. */
  mayScore: boolean
  downloads: { report: keyof typeof words.reports; files: { format: string; href: string }[] }[]
}

/** Figures of petitions in one period and office: rate in words, what came and went, months, offices, other kinds. */
export function CaseFiguresPage({ title, filters, problem, view, today, downloads, mayScore }: CaseFiguresProps) {
  return (
    <>
      <h1>{keepWords(title)}</h1>
      {problem && (
        <p class="note er" role="alert">
          {problem}
        </p>
      )}
      <CaseFilters {...filters} />
      <div class="figures">
        {view && (
          <p class="sm">
            {view.days.goesOn ? words.goesOn : words.asOf(view.days.to)}{' '}
            {view.merged.length > 0 && mergedNote(view.merged)}
          </p>
        )}
        {view && (view.counts.total > 0 ? <Figures view={view} today={today} /> : <Empty view={view} today={today} />)}
        {downloads.length > 0 && <Downloads downloads={downloads} mayScore={mayScore} />}
      </div>
    </>
  )
}

function Figures({ view, today }: { view: CaseView; today: CaseFiguresProps['today'] }) {
  return (
    <>
      <div class="fill">
        <div class="stack">
          <Box lead>
            <Lead view={view} />
          </Box>
          {today && <Today today={today} />}
          <Box>
            <Months view={view} />
          </Box>
          <Box>
            <Identity view={view} />
          </Box>
        </div>
        <div class="stack">
          <Box>
            <Groups view={view} />
          </Box>
          {view.counts.handled > 0 && (
            <Box>
              <Handling view={view} />
            </Box>
          )}
          <Besides view={view} />
        </div>
      </div>
      <Offices view={view} />
    </>
  )
}

function Besides({ view }: { view: CaseView }) {
  return (
    <>
      <Box>
        <Indicators view={view} />
      </Box>
      <Box>
        <Others view={view} />
      </Box>
    </>
  )
}

function Box({ lead, children }: { lead?: boolean; children: ComponentChildren }) {
  return <section class={lead ? 'box lead' : 'box'}>{children}</section>
}

function Today({ today: { soon, overdue } }: { today: NonNullable<CaseFiguresProps['today']> }) {
  const line = ({ count, href }: Line, text: string) => (count === 0 ? text : <a href={href}>{text}</a>)
  return (
    <Box>
      <h2>{words.today}</h2>
      <p class="row">
        <b>{line(overdue, words.overdue(overdue.count))}</b> <b>{line(soon, words.soon(soon.count))}</b>
      </p>
      <p class="sm">{words.todayNote}</p>
    </Box>
  )
}

/** Nothing came in and nothing was left over: no rate, never 0 %. */
function Empty({ view, today }: { view: CaseView; today: CaseFiguresProps['today'] }) {
  return (
    <div class="fill">
      <div class="stack">
        <Box>
          <p>
            <b>{words.empty}</b>
          </p>
          <p>{words.emptyHint}</p>
        </Box>
        {today && <Today today={today} />}
        <Box>
          <Months view={view} />
        </Box>
      </div>
      <div class="stack">
        <Besides view={view} />
      </div>
    </div>
  )
}

function Downloads({ downloads, mayScore }: Pick<CaseFiguresProps, 'downloads' | 'mayScore'>) {
  return (
    <section class="box no">
      <h2>{words.downloads}</h2>
      <table class="tab">
        <tbody>
          {downloads.map(({ report, files }) => (
            <tr key={report}>
              <th scope="row">{words.reports[report]}</th>
              <td>
                <span class="row">
                  {files.map(({ format, href }) => (
                    <a key={format} href={href}>
                      {format}
                    </a>
                  ))}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {mayScore && (
        <p>
          <a href={paths.staff.caseScoring()}>{scoringWords.link}</a>
        </p>
      )}
    </section>
  )
}
