import { paths } from '../paths'
import { onePoint as words } from '../vi/points'

/** Asked before a point gets a new code, which cannot be undone. */
export function PointRenewPage({ code, name }: { code: string; name: string }) {
  return (
    <div class="stack">
      <h1>{words.renewTitle(code)}</h1>
      <section class="box narrow">
        <p>
          <b>{name}</b>
        </p>
        {words.renewAbout(code).map((text) => (
          <p key={text}>{text}</p>
        ))}
        <form class="row" method="post" action={paths.staff.point(code, 'ma-moi')}>
          <button type="submit" class="btn">
            {words.renewYes}
          </button>
          <a href={paths.staff.point(code)}>{words.renewNo}</a>
        </form>
      </section>
    </div>
  )
}
