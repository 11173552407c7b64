import type { NoticeKind } from '../../server/domain/case-reminders'
import { paths } from '../paths'
import { formatMoment } from '../vi/format'
import { noticeText, noticeWords as words } from '../vi/notices'

export type NoticeLine = {
  id: number
  code: string
  kind: NoticeKind
  mark: string
  createdAt: string
  isSeen: boolean
}

/** What a person was told about cases, the newest first. `sendsMail`: reminders also go out by mail. */
export function NoticesPage({ lines, sendsMail }: { lines: readonly NoticeLine[]; sendsMail: boolean }) {
  const unseen = lines.filter(({ isSeen }) => !isSeen).length
  return (
    <div class="stack">
      <h1>{words.title}</h1>
      <p class="sm">
        {words.lead} {!sendsMail && words.noMail}
      </p>
      {lines.length === 0 && <p>{words.none}</p>}
      {unseen > 0 && (
        <form method="post" action={paths.staff.notices()} class="row">
          <input type="hidden" name="den" value={lines[0]?.id} />
          <span>{words.unseen(unseen)}</span>
          <button type="submit" class="btn alt">
            {words.markAll}
          </button>
        </form>
      )}
      {lines.length > 0 && (
        <ul class="plain notices">
          {lines.map((line) => (
            <li key={line.id}>
              <a href={paths.staff.case(line.code)}>{line.code}</a>: {noticeText(line)}{' '}
              {!line.isSeen && <span class="chip c-near">{words.isNew}</span>}
              <br />
              <time class="sm" datetime={line.createdAt}>
                {formatMoment(line.createdAt)}
              </time>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
