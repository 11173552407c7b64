import type { ContentGroup } from '../../server/domain/case-words'
import type { PublicTexts } from '../../server/domain/public-case'
import { Frame } from '../components/frame'
import { Pager } from '../components/pager'
import { Redacted } from '../components/redacted'
import { type Option, Options } from '../components/select'
import { paths } from '../paths'
import { keepWords } from '../vi/compounds'
import { publicCasesWords as words } from '../vi/public-cases'

/** `texts` null: answered to the sender alone. Days YYYY-MM-DD. */
export type PublicCaseLine = {
  code: string
  officeName: string
  field: string
  group: ContentGroup
  texts: Pick<PublicTexts, 'title' | 'answer'> | null
  sentOn: string
  answeredOn: string
  publishedOn: string | null
  isLate: boolean
}

/** What is asked of the list, as in the address. */
export type PublicQuery = { tim: string; 'don-vi': string; 'linh-vuc': string; loai: string; nam: string }

export type PublicCasesProps = {
  /** Name in the band: the office on top. */
  office: string
  lines: PublicCaseLine[]
  total: number
  page: number
  pages: number
  query: PublicQuery
  choices: Record<'offices' | 'fields' | 'groups' | 'years', Option[]>
}

/** All published answers, searched and narrowed by the address alone. */
export function PublicCasesPage({ office, lines, total, page, pages, query, choices }: PublicCasesProps) {
  const isNarrowed = Object.values(query).some((value) => value !== '')
  return (
    <Frame office={office} place={words.place} foot={<Foot />}>
      <h1>{keepWords(words.title)}</h1>
      <p>{words.about}</p>
      {(total > 0 || isNarrowed) && <Filters query={query} choices={choices} isNarrowed={isNarrowed} />}
      <p>{total > 0 ? words.count(total) : isNarrowed ? words.noneFound : words.none}</p>
      {lines.length > 0 && (
        <ol class="answers">
          {lines.map((line) => (
            <Line key={line.code} {...line} />
          ))}
        </ol>
      )}
      <Pager page={page} pages={pages} to={(to) => paths.answers({ ...query, trang: String(to) })} />
    </Frame>
  )
}

function Foot() {
  return (
    <>
      <a href={paths.home()}>{words.home}</a>
      <a href={paths.feedback()}>{words.send}</a>
      <a href={paths.follow()}>{words.follow}</a>
      <a href={paths.answersFeed()}>{words.feed}</a>
    </>
  )
}

function Filters({
  query,
  choices,
  isNarrowed,
}: Pick<PublicCasesProps, 'query' | 'choices'> & { isNarrowed: boolean }) {
  const { tim, ...others } = query
  const isOpen = Object.values(others).some((value) => value !== '')
  return (
    <search>
      <form class="find card" method="get" action={paths.answers()} aria-label={words.filters}>
        <label class="ask" for="tim">
          {words.words}
        </label>
        <div class="ask-row">
          <input class="t" type="search" id="tim" name="tim" value={tim} maxLength={200} />
          <button type="submit" class="btn">
            {words.find}
          </button>
        </div>
        <details open={isOpen}>
          <summary>{words.more}</summary>
          <Choice name="don-vi" label={words.office} all={words.allOffices} options={choices.offices} query={query} />
          <Choice name="linh-vuc" label={words.field} all={words.allFields} options={choices.fields} query={query} />
          <Choice name="loai" label={words.group} all={words.allGroups} options={choices.groups} query={query} />
          <Choice name="nam" label={words.year} all={words.allYears} options={choices.years} query={query} />
        </details>
        {isNarrowed && (
          <a class="lnk" href={paths.answers()}>
            {words.clear}
          </a>
        )}
      </form>
    </search>
  )
}

type ChoiceProps = { name: keyof PublicQuery; label: string; all: string; options: Option[]; query: PublicQuery }

function Choice({ name, label, all, options, query }: ChoiceProps) {
  return (
    <p>
      <label class="ask" for={name}>
        {label}
      </label>
      <select id={name} name={name}>
        <Options options={[{ value: '', label: all }, ...options]} chosen={query[name]} />
      </select>
    </p>
  )
}

function Line(line: PublicCaseLine) {
  const { code, officeName, field, group, texts } = line
  const kind = [field, group === 'unclassified' ? '' : words.groups[group]].filter(Boolean).join(' · ')
  return (
    <li class={texts ? undefined : 'quiet'}>
      <h2>
        {texts ? (
          <a href={paths.answer(code)}>
            <Redacted parts={texts.title} />
          </a>
        ) : (
          words.private
        )}
      </h2>
      {texts && (
        <p class="text cut">
          <Redacted parts={texts.answer} />
        </p>
      )}
      <p class="sm">
        {texts ? [code, officeName, kind].filter(Boolean).join(' · ') : [code, field].filter(Boolean).join(' · ')}
      </p>
      <p class="sm">{datesOf(line)}</p>
    </li>
  )
}

/** `gửi 20/08/2026 · trả lời 10/09/2026, đúng hạn · công khai 11/09/2026` */
function datesOf({ sentOn, answeredOn, publishedOn, isLate }: PublicCaseLine): string {
  const answered = `${words.answered(answeredOn)}, ${isLate ? words.late : words.onTime}`
  return [words.sent(sentOn), answered, publishedOn && words.published(publishedOn)].filter(Boolean).join(' · ')
}
