import type { ImportKind } from '../../server/domain/import-kinds'
import { paths } from '../paths'
import { imports as words } from '../vi/imports'

/** Chooses a file of one kind and sends it to be checked. */
export function UploadForm({ kind, problem }: { kind: ImportKind; problem: string | null }) {
  return (
    <form class="box" method="post" action={paths.staff.imports()} enctype="multipart/form-data">
      <div class={problem ? 'field bad' : 'field'}>
        <label for="file">{words.file}</label>
        {problem && (
          <p class="msg" id="file-error" role="alert">
            {problem}
          </p>
        )}
        <input
          id="file"
          name="file"
          type="file"
          accept=".csv,.xlsx,text/csv"
          required
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? 'file-error' : undefined}
        />
      </div>
      <input type="hidden" name="kind" value={kind} />
      <button type="submit" class="btn">
        {words.check}
      </button>
    </form>
  )
}
