import { describe, expect, it } from 'vitest'
import { importsOf, listSources } from './files'

/** What each layer may import values from: folders of ours, or packages. The longest matching layer rules a file. */
const layers: Record<string, { own: string[]; packages: RegExp }> = {
  'server/domain': { own: ['server/domain'], packages: /^zod$/ },
  'web/vi': { own: ['web/vi'], packages: /^$/ },
  'web/en': { own: ['web/en'], packages: /^$/ },
  'web/charts': { own: ['web/charts', 'server/domain', 'web/vi'], packages: /^(preact|d3-)/ },
  'web/browser': { own: ['web/browser', 'server/domain', 'web/vi', 'web/en'], packages: /^$/ },
  web: { own: ['web', 'server/domain'], packages: /^preact/ },
  db: { own: ['db', 'server/domain'], packages: /^(kysely|better-sqlite3|pg|pg-cursor|node:.*)$/ },
  'server/ledger': { own: ['server/ledger', 'server/domain', 'db', 'web/vi'], packages: /^(node:|pino$)/ },
  'server/store': {
    own: ['server/store', 'server/domain', 'db', 'server/imports/zip-parts'],
    packages: /^(node:|@node-rs\/argon2$|otpauth$|sharp$)/,
  },
  'server/mail': { own: ['server/mail', 'server/domain', 'db', 'web'], packages: /^(node:|nodemailer$|pino$)/ },
  'server/imports': { own: ['server/imports', 'server/domain', 'web/vi'], packages: /^(hucre|node:)/ },
  'server/reports': { own: ['server/reports', 'server/domain', 'web/vi', 'db'], packages: /^zod$/ },
  'server/formats': {
    own: ['server/formats', 'server/domain', 'web/vi', 'web/charts', 'web/components'],
    packages: /^(node:|qrcode|pdfmake|docx|hucre|preact|@expo-google-fonts)/,
  },
  'server/actions': {
    own: [
      'server/actions',
      'server/domain',
      'db',
      'server/ledger',
      'server/store',
      'server/imports',
      'server/reports',
      'server/mail',
      'server/random',
    ],
    packages: /^(node:|zod$)/,
  },
}

const rule = (path: string) =>
  Object.keys(layers)
    .filter((layer) => path.startsWith(`${layer}/`))
    .sort((a, b) => b.length - a.length)[0]

describe('the house', () => {
  const sources = listSources('server', 'web', 'db').filter((file) => /\.tsx?$/.test(file.path))

  it('keeps its layers', () => {
    const broken = sources.flatMap((file) => {
      const layer = layers[rule(file.path) ?? '']
      if (!layer) return []
      return importsOf(file)
        .filter((entry) => !entry.typeOnly)
        .filter(({ target }) =>
          /^(server|web|db)\//.test(target)
            ? !layer.own.some((folder) => `${target}/`.startsWith(`${folder}/`))
            : !layer.packages.test(target),
        )
        .map(({ from, target }) => `${from} → ${target}`)
    })
    expect(broken).toEqual([])
  })

  it('keeps hono in routes and the process itself', () => {
    const broken = sources
      .filter((file) => !/^server\/(routes\/|[^/]+$)/.test(file.path))
      .filter((file) => importsOf(file).some(({ target }) => /^(hono|@hono)/.test(target)))
    expect(broken.map((file) => file.path)).toEqual([])
  })

  it('keeps SQL in db', () => {
    const broken = sources.filter(
      (file) =>
        !file.path.startsWith('db/') &&
        importsOf(file).some(({ target, typeOnly }) => target === 'kysely' && !typeOnly),
    )
    expect(broken.map((file) => file.path)).toEqual([])
  })

  it('keeps zod out of the browser', () => {
    const byPath = new Map(sources.map((file) => [file.path.replace(/\.tsx?$/, ''), file]))
    const reach = (path: string, seen: Set<string>): Set<string> => {
      const file = byPath.get(path) ?? byPath.get(`${path}/index`)
      if (!file || seen.has(file.path)) return seen
      seen.add(file.path)
      for (const { target, typeOnly } of importsOf(file)) {
        if (typeOnly) continue
        if (target === 'zod') throw new Error(`${path} reaches zod`)
        reach(target, seen)
      }
      return seen
    }
    const entries = sources.filter((file) => /^web\/(browser|islands)\//.test(file.path))
    expect(entries.length).toBeGreaterThan(0)
    for (const entry of entries) reach(entry.path.replace(/\.tsx?$/, ''), new Set())
  })

  it('has short files and no catch-all folders', () => {
    const all = listSources('server', 'web', 'db', 'test')
    const long = all.filter((file) => file.text.split('\n').length > 301).map((file) => file.path)
    expect(long.filter((path) => !path.endsWith('.css') || path.startsWith('web/'))).toEqual([])
    expect(
      all
        .filter((file) => /\/(utils?|helpers?|services?|managers?|types|misc|common)\//.test(file.path))
        .map((f) => f.path),
    ).toEqual([])
  })

  it('says Vietnamese words only where they belong', () => {
    const vietnamese = /[ăâđêôơưĂÂĐÊÔƠƯàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/
    const broken = sources
      .filter((file) => !/^(web\/vi\/|web\/en\/|db\/seed\/|server\/domain\/vietnamese(-[a-z]+)?\.ts$)/.test(file.path))
      .flatMap((file) =>
        withoutComments(file.text)
          .split('\n')
          .flatMap((line, i) => (vietnamese.test(line) ? [`${file.path}:${i + 1} ${line.trim()}`] : [])),
      )
    expect(broken).toEqual([])
  })

  it('writes Vietnamese in NFC', () => {
    const broken = [...listSources('server', 'web', 'db')].filter((file) => file.text !== file.text.normalize('NFC'))
    expect(broken.map((file) => file.path)).toEqual([])
  })
})

function withoutComments(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
    .replace(/(^|[^:'"`])\/\/.*$/gm, '$1')
}
