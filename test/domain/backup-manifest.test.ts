import { expect, it } from 'vitest'
import { makeManifest, parseManifest } from '../../server/domain/backup-manifest'

const facts = {
  program: '0.1.0',
  schema: '001-first',
  engine: 'sqlite' as const,
  at: '2026-03-10T02:15:03.000Z',
  counts: { responses: 1, entries: 1 },
}
const part = (name: string) => ({ name, size: 1, sha256: 'a'.repeat(64) })
const parse = (value: unknown) => parseManifest(JSON.stringify(value))

it('a manifest is read as it was written', () => {
  const manifest = makeManifest(facts, [part('database'), part('keys/receipt.key')])
  expect(parse(manifest)).toEqual({ ok: true, manifest })
})

it('a later kind of backup is told from what is none', () => {
  const manifest = makeManifest(facts, [])
  expect(parse({ ...manifest, format: 'hailong-backup-2' })).toEqual({ ok: false, error: 'newer' })
  expect(parse({ ...manifest, format: 'other' })).toEqual({ ok: false, error: 'not-a-backup' })
  expect(parse({ ...manifest, counts: null })).toEqual({ ok: false, error: 'not-a-backup' })
  expect(parseManifest('Xin chào')).toEqual({ ok: false, error: 'not-a-backup' })
})

it.each(['../database', '/etc/passwd', 'keys/../../x.key', 'keys/a.key/b', 'hailong.db'])(
  'a part is never called %s',
  (name) => {
    expect(parse(makeManifest(facts, [part(name)]))).toEqual({ ok: false, error: 'not-a-backup' })
  },
)
