import type { CasePageProps } from '../pages/case'
import { paths } from '../paths'
import { kinshipNames, casePage as words } from '../vi/case-page'
import { caseStateNames } from '../vi/cases'

type RelatedProps = Pick<CasePageProps, 'related' | 'hidesRelated' | 'senders'>

/** Parts and mergers, both ways, and how many people sent the same. */
export function RelatedBox({ related, hidesRelated, senders }: RelatedProps) {
  if (related.length === 0 && !hidesRelated && senders === 1) return null
  return (
    <section class="box">
      <h2>{words.related}</h2>
      {senders > 1 && (
        <p>
          <b>{words.senders(senders)}</b>
        </p>
      )}
      <ul class="plain">
        {related.map(({ kinship, code, title, state }) => (
          <li key={code}>
            <span class="sm">{kinshipNames[kinship]}</span> <a href={paths.staff.case(code)}>{code}</a>
            <br />
            {title} <span class="sm">· {caseStateNames[state]}</span>
          </li>
        ))}
      </ul>
      {hidesRelated && <p class="sm">{words.hiddenRelated}</p>}
    </section>
  )
}
