import type { ImportKind } from '../../server/domain/import-kinds'
import { paths } from '../paths'
import { importKindNames, imports as words } from '../vi/imports'

/** What can be imported, as links; nothing to choose from is not shown. */
export function ImportTabs({ kinds, current }: { kinds: readonly ImportKind[]; current: ImportKind }) {
  if (kinds.length < 2) return null
  return (
    <nav class="row tabs" aria-label={words.kinds}>
      {kinds.map((kind) => (
        <a key={kind} href={paths.staff.imports(kind)} aria-current={kind === current ? 'page' : undefined}>
          {importKindNames[kind]}
        </a>
      ))}
    </nav>
  )
}
