import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { type BackupFacts, type Manifest, makeManifest, parseManifest } from '../domain/backup-manifest'
import { type ByteReader, readBytes } from './byte-reader'

/** A part of a backup: its name in the manifest, and the file that holds it now. */
export type Part = { name: string; file: string }
export type ArchiveFault = 'newer' | 'not-a-backup' | 'damaged'
type Unpacked = { ok: true; manifest: Manifest } | { ok: false; error: ArchiveFault }

const longestManifest = 65_536

/**
 * Writes one file: gzip of the manifest as a line of JSON, then the bytes of each part, one after the other without
 * anything between them. Any computer can read it (`gunzip`, then cut by the sizes). On the disk when it resolves, for
 * its owner alone; the file must not exist.
 */
export async function writeArchive(file: string, facts: BackupFacts, parts: Part[]): Promise<Manifest> {
  const manifest = makeManifest(facts, await Promise.all(parts.map(describePart)))
  async function* bytes() {
    yield Buffer.from(`${JSON.stringify(manifest)}\n`)
    for (const part of parts) yield* createReadStream(part.file)
  }
  // The database compresses well at once, and a dump is compressed already.
  const packer = createGzip({ level: 1 })
  await pipeline(Readable.from(bytes()), packer, createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true }))
  return manifest
}

async function describePart({ name, file }: Part) {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return { name, size: (await stat(file)).size, sha256: hash.digest('hex') }
}

/**
 * Writes every part into a folder, under its name, and compares sizes and checksums. With `damaged` nothing in the
 * folder is to be used.
 * @throws what the file system throws
 */
export async function unpackArchive(file: string, folder: string): Promise<Unpacked> {
  const source = createReadStream(file)
  const unpacker = createGunzip()
  source.on('error', (error) => unpacker.destroy(error))
  try {
    const reader = readBytes(source.pipe(unpacker))
    const parsed = parseManifest((await reader.line(longestManifest)) ?? '')
    if (!parsed.ok) return parsed
    for (const part of parsed.manifest.parts) if (!(await unpackPart(reader, part, folder))) return damaged
    return (await reader.isAtEnd()) ? parsed : damaged
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException
    if (message === 'incorrect header check') return { ok: false, error: 'not-a-backup' }
    // The codes of zlib: cut short, or its own checksum differs.
    if (!code.startsWith('Z_')) throw error
    return damaged
  } finally {
    source.destroy()
    unpacker.destroy()
  }
}

/** What a backup says about itself, from its first line alone; null when it says nothing that this program reads. */
export async function readManifest(file: string): Promise<Manifest | null> {
  const source = createReadStream(file, { highWaterMark: 4096 })
  const unpacker = createGunzip()
  source.on('error', (error) => unpacker.destroy(error))
  try {
    const parsed = parseManifest((await readBytes(source.pipe(unpacker)).line(longestManifest)) ?? '')
    return parsed.ok ? parsed.manifest : null
  } catch {
    return null
  } finally {
    source.destroy()
    unpacker.destroy()
  }
}

const damaged = { ok: false, error: 'damaged' } as const

async function unpackPart(reader: ByteReader, part: Manifest['parts'][number], folder: string): Promise<boolean> {
  const file = join(folder, part.name)
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const hash = createHash('sha256')
  let size = 0
  async function* bytes() {
    for await (const chunk of reader.take(part.size)) {
      hash.update(chunk)
      size += chunk.length
      yield chunk
    }
  }
  await pipeline(Readable.from(bytes()), createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true }))
  return size === part.size && hash.digest('hex') === part.sha256
}
