import type { DueState } from '../../server/domain/deadlines'
import type { CaseTexts } from '../../server/domain/public-case'
import {
  type RedactedField,
  type Redaction,
  redactedFields,
  redactedParts,
  redactionsOf,
} from '../../server/domain/redaction'
import { type Problem, ProblemSummary } from '../components/field'
import { type ListedPlace, PlacesBox, type PlacesBoxProps } from '../components/publication-places'
import { Marked, Redacted } from '../components/redacted'
import { RedactionForm } from '../components/redaction-form'
import { paths } from '../paths'
import { formatDay } from '../vi/format'
import { publishingWords as words } from '../vi/publishing'
import { DueChip } from './publishing'

export type PublicationProps = {
  code: string
  /** Original texts; nobody but staff sees them. */
  texts: CaseTexts
  hidden: readonly Redaction[]
  revealed: readonly Redaction[]
  version: number
  revision: number
  nameConsent: boolean
  name: string | null
  answeredAt: string
  /** Null when it is published. */
  due: { on: string; state: DueState; days: number } | null
  /** It can be changed and published now. */
  isOpen: boolean
  isPublished: boolean
  isUnderReview: boolean
  publishedAt: string | null
  publishedBy: string
  withdrawn: { at: string; reason: string } | null
  places: ListedPlace[]
  placeForm: PlacesBoxProps['form']
  /** What was typed to be hidden and refused. */
  typed: string
  problems: Problem[]
}

/** One case: the original beside what the world sees, what is hidden, places of publication. */
export function PublicationPage(props: PublicationProps) {
  const { code, texts, hidden, isOpen, problems } = props
  return (
    <div class="stack">
      <p>
        <a href={paths.staff.publishing()}>{words.back}</a>
      </p>
      <h1>{texts.title}</h1>
      <ProblemSummary title={words.refused} kept={words.kept} problems={problems} />
      <State {...props} />
      <div class="cols">
        <div class="stack">
          <section class="box" id="ban">
            <Both texts={texts} hidden={hidden} code={code} />
          </section>
          {isOpen && <RedactionForm {...props} />}
        </div>
        <aside class="stack" aria-label={words.dueTitle}>
          <Deeds {...props} />
          <PlacesBox code={code} version={props.version} places={props.places} form={props.placeForm} />
        </aside>
      </div>
    </div>
  )
}

function State({ code, isUnderReview, publishedAt, publishedBy, withdrawn, due }: PublicationProps) {
  return (
    <p class="row">
      <span class="num">{code}</span>
      {due && <DueChip state={due.state} />}
      {publishedAt && !withdrawn && (
        <span>
          {words.publishedAt(publishedAt)} {publishedBy && words.publishedBy(publishedBy)}
        </span>
      )}
      {withdrawn && (
        <span>
          {words.withdrawnAt(withdrawn.at)} {words.reason(withdrawn.reason)}
        </span>
      )}
      {publishedAt && <a href={paths.answer(code)}>{words.toPublic}</a>}
      <a href={paths.staff.case(code)}>{words.toCase}</a>
      {isUnderReview && <span class="note">{words.review}</span>}
    </p>
  )
}

/** Text by text, original and public side. */
function Both({ texts, hidden, code }: { texts: CaseTexts; hidden: readonly Redaction[]; code: string }) {
  const shown = redactedFields.filter((field) => texts[field] !== '')
  return (
    <div class="half" data-redact={code}>
      <h3>{words.original}</h3>
      <h3 class="world">{words.public}</h3>
      {shown.map((field) => (
        <Pair key={field} field={field} text={texts[field]} hidden={redactionsOf(hidden, field)} />
      ))}
    </div>
  )
}

type PairProps = { field: RedactedField; text: string; hidden: ReturnType<typeof redactionsOf> }

function Pair({ field, text, hidden }: PairProps) {
  return (
    <>
      <p class="label">{words.fields[field]}</p>
      <p class="text" data-field={field} data-side={words.original}>
        <Marked text={text} hidden={hidden} />
      </p>
      <p class="text world" data-side={words.public}>
        <Redacted parts={redactedParts(text, hidden)} />
      </p>
    </>
  )
}

function Deeds(props: PublicationProps) {
  const { code, due, answeredAt, isOpen, isPublished } = props
  return (
    <section class="box">
      {due && (
        <>
          <h2>{words.dueTitle}</h2>
          <p>
            <b>{formatDay(due.on)}</b>
          </p>
          <p class="sm">{words.dueWhy(due.days, answeredAt)}</p>
        </>
      )}
      <Name {...props} />
      <p class="sm">{words.files}</p>
      {isOpen && (
        <p>
          <a class="btn" href={paths.staff.publication(code, 'xem-truoc')}>
            {words.preview}
          </a>
        </p>
      )}
      {isPublished && (
        <>
          <p class="sm">{words.closed}</p>
          <p>
            <a class="btn alt" href={paths.staff.publication(code, 'go')}>
              {words.unpublish}
            </a>
          </p>
        </>
      )}
    </section>
  )
}

function Name({ code, nameConsent, name, revision, isOpen }: PublicationProps) {
  return (
    <>
      <h2>{words.name}</h2>
      <p>{name !== null ? words.nameShown(name) : nameConsent ? words.nameMay : words.nameNo}</p>
      {nameConsent && isOpen && (
        <form method="post" action={paths.staff.publication(code, 'che')}>
          <input type="hidden" name="ban" value={revision} />
          <button type="submit" class="btn alt" name="lam" value={name === null ? 'ten' : 'khong-ten'}>
            {name === null ? words.nameShow : words.nameHide}
          </button>
        </form>
      )}
    </>
  )
}

export type UnpublishProps = { code: string; title: string; version: number; reason: string; problems: Problem[] }

/** Asks for the reason, which everybody will read. */
export function UnpublishPage({ code, title, version, reason, problems }: UnpublishProps) {
  const error = problems[0]?.text
  const described = error ? 'reason-hint reason-error' : 'reason-hint'
  return (
    <div class="stack narrow">
      <h1>{words.unpublishTitle}</h1>
      <ProblemSummary title={words.refused} kept={words.kept} problems={problems} />
      <p>
        {title} <span class="num">({code})</span>
      </p>
      <p>{words.unpublishAbout}</p>
      <form class="box" method="post" action={paths.staff.publication(code, 'go')} data-unsaved>
        <input type="hidden" name="phien" value={version} />
        <div class={error ? 'field bad' : 'field'}>
          <label for="reason">{words.unpublishReason}</label>
          <p class="sm" id="reason-hint">
            {words.unpublishHint}
          </p>
          {error && (
            <p class="msg" id="reason-error">
              {error}
            </p>
          )}
          <textarea id="reason" name="reason" rows={3} required aria-describedby={described}>
            {reason}
          </textarea>
        </div>
        <p class="row">
          <button type="submit" class="btn">
            {words.unpublish}
          </button>
          <a href={paths.staff.publication(code)}>{words.cancel}</a>
        </p>
      </form>
    </div>
  )
}

/** Above the preview: that nobody sees it yet, and the last step. */
export function PreviewBar({
  code,
  version,
  revision,
  isAgain,
}: {
  code: string
  version: number
  revision: number
  isAgain: boolean
}) {
  return (
    <section class="preview" aria-labelledby="truoc">
      <h2 id="truoc">{words.previewTitle}</h2>
      <p>{words.previewNote}</p>
      <form method="post" action={paths.staff.publication(code, 'dang')}>
        <input type="hidden" name="phien" value={version} />
        <input type="hidden" name="ban" value={revision} />
        <button type="submit" class="btn">
          {isAgain ? words.publishAgain : words.publish}
        </button>
      </form>
      <p>
        <a href={paths.staff.publication(code)}>{words.backToEdit}</a>
      </p>
    </section>
  )
}
