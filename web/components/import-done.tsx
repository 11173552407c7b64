import type { ImportKind } from '../../server/domain/import-kinds'
import { paths } from '../paths'
import { imports as words } from '../vi/imports'

export type ImportDoneProps = {
  kind: ImportKind
  /** `file`: token of the links for new people who got no mail; `mailed`: how many did. */
  done: { added: number; changed: number; same: number; file: string | null; mailed: number }
}

const next: Record<ImportKind, string> = {
  offices: paths.staff.offices(),
  procedures: paths.staff.procedures(),
  points: paths.staff.points(),
  staff: paths.staff.people(),
  dossiers: paths.staff.periods(),
  responses: paths.staff.results(),
}

/** What an import did, and where to go on. */
export function ImportDone({ kind, done }: ImportDoneProps) {
  const { added, changed, same, file, mailed } = done
  return (
    <div class="note" role="status">
      <h2>{words.doneTitle}</h2>
      <p>{kind === 'responses' ? words.done(added, same) : words.doneRows(added, changed, same)}</p>
      {kind === 'points' && (
        <p>
          <a href={paths.staff.prints('ap-phich.pdf')}>{words.posters}</a>
        </p>
      )}
      {mailed > 0 && <p>{words.invitationsMailed(mailed)}</p>}
      {file && (
        <p>
          {words.invitations(added - mailed)}
          <br />
          <a href={paths.staff.importFile(file)}>{words.invitationsFile}</a>
        </p>
      )}
      <a href={next[kind]}>{words.next[kind]}</a>
    </div>
  )
}
