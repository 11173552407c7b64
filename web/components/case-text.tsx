import { isShowable } from '../../server/domain/attachments'
import type { Hint } from '../../server/domain/case-hints'
import type { CaseFileLine, CasePageProps } from '../pages/case'
import { paths } from '../paths'
import { attachments, fileSize } from '../vi/attachments'
import { casePage as words } from '../vi/case-page'
import { caseChannelNames } from '../vi/cases'

/** What the machine takes a text for; a person decides. */
export function HintsNote({ hints }: { hints: readonly Hint[] }) {
  if (hints.length === 0) return null
  const found = [...new Set(hints.flatMap((hint) => hint.words))]
  return (
    <div class="note wa">
      <p>
        <b>{words.hints(hints.map(({ code }) => code))}</b>
      </p>
      <p class="sm">
        {words.hintWords(found)} {words.hintDecide}
      </p>
    </div>
  )
}

type TextProps = Pick<CasePageProps, 'head' | 'files' | 'maySeeSender' | 'hasSender'>

/** What the citizen wrote, with its files, and who may learn who sent it. */
export function CaseText({ head, files, maySeeSender, hasSender }: TextProps) {
  const { code, content, place, wish, publishChoice } = head
  const own = files.filter(({ eventNo }) => eventNo === null)
  return (
    <section class="box">
      <h2>{words.wrote}</h2>
      <Paragraphs text={content} />
      {place && (
        <p>
          <b>{words.place}:</b> {place}
        </p>
      )}
      {wish && (
        <p>
          <b>{words.wish}:</b> {wish}
        </p>
      )}
      <CaseFiles code={code} files={own} />
      <p class="sm">
        {words.sentAt(head.sentAt, caseChannelNames[head.channel])}
        {head.receivedAt !== head.sentAt && ` · ${words.receivedAt(head.receivedAt)}`}
        {head.enteredByName && ` · ${words.enteredBy(head.enteredByName)}`}
        {head.originCode && ` · ${words.originCode(head.originCode)}`}
      </p>
      <p class="sm">
        {words.choice[publishChoice]} {hasSender && words.senderHidden}{' '}
        {hasSender && maySeeSender && (
          <>
            <a href={paths.staff.case(code, 'nguoi-gui')}>{words.showSender}</a> ({words.senderLogged})
          </>
        )}
      </p>
    </section>
  )
}

/** A text as it was typed: an empty line begins a paragraph. */
export function Paragraphs({ text }: { text: string }) {
  return (
    <>
      {text.split(/\n{2,}/).map((part, i) => (
        <p class="asis" key={i}>
          {part}
        </p>
      ))}
    </>
  )
}

/** Files with small pictures; documents are downloads. */
export function CaseFiles({ code, files }: { code: string; files: readonly CaseFileLine[] }) {
  if (files.length === 0) return null
  const address = (id: string) => paths.staff.case(code, `tep/${id}`)
  return (
    <>
      <ul class="case-files" aria-label={words.files}>
        {files.map(({ id, name, type, size }) => (
          <li key={id}>
            <a href={address(id)} download={isShowable(type) ? undefined : name}>
              {isShowable(type) && <img src={address(id)} alt="" loading="lazy" width="96" height="72" />}
              <span>{name}</span>
            </a>{' '}
            <span class="sm">{fileSize(size)}</span>
          </li>
        ))}
      </ul>
      {files.some(({ type }) => !isShowable(type)) && <p class="sm">{attachments.documentCaution}</p>}
    </>
  )
}
