import type { ComponentChildren } from 'preact'
import type { ContentGroup, PublicationPlace } from '../../server/domain/case-words'
import type { PublicTexts } from '../../server/domain/public-case'
import { Frame } from '../components/frame'
import { Redacted } from '../components/redacted'
import { paths } from '../paths'
import { publicationPlaceNames } from '../vi/cases'
import { keepWords } from '../vi/compounds'
import { formatDayLong } from '../vi/format'
import { publicCasesWords as words } from '../vi/public-cases'

export type PublicCaseProps = {
  office: string
  code: string
  field: string
  group: ContentGroup
  texts: PublicTexts
  /** The sender's, with consent. */
  name: string | null
  /** Days; `publishedOn` null in a preview. */
  sentOn: string
  answeredOn: string
  publishedOn: string | null
  isLate: boolean
  isUnderReview: boolean
  places: readonly PublicPlace[]
  address: string
  /** What stands above the page in a preview. */
  children?: ComponentChildren
}
export type PublicPlace = { place: PublicationPlace; link: string; publishedOn: string }

/** Question and answer, as everybody sees them. */
export function PublicCasePage(props: PublicCaseProps) {
  const { office, code, field, group, texts, name, isUnderReview, places, address } = props
  const isHidden = Object.values(texts).some((parts) => parts.some((part) => 'hidden' in part))
  return (
    <Frame office={office} place={words.place} foot={<Foot />}>
      {props.children}
      <h1>
        <Redacted parts={texts.title} />
      </h1>
      <p class="sm">{[code, field, group === 'unclassified' ? '' : words.groups[group]].filter(Boolean).join(' · ')}</p>
      {isUnderReview && <p class="note">{words.review}</p>}
      <section class="card said">
        <h2>{words.asked}</h2>
        <Said parts={texts.content} />
        <Beside title={words.where} parts={texts.place} />
        <Beside title={words.wish} parts={texts.wish} />
        <p class="sm">
          {name === null ? words.noName : words.sender(name)} {isHidden ? words.hiddenNote : words.noFiles}
        </p>
      </section>
      <section class="card said reply">
        <h2>{keepWords(office === '' ? words.answerPlain : words.answer(office))}</h2>
        <Said parts={texts.answer} />
      </section>
      <Facts {...props} />
      {places.length > 0 && <Places places={places} />}
      <p class="sm">{words.permanent(address)}</p>
    </Frame>
  )
}

function Foot() {
  return (
    <>
      <a href={paths.answers()}>{words.all}</a>
      <a href={paths.feedback()}>{words.send}</a>
    </>
  )
}

const Said = ({ parts }: { parts: PublicTexts['content'] }) => (
  <p class="text">
    <Redacted parts={parts} />
  </p>
)

function Beside({ title, parts }: { title: string; parts: PublicTexts['place'] }) {
  if (parts.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <Said parts={parts} />
    </>
  )
}

function Facts({ code, sentOn, answeredOn, publishedOn, isLate }: PublicCaseProps) {
  return (
    <section class="card">
      <h2>{words.facts}</h2>
      <dl class="kv">
        <dt>{words.code}</dt>
        <dd class="num">{code}</dd>
        <dt>{words.sentOn}</dt>
        <dd>{formatDayLong(sentOn)}</dd>
        <dt>{words.answeredOn}</dt>
        <dd>
          {formatDayLong(answeredOn)}, {isLate ? words.late : words.onTime}
        </dd>
        {publishedOn && (
          <>
            <dt>{words.publishedOn}</dt>
            <dd>{formatDayLong(publishedOn)}</dd>
          </>
        )}
      </dl>
    </section>
  )
}

function Places({ places }: { places: readonly PublicPlace[] }) {
  return (
    <section class="card">
      <h2>{words.alsoAt}</h2>
      <ul class="plain">
        {places.map(({ place, link, publishedOn }, at) => (
          <li key={at}>
            {link === '' ? (
              publicationPlaceNames[place]
            ) : (
              <a class="lnk" href={link} rel="noopener noreferrer nofollow">
                {publicationPlaceNames[place]} <span class="hid">({words.elsewhere})</span>
              </a>
            )}{' '}
            {words.on(publishedOn)}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A text that was taken back: its address stays and says why. */
export function WithdrawnCasePage(props: { office: string; code: string; withdrawnOn: string; reason: string }) {
  const { office, code, withdrawnOn, reason } = props
  return (
    <Frame office={office} place={words.place} foot={<Foot />}>
      <h1>{words.withdrawnTitle}</h1>
      <p class="sm">{code}</p>
      <p class="note wa text">{words.withdrawn(withdrawnOn, reason)}</p>
    </Frame>
  )
}

/** Nothing stands at this address, for whatever reason. */
export function NoPublicCasePage({ office }: { office: string }) {
  return (
    <Frame office={office} place={words.place}>
      <h1>{keepWords(words.unknownTitle)}</h1>
      <p>{words.unknown}</p>
      <p>
        <a class="btn" href={paths.answers()}>
          {words.all}
        </a>
      </p>
      <p>
        {words.yours} <a href={paths.follow()}>{words.follow}</a>
      </p>
    </Frame>
  )
}
