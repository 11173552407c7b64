import { z } from 'zod'

const format = 'hailong-backup-1'
/** Also keeps an archive from naming a file outside of the folder it is unpacked into. */
const partName = /^(database|keys\/[a-z]+\.key)$/

const schema = z.object({
  format: z.literal(format),
  /** Version of the program that wrote it. */
  program: z.string(),
  /** The last migration of the database. */
  schema: z.string(),
  engine: z.enum(['sqlite', 'postgres']),
  /** Instant, ISO UTC. */
  at: z.iso.datetime(),
  /** Rows of the tables `response` and `log_entry`. */
  counts: z.object({ responses: z.int().min(0), entries: z.int().min(0) }),
  parts: z.array(
    z.object({ name: z.string().regex(partName), size: z.int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  ),
})

/** What a backup says about itself; its parts follow in this order, each with its size in bytes. */
export type Manifest = z.infer<typeof schema>
export type Counts = Manifest['counts']
/** What is known before the parts are measured. */
export type BackupFacts = Omit<Manifest, 'format' | 'parts'>

export function makeManifest(facts: BackupFacts, parts: Manifest['parts']): Manifest {
  return { format, ...facts, parts }
}

/** Reads the first line of a backup. `newer`: a later kind of backup; `not-a-backup`: anything else. */
export function parseManifest(
  line: string,
): { ok: true; manifest: Manifest } | { ok: false; error: 'newer' | 'not-a-backup' } {
  let json: unknown
  try {
    json = JSON.parse(line)
  } catch {
    return { ok: false, error: 'not-a-backup' }
  }
  const parsed = schema.safeParse(json)
  if (parsed.success) return { ok: true, manifest: parsed.data }
  const later = z.object({ format: z.string().regex(/^hailong-backup-(?!1$)\d+$/) }).safeParse(json)
  return { ok: false, error: later.success ? 'newer' : 'not-a-backup' }
}
