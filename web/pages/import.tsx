import type { ImportKind } from '../../server/domain/import-kinds'
import { ImportDone, type ImportDoneProps } from '../components/import-done'
import { ResponseColumns, TableColumns } from '../components/import-help'
import { ImportTabs } from '../components/import-tabs'
import { UploadForm } from '../components/upload-form'
import { imports as words } from '../vi/imports'

export type ImportFormProps = {
  kind: ImportKind
  /** The kinds that this person may import. */
  kinds: readonly ImportKind[]
  /** For answers: the codes that may stand in a file, and the surveys with a template. */
  points: { code: string; name: string }[]
  surveys: { value: string; label: string }[]
  /** The office at the top of the tree; null where the tree was set up before. */
  root: { code: string; name: string } | null
  /** Why the last file was not read. */
  problem: string | null
  /** After an import: what it did. */
  done: ImportDoneProps['done'] | null
}

/** The choice of what to import, the form for a file, and what its columns are. */
export function ImportPage({ kind, kinds, points, surveys, root, problem, done }: ImportFormProps) {
  return (
    <div class="stack">
      <h1>{words.title}</h1>
      <ImportTabs kinds={kinds} current={kind} />
      {done && <ImportDone kind={kind} done={done} />}
      <p>{words.about[kind]}</p>
      <UploadForm kind={kind} problem={problem} />
      {kind === 'responses' ? (
        <ResponseColumns points={points} surveys={surveys} />
      ) : (
        <TableColumns kind={kind} root={kind === 'offices' ? root : null} />
      )}
    </div>
  )
}
