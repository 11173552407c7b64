import { deedSlugs, type FormDeed, formDeeds } from '../../server/domain/case-deed-fields'
import type { CaseDeed } from '../../server/domain/case-deeds'
import { isOpen } from '../../server/domain/case-words'
import type { CasePageProps } from '../pages/case'
import { paths } from '../paths'
import { answerWords } from '../vi/case-answer'
import { mergeWords, splitWords } from '../vi/case-families'
import { deedWords } from '../vi/case-forms'
import { casePage as words } from '../vi/case-page'

type DeedsProps = Pick<CasePageProps, 'head' | 'deeds' | 'extension' | 'names'>

/** What usually comes first, as buttons. */
const first: readonly CaseDeed[] = ['classify', 'assign', 'start', 'ask-sender', 'supplement', 'correct']
/** Those that stand elsewhere on the page. */
const elsewhere: readonly CaseDeed[] = [
  'note',
  'submit',
  'answer',
  'send-back',
  'rate',
  'publish',
  'unpublish',
  'place',
]
const extensions: readonly CaseDeed[] = ['ask-extension', 'approve-extension', 'refuse-extension']

const isForm = (deed: CaseDeed): deed is FormDeed => (formDeeds as readonly CaseDeed[]).includes(deed)

/** What usually comes next, at the top of the page. */
export function NextDeeds({ head, deeds, isOwnAnswer }: Pick<CasePageProps, 'head' | 'deeds' | 'isOwnAnswer'>) {
  const main = deeds.filter((deed) => first.includes(deed))
  const approves = deeds.includes('answer') && !isOwnAnswer
  const publishes = deeds.includes('publish') && head.state === 'awaiting-publication'
  if (main.length === 0 && !approves && !publishes) return null
  return (
    <p class="row next">
      {approves && (
        <a class="btn" href={paths.staff.case(head.code, deedSlugs.answer)}>
          {answerWords.approveLink}
        </a>
      )}
      {publishes && (
        <a class="btn" href={paths.staff.publication(head.code)}>
          {words.publish}
        </a>
      )}
      {main.map((deed, i) => (
        <DeedLink key={deed} code={head.code} deed={deed} look={i === 0 && head.state === 'new' ? 'btn' : 'btn alt'} />
      ))}
    </p>
  )
}

/** Everything else that this person can do now, each thing a page of its own. */
export function CaseDeeds({ head, deeds, extension, names }: DeedsProps) {
  const rest = deeds.filter((deed) => ![...first, ...elsewhere, ...extensions].includes(deed))
  const saysSomething = rest.length > 0 || extension.askedDays > 0 || deeds.includes('ask-extension')
  if (!saysSomething) return isOpen(head.state) ? null : <p class="note">{words.nothingToDo}</p>
  return (
    <section class="box case-deeds" id="viec">
      <h2>{words.deeds}</h2>
      {rest.length > 0 && (
        <ul class="plain">
          {rest.map((deed) => (
            <li key={deed}>
              <DeedLink code={head.code} deed={deed} />
            </li>
          ))}
        </ul>
      )}
      <Extension {...{ head, deeds, extension, names }} />
    </section>
  )
}

function DeedLink({ code, deed, look }: { code: string; deed: CaseDeed; look?: string }) {
  const link = linkOf(deed)
  if (!link) return null
  return (
    <a class={look} href={paths.staff.case(code, link.slug)}>
      {link.text}
    </a>
  )
}

function linkOf(deed: CaseDeed): { slug: string; text: string } | null {
  if (isForm(deed)) return { slug: deedSlugs[deed], text: deedWords[deed].link }
  if (deed === 'merge') return { slug: deedSlugs.merge, text: mergeWords.link }
  return deed === 'split' ? { slug: deedSlugs.split, text: splitWords.link } : null
}

/** An extension that waits, the way to ask for one, or why there is none. */
function Extension({ head, deeds, extension, names }: DeedsProps) {
  const { allowed, askedDays, askedBy } = extension
  if (askedDays > 0)
    return (
      <div class="note">
        <p>{words.asked(askedDays, names.staff.get(askedBy ?? '') ?? '')}</p>
        <p class="row">
          {extensions
            .filter((deed) => deed !== 'ask-extension' && deeds.includes(deed))
            .map((deed) => (
              <DeedLink key={deed} code={head.code} deed={deed} />
            ))}
        </p>
      </div>
    )
  if (!deeds.includes('ask-extension')) return null
  return allowed ? (
    <p>
      <DeedLink code={head.code} deed="ask-extension" />
    </p>
  ) : (
    <p class="sm">{words.noExtension}</p>
  )
}
