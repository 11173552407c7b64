import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { parseSync } from 'vite'

export type SourceFile = { path: string; text: string }

const root = join(import.meta.dirname, '..', '..')

/** Source files below the given folders, with paths from the top of the repository. */
export function listSources(...folders: string[]): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs|css)$/.test(entry.name))
      .map((entry) => {
        const full = join(entry.parentPath, entry.name)
        return { path: relative(root, full), text: readFileSync(full, 'utf8') }
      }),
  )
}

export type Import = { from: string; target: string; typeOnly: boolean }

/** What a file imports: paths from the top for our own files, package names otherwise. */
export function importsOf(file: SourceFile): Import[] {
  const { program } = parseSync(file.path, file.text)
  return program.body.flatMap((node) => {
    if (
      node.type !== 'ImportDeclaration' &&
      node.type !== 'ExportNamedDeclaration' &&
      node.type !== 'ExportAllDeclaration'
    )
      return []
    if (!node.source) return []
    const kind =
      (node as { importKind?: string; exportKind?: string }).importKind ?? (node as { exportKind?: string }).exportKind
    const specifiers = 'specifiers' in node ? node.specifiers : []
    const allTypes =
      specifiers.length > 0 &&
      specifiers.every((s) => ('importKind' in s ? s.importKind : 'exportKind' in s && s.exportKind) === 'type')
    const source = node.source.value.replace(/\?.*$/, '')
    const target = source.startsWith('.') ? join(dirname(file.path), source) : source
    return [{ from: file.path, target, typeOnly: kind === 'type' || allTypes }]
  })
}
