import { deedSlugs, type FormDeed, formDeeds } from '../../server/domain/case-deed-fields'
import type { CaseDeed } from '../../server/domain/case-deeds'
import { isOpen } from '../../server/domain/case-words'
import type { CasePageProps } from '../pages/case'
import { paths } from '../paths'
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

/** What this person can do now, each thing a page of its own. */
export function CaseDeeds({ head, deeds, extension, names }: DeedsProps) {
  const shown = deeds.filter((deed) => !elsewhere.includes(deed) && !extensions.includes(deed))
  const [main, rest] = [shown.filter((deed) => first.includes(deed)), shown.filter((deed) => !first.includes(deed))]
  const canPublish = deeds.includes('publish') && head.state === 'awaiting-publication'
  if (shown.length === 0 && !canPublish && extension.askedDays === 0)
    return isOpen(head.state) ? null : <p class="note">{words.nothingToDo}</p>
  return (
    <section class="box deeds">
      <h2>{main.length > 0 || canPublish ? words.next : words.deeds}</h2>
      {canPublish && (
        <p>
          <a class="btn alt" href={paths.staff.publishing()}>
            {words.publish}
          </a>
        </p>
      )}
      <p class="row">
        {main.map((deed) => (
          <DeedLink key={deed} code={head.code} deed={deed} button />
        ))}
      </p>
      <Extension {...{ head, deeds, extension, names }} />
      {rest.length > 0 && (
        <details open>
          <summary>{words.deeds}</summary>
          <ul class="plain">
            {rest.map((deed) => (
              <li key={deed}>
                <DeedLink code={head.code} deed={deed} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function DeedLink({ code, deed, button = false }: { code: string; deed: CaseDeed; button?: boolean }) {
  const link = linkOf(deed)
  if (!link) return null
  return (
    <a class={button ? 'btn alt' : undefined} href={paths.staff.case(code, link.slug)}>
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
