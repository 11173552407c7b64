import type { ComponentChildren } from 'preact'
import { acceptedTypes } from '../../server/domain/attachments'
import { Frame } from '../components/frame'
import { paths } from '../paths'
import { attachments } from '../vi/attachments'
import { type SenderForm, follow as words } from '../vi/follow'

export type SenderFormProps = {
  office: string
  code: string
  token: string
  text: string
  /** What is wrong, as sentences. */
  problems: readonly string[]
  /** The last day for it (YYYY-MM-DD). */
  until: string
  limits: { mostFiles: number; mostBytes: number }
  /** What the office asked for. */
  asked: string
}

/** What the office asked for: a text, and files where they are taken. */
export function SupplementPage(props: SenderFormProps) {
  const { asked, until, limits } = props
  const { mostFiles, mostBytes } = limits
  return (
    <FormPage {...props} form="bo-sung" title={words.supplement}>
      <div class="note">
        <p class="letter">{asked}</p>
        <p>{words.askedUntil(until)}</p>
      </div>
      <Body {...props} form="bo-sung" label={words.supplementText} send={words.supplementSend} hasFiles={mostFiles > 0}>
        {mostFiles > 0 && (
          <div class="field">
            <label class="ask" for="tep">
              {words.attach}
            </label>
            <p class="sm" id="tep-hint">
              {attachments.about(mostFiles, mostBytes)}
            </p>
            <input id="tep" name="tep" type="file" multiple accept={acceptedTypes} aria-describedby="tep-hint" />
          </div>
        )}
      </Body>
    </FormPage>
  )
}

/** Once, within the days that the rules give. */
export function ReopenPage(props: SenderFormProps) {
  return (
    <FormPage {...props} form="xem-xet-lai" title={words.reopen}>
      <p>{words.reopenAbout(props.until)}</p>
      <Body {...props} form="xem-xet-lai" label={words.reopenText} send={words.reopenSend} />
    </FormPage>
  )
}

/** Asks before what cannot be undone. */
export function WithdrawPage(props: SenderFormProps) {
  return (
    <FormPage {...props} form="rut" title={words.withdraw}>
      <p class="note wa">{words.withdrawAbout}</p>
      <Body {...props} form="rut" label={words.withdrawText} send={words.withdrawSend} cancel={words.cancel} />
    </FormPage>
  )
}

type PageProps = SenderFormProps & { form: SenderForm; title: string; children: ComponentChildren }

function FormPage({ office, code, token, title, problems, children }: PageProps) {
  return (
    <Frame office={office} place={words.place}>
      <p class="sm">{code}</p>
      <h1>{title}</h1>
      {problems.length > 0 && (
        <div class="note er" role="alert">
          <h2>{words.problem}</h2>
          {problems.map((problem) => (
            <a key={problem} href="#noi-dung">
              {problem}
            </a>
          ))}
          <p>{words.problemKept}</p>
        </div>
      )}
      {children}
      <p>
        <a class="lnk" href={paths.followed(token)}>
          {words.back}
        </a>
      </p>
    </Frame>
  )
}

type BodyProps = Pick<SenderFormProps, 'token' | 'text' | 'problems'> & {
  form: SenderForm
  label: string
  send: string
  cancel?: string
  hasFiles?: boolean
  children?: ComponentChildren
}

function Body({ token, text, problems, form, label, send, cancel, hasFiles, children }: BodyProps) {
  return (
    <form method="post" action={paths.followed(token, form)} enctype={hasFiles ? 'multipart/form-data' : undefined}>
      <div class={problems.length > 0 ? 'field bad' : 'field'}>
        <label class="ask" for="noi-dung">
          {label}
        </label>
        <textarea id="noi-dung" name="noi-dung" rows={6} aria-invalid={problems.length > 0 || undefined}>
          {text}
        </textarea>
      </div>
      {hasFiles && problems.length > 0 && <p class="note wa">{words.attachAgain}</p>}
      {children}
      <p class="send">
        <button type="submit" class="btn">
          {send}
        </button>
        {cancel && (
          <a class="btn alt" href={paths.followed(token)}>
            {cancel}
          </a>
        )}
      </p>
    </form>
  )
}

/** What was asked for is done already, or its time is over; what was typed can be copied. */
export function NotPossiblePage(props: {
  office: string
  code: string
  token: string
  form: SenderForm
  text: string
}) {
  const { office, code, token, form, text } = props
  return (
    <Frame office={office} place={words.place}>
      <p class="sm">{code}</p>
      <h1>{words.already.title}</h1>
      <p>{words.already[form]}</p>
      {text !== '' && (
        <>
          <p class="sm">{words.already.typed}</p>
          <p class="card letter">{text}</p>
        </>
      )}
      <p>
        <a class="btn" href={paths.followed(token)}>
          {words.back}
        </a>
      </p>
    </Frame>
  )
}
