import { type Role, roles } from '../../server/domain/permissions'
import { paths } from '../paths'
import { guides, guideWords as words } from '../vi/guides'
import { roleNames } from '../vi/staff'

const parts = ['daily', 'weekly', 'atEnd', 'trouble'] as const

/** The one-page guide of a role; the others are a link away. */
export function GuidePage({ role, own }: { role: Role; own: Role }) {
  const guide = guides[role]
  const others = [own, ...roles.filter((one) => one !== own)]
  return (
    <div class="stack guide">
      <nav class="row tabs" aria-label={words.others}>
        {others.map((one) => (
          <a
            key={one}
            href={paths.staff.guide(one === own ? undefined : one)}
            aria-current={one === role ? 'page' : undefined}
          >
            {roleNames[one]}
          </a>
        ))}
      </nav>
      <h1>{words.heading(roleNames[role])}</h1>
      <p>
        <Marked text={guide.does} />
      </p>
      {parts.map((part) => (
        <section class="box" key={part}>
          <h2>{words[part]}</h2>
          <ul>
            {guide[part].map((item) => (
              <li key={item}>
                <Marked text={item} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      <p class="sm">{words.print}</p>
    </div>
  )
}

/** What stands between ** is a name on the screen. */
function Marked({ text }: { text: string }) {
  return <>{text.split('**').map((piece, i) => (i % 2 === 1 ? <b key={piece}>{piece}</b> : piece))}</>
}
